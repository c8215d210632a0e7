import {
  JoinNewSchema,
  JoinOwnSchema,
  JoinReceivedSchema,
  type JoinStanding,
  JoinStandingSchema,
} from '../../contract/joining.ts';
import { conflict, tooManyAttempts } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { type Actor, asOnePartner } from '../../store/database.ts';
import { enrolmentsOf } from '../../store/enrolments-store.ts';
import { addJoinRequest, joinsAtOnce, ownJoinRequest } from '../../store/join-requests-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { approveJoin } from './decide-join.ts';

const PUBLIC: Actor = { kind: 'system', name: 'join' };
/** Who may ask for a company that is here. */
const ASKING = ['company-settings', 'memberships'] as const;

/** A company asks to take part, and reads what became of it. */
export function joinRoutes(services: Services): Route[] {
  const { database, programme, limits, post } = services;

  async function standing(claim: ReturnType<typeof claimOf>): Promise<JoinStanding> {
    return database.readAsTenant(claim, async (tx) => {
      const request = await ownJoinRequest(tx, programme.id);
      return {
        enrolled: (await enrolmentsOf(tx)).length > 0,
        request: request && {
          requestId: request.requestId,
          askedAt: request.askedAt.toISOString(),
          state: request.state,
          decidedAt: request.decidedAt?.toISOString() ?? null,
          reason: request.reason,
        },
      };
    });
  }

  return [
    route({
      method: 'POST',
      path: '/api/v1/join-requests',
      summary:
        'A company that is not here yet asks to take part; whatever is known of it, the answer is the same',
      access: { kind: 'public' },
      body: JoinNewSchema,
      response: JoinReceivedSchema,
      status: 202,
      handle: async ({ body, ip }) => {
        const retryAfter = limits.perAddress.attempt(ip);
        if (retryAfter !== null) throw tooManyAttempts(retryAfter);
        await database.asNetwork({ actor: PUBLIC }, async (tx) => {
          const requestId = await asOnePartner(tx, NETWORK_PARTNER, async (own) => {
            const added = await addJoinRequest(own, { ...body, programme: programme.id });
            if (added === null) return null;
            const details = { request: added };
            await recordAudit(own, { action: 'join.asked', subject: null, details });
            return added;
          });
          // Refused at once, such as an address that is taken, it waits for an operator.
          if (requestId !== null && (await joinsAtOnce(tx))) await approveJoin(tx, post, requestId);
        });
        return { kind: 'json', status: 202, body: { received: true as const } };
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/join-request',
      summary: 'Whether the company takes part in a programme, and what became of its latest request to',
      access: { kind: 'partner', abilities: [] },
      response: JoinStandingSchema,
      handle: async (request) => json(await standing(claimOf(request))),
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/join-request',
      summary: 'A company that is here and takes no part asks to',
      access: { kind: 'partner', abilities: ASKING },
      body: JoinOwnSchema,
      response: JoinStandingSchema,
      status: 201,
      handle: async (request) => {
        const claim = claimOf(request);
        await database.asNetwork({ actor: claim.actor }, async (tx) => {
          const requestId = await asOnePartner(tx, claim.partnerId, async (own) => {
            if ((await enrolmentsOf(own)).length > 0) {
              throw conflict('already-enrolled', 'The company takes part already.');
            }
            const asked = { ...request.body, programme: programme.id, admin: null, locale: request.locale };
            const added = await addJoinRequest(own, asked);
            if (added === null) {
              throw conflict('join-waiting', 'The company has asked already; the operator will decide.');
            }
            const details = { request: added };
            await recordAudit(own, { action: 'join.asked', subject: null, details });
            return added;
          });
          if (await joinsAtOnce(tx)) await approveJoin(tx, post, requestId);
        });
        return { kind: 'json', status: 201, body: await standing(claim) };
      },
    }),
  ];
}
