import { AnswerQuerySchema } from '../../contract/common.ts';
import { OverviewSchema } from '../../contract/competencies.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { listAudit } from '../../store/audit-store.ts';
import { loadDirectory } from '../../store/directory-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { earlierTimes } from '../shared/earlier-times.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { overview } from './overview-query.ts';
import { actorsOf, changesAmong, recentChanges } from './recent-changes.ts';

/** Where the changes belong in an overview that was made without them; in a value the quotes would be escaped. */
const NO_CHANGES = '"recentChanges":[]';

export function overviewRoutes(services: Services): Route[] {
  const { database, answers, derived, now } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/overview',
      summary: 'What is held, what is about to end, what is within reach',
      access: { kind: 'partner', abilities: ['overview'] },
      query: AnswerQuerySchema,
      response: OverviewSchema,
      handle: async (request) => {
        const asOf = asOfQuery(request.query, now());
        const mayNames = callerOf(request).abilities.has('personal-data');
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.query.programme);
        // Reports come after the overview, which is ready: their answers are made while it is read.
        answers.prepare(partnerId, programme, [asOf, earlierTimes(asOf, undefined)]);
        // The trail goes on without any fact changing: it is read each time, and the rest only when facts change.
        const changes = await database.readAsTenant(claimOf(request), async (tx) => {
          const events = changesAmong(await listAudit(tx, { top: 100, skip: 0 }), asOf.knownAt);
          return recentChanges(events, await loadDirectory(tx, actorsOf(events)), mayNames);
        });
        const recent = JSON.stringify(changes);
        return {
          kind: 'versioned-text',
          version: `${await versionFor(services, partnerId, programme, asOf)} ${recent}`,
          text: async () => {
            const question = `overview ${mayNames ? 'with names' : 'without names'}`;
            const text = await derived.json(partnerId, programme, question, asOf, (answer) =>
              overview(answer, answer.reportRows(false), [], mayNames),
            );
            return text.replace(NO_CHANGES, () => `"recentChanges":${recent}`);
          },
        };
      },
    }),
  ];
}
