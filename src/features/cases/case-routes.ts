import {
  AskForCaseRequestSchema,
  CaseFormQuerySchema,
  CaseFormSchema,
  CaseMessageRequestSchema,
  CaseSchema,
  CasesQuerySchema,
  CasesSchema,
  CloseCaseRequestSchema,
  OpenCaseRequestSchema,
} from '../../contract/cases.ts';
import { labelOf, PROVIDER_LABELS } from '../../contract/messages/labels.ts';
import { requireAbility } from '../../http/permissions.ts';
import { conflict } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { addCaseMessage, changeCase, listCases, type SupportCase } from '../../store/cases-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findUser } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import type { PackCase } from '../shared/case-package.ts';
import { caseStandingFor } from '../shared/diagnosis/case-standing.ts';
import { ownPerson } from '../shared/own-person.ts';
import { nextPage } from '../shared/paging.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { finderForAll } from '../shared/skill-finders.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { tellOpener, tellSupport } from './case-news.ts';
import { answerDay, PROOFS_ASKED } from './case-terms.ts';
import {
  type CaseReader,
  caseSummary,
  caseView,
  contactOfCase,
  knownSkill,
  readCase,
  readerOf,
  sideOf,
} from './case-view.ts';
import { askForCase, handOn, openCase } from './open-case.ts';

const CASES = '/api/v1/partners/{partnerId}/cases';
const COMPANY = { kind: 'partner', abilities: ['cases'] } as const;
const BOTH = { kind: 'partner', abilities: ['cases', 'handle-cases'] } as const;
const PAGE = 50;

function refuseClosed({ state }: SupportCase): void {
  if (state !== 'closed') return;
  throw conflict('case-closed', 'The case is closed.', {
    detail: 'Nothing was added. Open another one if something is still missing.',
  });
}

