import { AnswerQuerySchema } from '../../contract/common.ts';
import { RiskQuerySchema, RiskSchema } from '../../contract/risk.ts';
import { RiskRankingSchema } from '../../contract/risk-ranking.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { rankedLevels } from './ranked-levels.ts';
import { recordedChanges } from './recorded-changes.ts';
import { risk } from './risk-query.ts';
import { riskRanking } from './risk-ranking-query.ts';

export function riskRoutes(services: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/risk',
      summary:
        'What may be lost until a day (the anniversary, else twelve months), and whose leaving would lose it',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: RiskQuerySchema,
      response: RiskSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const { until = null, programme: asked, ...times } = request.query;
        const programme = await askedProgramme(services, partnerId, asked);
        const asOf = asOfQuery(times, services.now());
        if (until !== null && until < asOf.validAt) {
          throw invalidField('query', 'until', { format: 'date-from-as-of' }, request.locale);
        }
        const mayNames = callerOf(request).abilities.has('personal-data');
        return {
          kind: 'versioned',
          // The end of the question stands in the address, which is part of the tag already.
          version: await versionFor(services, partnerId, programme, asOf),
          body: async () => risk(await services.answers.of(partnerId, programme, asOf), until, mayNames),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/risk-ranking',
      summary: 'Every level met or held by what hangs on it, what changed, and what would repair it',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: AnswerQuerySchema,
      response: RiskRankingSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.query.programme);
        const asOf = asOfQuery(request.query, services.now());
        const mayNames = callerOf(request).abilities.has('personal-data');
        const answer = await services.answers.of(partnerId, programme, asOf);
        const levels = rankedLevels(answer, mayNames);
        // The trail goes on without any fact changing: it is read each time.
        const recorded = await services.database.readAsTenant(claimOf(request), (tx) =>
          recordedChanges(tx, levels, asOf.knownAt),
        );
        const last = recorded.events[0]?.sequence ?? 0;
        return {
          kind: 'versioned',
          version: `${await versionFor(services, partnerId, programme, asOf)} ${last} ${mayNames}`,
          body: async () => riskRanking(answer, levels, recorded, mayNames),
        };
      },
    }),
  ];
}
