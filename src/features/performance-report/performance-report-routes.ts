import { chosenLines } from '../../contract/chosen-lines.ts';
import {
  PerformanceLineDetailSchema,
  PerformanceLineQuerySchema,
  type PerformanceReportQuery,
  PerformanceReportQuerySchema,
  PerformanceReportSchema,
} from '../../contract/performance-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { lineDetail } from './line-detail.ts';
import { performanceReportFile } from './performance-report-file.ts';
import { performanceReport, reportLines } from './performance-report-query.ts';

/** The choices that make the rows of a download, as the trail tells them. */
function choiceOf({ competency, basis, open, search }: PerformanceReportQuery, { id }: Programme) {
  const filters = Object.entries({ competency, basis, open, search }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  return { programme: id, filters };
}

export function performanceReportRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/performance-report',
      summary:
        'The competency performance report: every metric and requirement against its thresholds, or a file',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: PerformanceReportQuerySchema,
      response: PerformanceReportSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query } = request;
        const { format = 'json', part = 'lines' } = query;
        const partnerId = askedPartner(request);
        const evidence = await answers.version(partnerId);
        const programme = await askedProgramme(services, partnerId, query.programme, evidence);
        const asOf = asOfQuery(query, now());
        if (format === 'json') {
          const version = await versionFor(services, partnerId, programme, asOf, evidence);
          if (choiceOf(query, programme).filters.length > 0) {
            return {
              kind: 'versioned',
              version,
              body: async () => performanceReport(await answers.of(partnerId, programme, asOf), query),
            };
          }
          // The whole report is what pages ask for.
          return {
            kind: 'versioned-text',
            version,
            text: () =>
              derived.json(partnerId, programme, 'performance-report', asOf, (answer) =>
                performanceReport(answer, {}),
              ),
          };
        }
        const claim = claimOf(request);
        const answer = await answers.of(partnerId, programme, asOf);
        const lines = chosenLines(reportLines(answer), query);
        await database.asTenant(claim, (tx) =>
          recordAudit(tx, {
            action: 'performance-report.downloaded',
            subject: null,
            details: { format, part, rows: lines.length, asOf: asOf.validAt, ...choiceOf(query, programme) },
          }),
        );
        const caller = callerOf(request);
        const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
        const locale = query.lang ?? caller.locale;
        const file = performanceReportFile(answer, { lines, part, format, locale, by, at: now() });
        return { kind: 'file', ...file };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/performance-report/{competency}/{line}',
      summary: 'One line of the performance report: its months, the people or the reported figures behind it',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: PerformanceLineQuerySchema,
      response: PerformanceLineDetailSchema,
      handle: async (request) => {
        const { query, params, url } = request;
        const partnerId = askedPartner(request);
        const evidence = await answers.version(partnerId);
        const programme = await askedProgramme(services, partnerId, query.programme, evidence);
        const asOf = asOfQuery(query, now());
        const answer = await answers.of(partnerId, programme, asOf);
        const { competency = '', line = '' } = params;
        const asked = { competency, line, top: query.top, skip: query.skip };
        const detail = lineDetail(answer, asked, url);
        if (detail === null) throw notFound('line-not-found', 'The report of this day has no such line.');
        return {
          kind: 'versioned',
          version: await versionFor(services, partnerId, programme, asOf, evidence),
          body: async () => detail,
        };
      },
    }),
  ];
}
