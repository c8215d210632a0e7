import { AnswerQuerySchema, type Locale } from '../../contract/common.ts';
import {
  RecordWaySchema,
  SKILLS_REPORT_COLUMNS,
  type SkillsReportQuery,
  SkillsReportQuerySchema,
  SkillsReportSchema,
} from '../../contract/skills-report.ts';
import type { Caller } from '../../http/caller.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { holdersOfRoles } from '../../store/users-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { recordWay } from '../shared/record-way.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES, type ReportFileFormat } from '../shared/report-file.ts';
import { tokenHash } from '../shared/secret-token.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { emptyReportMessage } from './empty-report.ts';
import { emptyCause } from './skills-report-prerequisites.ts';
import { chosenRows, type RoleHolders, skillsReport } from './skills-report-query.ts';
import { skillsReportFile } from './skills-report-workbook.ts';

const READ_REPORTS: readonly string[] = ['partner-admin', 'global-admin'];
const ADD_PEOPLE: readonly string[] = ['global-admin', 'account-admin', 'user-admin'];

/** Whoever may read the report, and whoever may add people to it. */
async function roleHolders({ database }: Services, claim: ReturnType<typeof claimOf>): Promise<RoleHolders> {
  return database.readAsTenant(claim, async (tx) => {
    const holders = await holdersOfRoles(tx, [...new Set([...READ_REPORTS, ...ADD_PEOPLE])]);
    const names = (roles: readonly string[]) => [
      ...new Set(holders.flatMap(({ role, displayName }) => (roles.includes(role) ? [displayName] : []))),
    ];
    return { reports: names(READ_REPORTS), accounts: names(ADD_PEOPLE) };
  });
}

/** Parameters that choose a piece of the report, not rows by what is in them. */
const WHOLE_REPORT: ReadonlySet<string> = new Set(['all', 'top', 'skip']);

interface Download {
  readonly answer: PartnerAnswer;
  readonly query: SkillsReportQuery;
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  readonly caller: Caller;
}

function checkedFile({ answer, query, format, locale, caller }: Download, at: Date) {
  const columns = query.columns ?? SKILLS_REPORT_COLUMNS;
  const { all, chosen } = chosenRows(answer, query, locale);
  if (all.length === 0) {
    const errors = [{ code: emptyCause(answer) }];
    throw conflict('no-skills-data', emptyReportMessage(locale), { errors });
  }
  const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
  return {
    rows: chosen.length,
    file: skillsReportFile(answer, { rows: chosen, columns, format, locale, by, at }),
  };
}

export function skillsReportRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/skills-report',
      summary: 'The skills report: the rows of the page, or a file of the same rows',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: SkillsReportQuerySchema,
      response: SkillsReportSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query } = request;
        const caller = callerOf(request);
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, query.programme);
        const asOf = asOfQuery(query, now());
        const locale = query.lang ?? caller.locale;
        const format = query.format ?? 'json';
        if (format === 'json') {
          const version = await versionFor(services, partnerId, programme, asOf);
          const holders = () => roleHolders(services, claimOf(request));
          if (filtersOf(query).some((name) => !WHOLE_REPORT.has(name))) {
            return {
              kind: 'versioned',
              version,
              body: async () =>
                skillsReport(
                  await answers.of(partnerId, programme, asOf),
                  query,
                  await holders(),
                  locale,
                  request.url,
                ),
            };
          }
          // The whole report is what most readers ask for; what they search for in it is not worth keeping.
          const text = async () => {
            const named = await holders();
            const question = `skills-report ${locale} ${request.url} ${tokenHash(JSON.stringify(named)).toString('hex')}`;
            return derived.json(partnerId, programme, question, asOf, (answer) =>
              skillsReport(answer, query, named, locale, request.url),
            );
          };
          return { kind: 'versioned-text', version, text };
        }
        const answer = await answers.of(partnerId, programme, asOf);
        const { rows, file } = checkedFile({ answer, query, format, locale, caller }, now());
        await database.asTenant({ partnerId, actor: actorOf(caller) }, (tx) =>
          recordAudit(tx, {
            action: 'skills-report.downloaded',
            subject: null,
            details: { format, rows, programme: programme.id, asOf: asOf.validAt, filters: filtersOf(query) },
          }),
        );
        return { kind: 'file', ...file };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/skills-report/records/{recordId}/way',
      summary: 'The way of one record: achieved, received, associated, counted',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: AnswerQuerySchema,
      response: RecordWaySchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.query.programme);
        const asOf = asOfQuery(request.query, now());
        const recordId = request.params.recordId ?? '';
        const answer = await answers.of(partnerId, programme, asOf);
        const way = recordWay(answer, recordId, true);
        if (way === null) throw notFound();
        const version = await versionFor(services, partnerId, programme, asOf);
        return { kind: 'versioned', version, body: async () => way };
      },
    }),
  ];
}

/** The filters by name only: what was searched for may itself be personal data. */
function filtersOf(query: SkillsReportQuery): string[] {
  const {
    format: _format,
    lang: _lang,
    asOf: _asOf,
    knownAt: _knownAt,
    programme: _programme,
    ...filters
  } = query;
  return Object.keys(filters).sort();
}
