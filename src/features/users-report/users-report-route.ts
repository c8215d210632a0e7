import {
  USERS_REPORT_COLUMNS,
  type UsersReportQuery,
  UsersReportQuerySchema,
  UsersReportSchema,
} from '../../contract/users-report.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { usersReportRows } from '../shared/users-report-rows.ts';
import { usersReportFile } from './users-report-file.ts';
import { chosenUserRows, usersReport } from './users-report-query.ts';

/** The filters by name only: what was searched for may itself be personal data. */
function filtersOf(query: UsersReportQuery): string[] {
  const { format: _format, lang: _lang, asOf: _asOf, ...filters } = query;
  return Object.keys(filters).sort();
}

export function usersReportRoutes({ database, now }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/users-report',
      summary: 'The users report: the rows of the page, or a file of the same rows',
      access: { kind: 'partner', abilities: ['users'] },
      query: UsersReportQuerySchema,
      response: UsersReportSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const caller = callerOf(request);
        const claim = claimOf(request);
        const asOf = asOfQuery(query, now());
        const locale = query.lang ?? caller.locale;
        const { format = 'json' } = query;
        if (format === 'json') {
          const rows = await database.readAsTenant(claim, (tx) => usersReportRows(tx, asOf.validAt));
          return json(usersReport(rows, { query, day: asOf.validAt, locale, url }));
        }
        const { rows, partner } = await database.asTenant(claim, async (tx) => {
          const all = await usersReportRows(tx, asOf.validAt);
          const chosen = chosenUserRows(all, query, locale);
          await recordAudit(tx, {
            action: 'users-report.downloaded',
            subject: null,
            details: { format, rows: chosen.length, asOf: asOf.validAt, filters: filtersOf(query) },
          });
          const own = all.find(({ userId }) => userId === caller.id);
          return {
            rows: chosen,
            partner: { name: (await findPartner(tx, claim.partnerId))!.name, by: own?.workEmail },
          };
        });
        const about = { partner: partner.name, asOf, by: madeBy(caller, partner.by), at: now() };
        const file = usersReportFile({
          partnerId: claim.partnerId,
          rows,
          columns: query.columns ?? USERS_REPORT_COLUMNS,
          format,
          locale,
          about,
        });
        return { kind: 'file', ...file };
      },
    }),
  ];
}
