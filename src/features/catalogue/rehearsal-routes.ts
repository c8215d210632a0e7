import {
  NewRehearsalSchema,
  NoticeListQuerySchema,
  RehearsalSchema,
  RehearsedCompaniesQuerySchema,
  RehearsedCompaniesSchema,
} from '../../contract/catalogue-versions.ts';
import { catalogueDifference } from '../../domain/rehearsal/catalogue-difference.ts';
import { lastDayToRehearse } from '../../domain/rehearsal/rehearsal-days.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { NetworkTransaction } from '../../store/database.ts';
import {
  addRehearsal,
  countRehearsed,
  endRehearsal,
  findRehearsal,
  type KeptRehearsal,
  listRehearsed,
} from '../../store/rehearsals-store.ts';
import { today } from '../shared/as-of.ts';
import { networkClaim } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { repeatable } from '../shared/repeatable.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { askedDraft, checkedDraft, rulesOf } from './draft-desk.ts';
import { noticeList } from './notice-list.ts';
import { rehearsalRound } from './rehearsal-round.ts';
import { rehearsalView, rehearsedCompanies } from './version-views.ts';

const ACCESS = { kind: 'ability', ability: 'catalogue' } as const;
const REHEARSAL = '/api/v1/catalogue/rehearsals/{rehearsalId}';
const PAGE = 100;
/** Companies of a notice list are read so many at a time. */
const LISTED_AT_ONCE = 5_000;

async function askedRehearsal(tx: NetworkTransaction, id: string | undefined): Promise<KeptRehearsal> {
  const found = isUuid(id) ? await findRehearsal(tx, id) : null;
  if (found === null) throw notFound('rehearsal-not-found', 'There is no such rehearsal.');
  return found;
}

async function allRehearsed(tx: NetworkTransaction, rehearsalId: string) {
  const companies = [];
  for (let skip = 0; ; skip += LISTED_AT_ONCE) {
    const page = await listRehearsed(tx, rehearsalId, 'all', { skip, limit: LISTED_AT_ONCE });
    companies.push(...page);
    if (page.length < LISTED_AT_ONCE) return companies;
  }
}

/** What a draft would mean for every company of the network, found in the background. */
export function rehearsalRoutes(services: Services): Route[] {
  const { database, programmes, now } = services;
  const view = async (tx: NetworkTransaction, rehearsal: KeptRehearsal) =>
    rehearsalView(
      rehearsal,
      await countRehearsed(tx, rehearsal.rehearsalId),
      programmes.get(rehearsal.programme)!,
      now(),
    );
  return [
    route({
      method: 'POST',
      path: '/api/v1/catalogue/drafts/{draftId}/rehearsals',
      summary: 'Tries a draft out on the whole network, in the background',
      access: ACCESS,
      body: NewRehearsalSchema,
      response: RehearsalSchema,
      status: 202,
      handle: async (request) => {
        const firstDay = request.body.effectiveOn ?? today(now());
        if (firstDay < today(now())) throw badRequest('day-passed', 'Choose today or a later day.');
        const actor = actorOf(callerOf(request));
        const read = await database.asNetwork({ actor }, (tx) => askedDraft(tx, request.params.draftId));
        const draft = await checkedDraft(services, read, actor);
        const after = rulesOf(draft);
        const before = programmes.get(draft.programme)!;
        if (after === null) {
          throw conflict('draft-has-problems', 'The files of the draft make no rules.', {
            detail: 'Nothing was begun. Mend what the page of the draft lists.',
          });
        }
        const difference = catalogueDifference(before, after);
        const lastDay = formatDay(lastDayToRehearse(before, after, difference, parseDay(firstDay)!));
        const { kept } = await database.asTenant(networkClaim(actor), (tx) =>
          repeatable(tx, request, async () => {
            const { draftId, programme, revision } = draft;
            const days = { firstDay, lastDay };
            const versions = { fromCatalogue: before.version, toCatalogue: after.version };
            const id = await addRehearsal(tx, { programme, draftId, revision, ...versions, ...days });
            const details = { programme, draftId, revision, ...days };
            await recordAudit(tx, { action: 'catalogue.rehearsed', subject: `rehearsal:${id}`, details });
            return { rehearsalId: id };
          }),
        );
        // Begun at once here; where it is not finished, the rounds of any server go on with it.
        void rehearsalRound(services).catch(() => {});
        const { rehearsalId } = kept;
        const body = await database.asNetwork({ actor }, async (tx) =>
          view(tx, await askedRehearsal(tx, rehearsalId)),
        );
        const headers = { 'operation-location': `/api/v1/catalogue/rehearsals/${rehearsalId}` };
        return { kind: 'json', status: 202, body, headers };
      },
    }),
    route({
      method: 'GET',
      path: REHEARSAL,
      summary: 'How far a rehearsal is, and how many companies the change concerns',
      access: ACCESS,
      response: RehearsalSchema,
      handle: async (request) =>
        json(
          await database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) =>
            view(tx, await askedRehearsal(tx, request.params.rehearsalId)),
          ),
        ),
    }),
    route({
      method: 'POST',
      path: `${REHEARSAL}/stop`,
      summary: 'Stops a rehearsal; what was found until then stays',
      access: ACCESS,
      response: RehearsalSchema,
      handle: async (request) =>
        json(
          await database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) => {
            const { rehearsalId } = await askedRehearsal(tx, request.params.rehearsalId);
            await endRehearsal(tx, rehearsalId, 'stopped');
            return view(tx, await askedRehearsal(tx, rehearsalId));
          }),
        ),
    }),
    route({
      method: 'GET',
      path: `${REHEARSAL}/companies`,
      summary:
        'Companies that lose or gain levels, with the days, the first day first; or that could not be asked',
      access: ACCESS,
      query: RehearsedCompaniesQuerySchema,
      response: RehearsedCompaniesSchema,
      handle: async (request) => {
        const { show = 'lost', top = PAGE, skip = 0 } = request.query;
        const found = await database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) => {
          const { rehearsalId, programme } = await askedRehearsal(tx, request.params.rehearsalId);
          const counts = await countRehearsed(tx, rehearsalId);
          const companies = await listRehearsed(tx, rehearsalId, show, { skip, limit: top });
          return {
            value: rehearsedCompanies(companies, programmes.get(programme)!),
            count: { lost: counts.losing, gained: counts.gaining, failed: counts.failed }[show],
          };
        });
        const more = skip + top < found.count;
        return json({ ...found, nextLink: more ? nextPage(request.url, skip + top, top) : null });
      },
    }),
    route({
      method: 'GET',
      path: `${REHEARSAL}/notice-list`,
      summary: 'Whom to tell of the change: a line for each level that a company loses or gains, as a file',
      access: ACCESS,
      query: NoticeListQuerySchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { format = 'xlsx', lang = request.locale } = request.query;
        const found = await database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) => {
          const rehearsal = await askedRehearsal(tx, request.params.rehearsalId);
          return { rehearsal, companies: await allRehearsed(tx, rehearsal.rehearsalId) };
        });
        const { rehearsal, companies } = found;
        return {
          kind: 'file',
          ...noticeList(rehearsal, companies, programmes.get(rehearsal.programme)!, format, lang),
        };
      },
    }),
  ];
}
