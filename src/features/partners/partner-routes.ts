import { listOf } from '../../contract/common.ts';
import { PartnerSummarySchema } from '../../contract/session.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { enrolledPartners, isEnrolled } from '../../store/enrolments-store.ts';
import { findPartner, listPartners } from '../../store/partners-store.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { partnerSummary } from '../shared/partner-summary.ts';
import { actorOf, type Services } from '../shared/services.ts';

export function partnerRoutes({ database, programme }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners',
      summary: 'Every partner of the network',
      access: { kind: 'ability', ability: 'network' },
      response: listOf(PartnerSummarySchema),
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const value = await database.asNetwork({ actor }, async (tx) => {
          const enrolled = await enrolledPartners(tx, programme.id);
          const partners = await listPartners(tx);
          return partners.map((partner) => partnerSummary(partner, enrolled.has(partner.partnerId)));
        });
        return json({ value });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}',
      summary: 'One partner',
      access: { kind: 'partner', abilities: [] },
      response: PartnerSummarySchema,
      handle: async (request) => {
        const summary = await database.readAsTenant(claimOf(request), async (tx) => {
          const partner = await findPartner(tx, askedPartner(request));
          return partner && partnerSummary(partner, await isEnrolled(tx, programme.id));
        });
        if (summary === null) throw notFound();
        return json(summary);
      },
    }),
  ];
}
