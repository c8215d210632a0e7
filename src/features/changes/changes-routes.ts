import { ChangesQuerySchema, ChangesSchema } from '../../contract/changes.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { earlierTimes } from '../shared/earlier-times.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { madeBy } from '../shared/report-about.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { changesFile } from './changes-file.ts';
import { changesView, chosenChanges } from './changes-query.ts';
import { comparedAnswers } from './compared-answers.ts';

export function changesRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
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
        const { partnerId } = claim;
        const before = earlierTimes(asOf, query.since);
        const { format = 'json' } = query;
        if (format === 'json') {
          const view = async (later: PartnerAnswer) => {
            const earlier = await answers.of(partnerId, programme, before);
            return changesView(comparedAnswers(earlier, later), { earlier, later }, { query, url });
          };
          const version = await versionFor(services, partnerId, programme, asOf);
          if (query.search !== undefined) {
            const body = async () => view(await answers.of(partnerId, programme, asOf));
            return { kind: 'versioned', version, body };
          }
          const question = `changes ${asOf.validAt} ${before.validAt} ${before.knownAt} ${url}`;
          const text = () => derived.json(partnerId, programme, question, asOf, view);
          return { kind: 'versioned-text', version, text };
        }
        const earlier = await answers.of(partnerId, programme, before);
        const later = await answers.of(partnerId, programme, asOf);
        const found = comparedAnswers(earlier, later);
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