/** Cases of a company with support: opened by its administrators, answered and closed by support. */
export function caseRoutes(services: Services, pack: PackCase): Route[] {
  const { database, gate, now, post } = services;

  const shown = async (tx: TenantTransaction, reader: CaseReader, caseId: string) =>
    caseView(tx, reader, await readCase(tx, reader.caller, caseId));
  const standingFor = (partnerId: PartnerId) => caseStandingFor(services, partnerId);
  const summaries = (cases: readonly SupportCase[]) => {
    const [day, find] = [today(now()), finderForAll(services)];
    return cases.map((each) => caseSummary(each, day, find));
  };

  return [
    route({
      method: 'GET',
      path: '/api/v1/cases',
      summary: 'Cases of all companies, whoever has to answer first on top',
      access: { kind: 'ability', ability: 'handle-cases' },
      query: CasesQuerySchema,
      response: CasesSchema,
      handle: async (request) => {
        const { show = 'open', top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const { value, count } = await database.asNetwork({ actor }, (tx) =>
          listCases(tx, show, { skip, limit: top }),
        );
        const more = skip + top < count;
        return json({
          value: summaries(value),
          count,
          nextLink: more ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/case-requests',
      summary: 'Ask the administrators of the company to open a case about oneself',
      access: { kind: 'ability', ability: 'own-profile' },
      body: AskForCaseRequestSchema,
      handle: async (request) => {
        const { userId, partnerId } = ownPerson(callerOf(request));
        const parts = { ...services, standing: await standingFor(partnerId) };
        await database.asTenant({ partnerId, actor: { kind: 'user', userId } }, (tx) =>
          repeatable(tx, request, () => askForCase(parts, tx, userId, request.body)),
        );
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: CASES,
      summary: 'Cases of the company, the first answer due on top',
      access: BOTH,
      query: CasesQuerySchema,
      response: CasesSchema,
      handle: async (request) => {
        const { show = 'open', top = PAGE, skip = 0 } = request.query;
        const { value, count } = await database.readAsTenant(claimOf(request), (tx) =>
          listCases(tx, show, { skip, limit: top }),
        );
        const seen = value.filter(
          ({ state }) => sideOf(callerOf(request)) === 'company' || state !== 'asked',
        );
        const more = skip + top < count;
        return json({
          value: summaries(seen),
          count,
          nextLink: more ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/case-form',
      summary: 'What a case of a kind should show, and from which sources records are recognised',
      access: { kind: 'partner', abilities: [] },
      query: CaseFormQuerySchema,
      response: CaseFormSchema,
      handle: async (request) => {
        const { kind, userId, skill = null, achievedOn = null, source = null } = request.query;
        const { caller, programmes, find } = await readerOf(services, request);
        const partnerId = askedPartner(request);
        if (userId !== undefined && userId !== caller.userId) {
          await requireAbility(caller, 'cases', partnerId, gate);
        }
        const sources = new Set(programmes.flatMap(({ recognisedSources }) => recognisedSources));
        const standingOf = await standingFor(partnerId);
        const about = await database.readAsTenant(claimOf(request), async (tx) => {
          const user = userId === undefined ? null : await findUser(tx, userId);
          if (user === null) return { person: null, standing: null };
          const name = `${user.firstName} ${user.lastName}`.trim();
          const standing = await standingOf(tx, user, { about: kind, skill, achievedOn });
          return { person: { userId: user.userId, name }, standing };
        });
        return json({
          proofs: [...PROOFS_ASKED[kind]],
          recognisedSources: [...sources].map((id) => ({ id, name: sourceName(id) })),
          contact: contactOfCase(programmes, kind, source),
          knownSkill: knownSkill(find, skill),
          ...about,
        });
      },
    }),
    route({
      method: 'POST',
      path: CASES,
      summary: 'Opens a case with support; the reports and the profile of the person go with it',
      access: COMPANY,
      body: OpenCaseRequestSchema,
      response: CaseSchema,
      status: 201,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const claim = claimOf(request);
        const { userId } = request.body;
        const by = reader.caller.id;
        const parts = { ...services, standing: await standingFor(claim.partnerId) };
        const files = await pack({ partnerId: claim.partnerId, userId, locale: request.locale, by });
        const body = await database.asTenant(claim, async (tx) => {
          const { kept } = await repeatable(tx, request, async () => ({
            caseId: await openCase(parts, tx, request.body, files),
          }));
          return shown(tx, reader, kept.caseId);
        });
        return { kind: 'json', status: 201, body };
      },
    }),
    route({
      method: 'GET',
      path: `${CASES}/{caseId}`,
      summary: 'A case with what was written and which files are kept',
      access: BOTH,
      response: CaseSchema,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const caseId = uuidParam(request.params, 'caseId');
        return json(await database.readAsTenant(claimOf(request), (tx) => shown(tx, reader, caseId)));
      },
    }),
    route({
      method: 'POST',
      path: `${CASES}/{caseId}/open`,
      summary: 'Hands on to support what a user has asked for',
      access: COMPANY,
      response: CaseSchema,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const { caller } = reader;
        const claim = claimOf(request);
        const parts = { ...services, standing: await standingFor(claim.partnerId) };
        const caseId = uuidParam(request.params, 'caseId');
        const asked = await database.readAsTenant(claim, (tx) => readCase(tx, caller, caseId));
        const { userId } = asked;
        const files = await pack({
          partnerId: claim.partnerId,
          userId,
          locale: request.locale,
          by: caller.id,
        });
        return json(
          await database.asTenant(claim, async (tx) => {
            const { state } = await readCase(tx, caller, caseId, 'hold');
            if (state !== 'asked') {
              throw conflict('case-open', 'The case is with support already.', {
                detail: 'Nothing was changed.',
              });
            }
            await handOn(parts, tx, caseId, files);
            return shown(tx, reader, caseId);
          }),
        );
      },
    }),
    route({
      method: 'POST',
      path: `${CASES}/{caseId}/messages`,
      summary: 'Writes in a case; support may say that it waits for the company',
      access: BOTH,
      body: CaseMessageRequestSchema,
      response: CaseSchema,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const { caller } = reader;
        const side = sideOf(caller);
        const caseId = uuidParam(request.params, 'caseId');
        const { message, waiting = false } = request.body;
        const write = async (tx: TenantTransaction) => {
          const found = await readCase(tx, caller, caseId, 'hold');
          refuseClosed(found);
          await addCaseMessage(tx, { caseId, side, content: message });
          const state =
            found.state === 'asked' ? 'asked' : side === 'support' && waiting ? 'waiting' : 'open';
          const dueOn = answerDay(state, tx.now);
          await changeCase(tx, caseId, { state, outcome: null, dueOn });
          await recordAudit(tx, { action: 'case.message', subject: `case:${caseId}`, details: { side } });
          const news = { event: 'message', about: found, until: dueOn } as const;
          if (side === 'support') await tellOpener(post, tx, news);
          else if (state !== 'asked') await tellSupport(post, tx, news);
          return { caseId };
        };
        return json(
          await database.asTenant(claimOf(request), async (tx) => {
            await repeatable(tx, request, () => write(tx));
            return shown(tx, reader, caseId);
          }),
        );
      },
    }),
    route({
      method: 'POST',
      path: `${CASES}/{caseId}/close`,
      summary: 'Closes a case: support with what came of it, the company when it takes it back',
      access: BOTH,
      body: CloseCaseRequestSchema,
      response: CaseSchema,
      handle: async (request) => {
        const reader = await readerOf(services, request);
        const { caller } = reader;
        const side = sideOf(caller);
        const caseId = uuidParam(request.params, 'caseId');
        const { outcome, message } = request.body;
        return json(
          await database.asTenant(claimOf(request), async (tx) => {
            const found = await readCase(tx, caller, caseId, 'hold');
            refuseClosed(found);
            if ((side === 'company') !== (outcome === 'withdrawn')) {
              throw conflict(
                'not-your-outcome',
                'The company takes a case back; support solves or declines it.',
                {
                  detail: 'Nothing was changed.',
                },
              );
            }
            await addCaseMessage(tx, { caseId, side, content: message });
            await changeCase(tx, caseId, { state: 'closed', outcome, dueOn: null });
            await recordAudit(tx, { action: 'case.closed', subject: `case:${caseId}`, details: { outcome } });
            const news = { event: 'closed', about: found, until: null } as const;
            if (side === 'support') await tellOpener(post, tx, news);
            else if (found.state !== 'asked') await tellSupport(post, tx, news);
            return shown(tx, reader, caseId);
          }),
        );
      },
    }),
  ];
}

/** A source by its name where it has one here, else by its id. */
function sourceName(id: string) {
  return { en: labelOf(PROVIDER_LABELS.en, id), fr: labelOf(PROVIDER_LABELS.fr, id) };
}
