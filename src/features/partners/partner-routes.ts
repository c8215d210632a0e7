import { listOf } from '../../contract/common.ts';
import { PartnerProgrammeSchema, PartnerSummarySchema } from '../../contract/session.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { enrolledPartners, enrolmentsOf } from '../../store/enrolments-store.ts';
import { findPartner, listPartners } from '../../store/partners-store.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { partnerSummary } from '../shared/partner-summary.ts';
import { actorOf, type PartnerProgramme, type Services } from '../shared/services.ts';

function partnerProgrammeView({ programme, track, enrolled }: PartnerProgramme) {
  const { id, name, version, tracks } = programme;
  return { programme: id, name, version, track: tracks.get(track ?? '') ?? null, enrolled };
}

export function partnerRoutes({ database, programmesOf }: Services): Route[] {
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
          const enrolled = await enrolledPartners(tx);
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
          return partner && partnerSummary(partner, (await enrolmentsOf(tx)).length > 0);
        });
        if (summary === null) throw notFound();
        return json(summary);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/programmes',
      summary: 'The programmes in which a partner takes part; the first answers where none is named',
      access: { kind: 'partner', abilities: [] },
      response: listOf(PartnerProgrammeSchema),
      handle: async (request) => {
        const programmes = await programmesOf(askedPartner(request));
        return json({ value: programmes.map(partnerProgrammeView) });
      },
    }),
  ];
}
