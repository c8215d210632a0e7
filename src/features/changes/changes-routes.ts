import { ChangesQuerySchema, ChangesSchema } from '../../contract/changes.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { changesFile } from './changes-file.ts';
import { changesView, chosenChanges, earlierTimes } from './changes-query.ts';
import { comparedAnswers } from './compared-answers.ts';

export function changesRoutes(services: Services): Route[] {
  const { database, answers, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/changes',
      summary: 'What has changed since a day, and why: levels, options and skills, or a file of the skills',
      access: { kind: 'partner', abilities: ['skills-report'] },
      query: ChangesQuerySchema,
      response: ChangesSchema,
      files: REPORT_MEDIA_TYPES,
      handle: async (request) => {
        const { query, url } = request;
        const asOf = asOfQuery(query, now());
        if (query.since !== undefined && query.since >= asOf.validAt) {
          throw invalidField('query', 'since', { format: 'date-before-as-of' }, request.locale);
        }
        const claim = claimOf(request);
        const programme = await askedProgramme(services, askedPartner(request), query.programme);
        const earlier = await answers.of(claim.partnerId, programme, earlierTimes(asOf, query.since));
        const later = await answers.of(claim.partnerId, programme, asOf);
        const found = comparedAnswers(earlier, later);
        const { format = 'json' } = query;
        if (format === 'json') return json(changesView(found, { earlier, later }, { query, url }));
        const caller = callerOf(request);
        const changes = chosenChanges(found, query);
        await database.asTenant(claim, (tx) =>
          recordAudit(tx, {
            action: 'changes.downloaded',
            subject: null,
            details: {
              format,
              rows: changes.length,
              programme: programme.id,
              since: earlier.asOf.validAt,
              asOf: asOf.validAt,
            },
          }),
        );
        const by = madeBy(caller, later.directory.get(caller.id)?.workEmail);
        const locale = query.lang ?? caller.locale;
        return { kind: 'file', ...changesFile(earlier, later, { changes, format, locale, by, at: now() }) };
      },
    }),
  ];
}
