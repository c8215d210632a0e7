import type { z } from 'zod';
import {
  EndExemptionRequestSchema,
  ExemptionSchema,
  ExemptionsQuerySchema,
  ExemptionsSchema,
  GiveExemptionRequestSchema,
} from '../../contract/exemptions.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { holdsOn } from '../../domain/facts/exemption-days.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { dayOfInstant } from '../../domain/time/instant.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  addExemption,
  type Exemption,
  endExemptionOn,
  exemptionsOf,
  holdExemptions,
} from '../../store/exemptions-store.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { hasLevel, latestUntil } from './exemption-terms.ts';

const EXEMPTIONS = '/api/v1/partners/{partnerId}/exemptions';

type ExemptionAnswer = z.input<typeof ExemptionSchema>;

function viewsOf(programme: Programme, exemptions: readonly Exemption[], today: Day): ExemptionAnswer[] {
  return exemptions.flatMap(({ givenAt, ...exemption }) => {
    const competency = programme.competencies.find(({ id }) => id === exemption.competency);
    if (competency === undefined) return [];
    const running = holdsOn(exemption, today);
    const { id } = programme;
    return { ...exemption, programme: id, name: competency.name, recordedAt: givenAt.toISOString(), running };
  });
}

/** Levels that the network lets a company hold for a time, with the reason: the company sees them and gives none. */
export function exemptionRoutes(services: Services): Route[] {
  const { database, programmes, now } = services;
  const today = () => dayOfInstant(now().getTime());

  async function shown(claim: ReturnType<typeof claimOf>, exemptionId: string): Promise<ExemptionAnswer> {
    const exemptions = await database.readAsTenant(claim, exemptionsOf);
    const own = exemptions.filter((each) => each.exemptionId === exemptionId);
    return [...programmes.values()].flatMap((each) => viewsOf(each, own, today()))[0]!;
  }

  return [
    route({
      method: 'GET',
      path: EXEMPTIONS,
      summary: 'Levels that the company holds, or held, by exemption: until when and why',
      access: { kind: 'partner', abilities: ['competencies'] },
      query: ExemptionsQuerySchema,
      response: ExemptionsSchema,
      handle: async (request) => {
        const programme = await askedProgramme(services, askedPartner(request), request.query.programme);
        const exemptions = await database.readAsTenant(claimOf(request), exemptionsOf);
        const latest = latestUntil(programme, callerOf(request), today());
        return json({
          value: viewsOf(programme, exemptions, today()),
          programme: programme.id,
          latestUntil: latest === null ? null : formatDay(latest),
        });
      },
    }),
    route({
      method: 'POST',
      path: EXEMPTIONS,
      summary: 'Lets a company hold a level until a day, whatever its requirements say',
      access: { kind: 'partner', abilities: ['give-exemptions'] },
      body: GiveExemptionRequestSchema,
      response: ExemptionSchema,
      status: 201,
      handle: async (request) => {
        const { programme: asked, ...exemption } = request.body;
        const programme = await askedProgramme(services, askedPartner(request), asked);
        const { competency, level, until } = exemption;
        if (!hasLevel(programme, competency, level)) {
          throw notFound('level-not-found', 'The programme has no such level in the competency.');
        }
        const end = parseDay(until)!;
        const latest = latestUntil(programme, callerOf(request), today());
        if (end <= today()) throw conflict('exemption-day', 'An exemption ends after today.');
        if (latest !== null && end > latest) {
          const detail = `Until ${formatDay(latest)} at the latest; the operator may give more.`;
          throw conflict('exemption-too-long', 'Support gives exemptions for a limited time.', { detail });
        }
        const kept = await database.asTenant(claimOf(request), async (tx) => {
          await holdExemptions(tx);
          return repeatable(tx, request, async () => {
            const day = today();
            const running = (await exemptionsOf(tx)).find(
              (each) => each.competency === competency && each.level === level && holdsOn(each, day),
            );
            // What support gives for a limited time must not last by being prolonged again and again.
            if (
              running !== undefined &&
              (latest !== null || running.until === null || running.until >= until)
            ) {
              throw conflict('exemption-given', 'The level is held by an exemption already.');
            }
            const exemptionId =
              running === undefined
                ? await addExemption(tx, { ...exemption, from: formatDay(day) })
                : await endExemptionOn(tx, { ...running, reason: exemption.reason }, until);
            const details = { competency, level, until, reason: exemption.reason };
            const action = running === undefined ? 'exemption.given' : 'exemption.prolonged';
            await recordAudit(tx, { action, subject: `exemption:${exemptionId}`, details });
            return { exemptionId };
          });
        });
        return { kind: 'json', status: 201, body: await shown(claimOf(request), kept.kept.exemptionId) };
      },
    }),
    route({
      method: 'POST',
      path: `${EXEMPTIONS}/{exemptionId}/end`,
      summary: 'Ends an exemption earlier than it was given for; today ends it at once',
      access: { kind: 'partner', abilities: ['give-exemptions'] },
      body: EndExemptionRequestSchema,
      response: ExemptionSchema,
      handle: async (request) => {
        const { until } = request.body;
        const kept = await database.asTenant(claimOf(request), async (tx) => {
          await holdExemptions(tx);
          return repeatable(tx, request, async () => {
            const exemptions = await exemptionsOf(tx);
            const found = exemptions.find((each) => each.exemptionId === request.params.exemptionId);
            if (found === undefined) throw notFound('exemption-not-found', 'There is no such exemption.');
            const earlier = found.until === null || until < found.until;
            if (!earlier || parseDay(until)! < today()) {
              throw conflict('exemption-day', 'Choose a day from today to the end that it has.');
            }
            const exemptionId = await endExemptionOn(tx, found, until);
            const { competency, level } = found;
            const details = { competency, level, until, before: found.until };
            await recordAudit(tx, {
              action: 'exemption.ended',
              subject: `exemption:${exemptionId}`,
              details,
            });
            return { exemptionId };
          });
        });
        return json(await shown(claimOf(request), kept.kept.exemptionId));
      },
    }),
  ];
}
