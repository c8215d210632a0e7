import { type ChaseListQuery, ChaseListQuerySchema, ChaseListSchema } from '../../contract/chase-list.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { lastWrittenByUser } from '../../store/mail-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { ASSOCIATE_REMINDER_KIND } from '../shared/reminder-cycle.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { chaseListFile } from './chase-list-file.ts';
import { chaseList, chaseRows, chosenChaseRows } from './chase-list-query.ts';

/** The filters by name only: what was searched for may itself be personal data. */
function filtersOf(query: ChaseListQuery): string[] {
  const { format: _f, lang: _l, asOf: _a, knownAt: _k, programme: _p, ...filters } = query;
  return Object.keys(filters).sort();
}

export function chaseListRoutes(services: Services): Route[] {
  const { database, answers, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/chase-list',
      summary: 'People associated in PMC and not in Partner Center, ranked by what is lost if they stay so',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: ChaseListQuerySchema,
      response: ChaseListSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const caller = callerOf(request);
        const claim = claimOf(request);
        const programme = await askedProgramme(services, askedPartner(request), query.programme);
        const asOf = asOfQuery(query, now());
        const locale = query.lang ?? caller.locale;
        const answer = await answers.of(claim.partnerId, programme, asOf);
        const at = await database.readAsTenant(claim, (tx) => lastWrittenByUser(tx, ASSOCIATE_REMINDER_KIND));
        const reminded = { at, now: now() };
        const { format = 'json' } = query;
        if (format === 'json') return json(chaseList(answer, { query, reminded, locale, url }));
        const rows = chosenChaseRows(chaseRows(answer, reminded, locale), query, locale);
        const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
        await database.asTenant(claim, (tx) =>
          recordAudit(tx, {
            action: 'chase-list.downloaded',
            subject: null,
            details: {
              format,
              rows: rows.length,
              programme: programme.id,
              asOf: asOf.validAt,
              filters: filtersOf(query),
            },
          }),
        );
        return { kind: 'file', ...chaseListFile(answer, { rows, format, locale, by, at: now() }) };
      },
    }),
  ];
}
