import { RiskQuerySchema, RiskSchema } from '../../contract/risk.ts';
import { callerOf, type Route, route } from '../../http/route.ts';
import { invalidField } from '../../http/validation.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { versionFor } from '../shared/version-for.ts';
import { risk } from './risk-query.ts';

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
  ];
}
