import { AnswerQuerySchema } from '../../contract/common.ts';
import { OverviewSchema } from '../../contract/competencies.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { listAudit } from '../../store/audit-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { overview } from './overview-query.ts';
import { recentChanges } from './recent-changes.ts';

export function overviewRoutes(services: Services): Route[] {
  const { database, answers, now } = services;
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
        const answer = await answers.of(partnerId, programme, asOf);
        const events = await database.readAsTenant(claimOf(request), (tx) =>
          listAudit(tx, { top: 100, skip: 0 }),
        );
        const changes = recentChanges(events, answer.directory, mayNames);
        return {
          kind: 'json',
          status: 200,
          body: overview(answer, answer.reportRows(false), changes, mayNames),
        };
      },
    }),
  ];
}
