import {
  BegunRoundSchema,
  EndedSessionsSchema,
  SecuritySchema,
  ShowWorkAccountRequestSchema,
} from '../../contract/sign-in.ts';
import { notFound } from '../../http/problem.ts';
import { json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { endSessions } from '../../store/sessions-store.ts';
import { endUserIdentity } from '../../store/user-identities-store.ts';
import { ownSession, requireFreshSignIn } from '../shared/fresh-sign-in.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { requireOtherWayIn } from './other-way-in.ts';
import { ownClaim } from './own-claim.ts';
import { securityView } from './security-view.ts';
import type { SessionGate } from './session-gate.ts';
import { showWorkAccount } from './show-work-account.ts';

export function securityRoutes(services: Services, gate: SessionGate): Route[] {
  const { database } = services;
  return [
    route({
      method: 'GET',
      path: '/api/v1/me/security',
      summary: 'The ways into the own account, and where it is open',
      access: { kind: 'signed-in' },
      response: SecuritySchema,
      handle: async (request) => json(await securityView(services, ownSession(services, request))),
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/sessions/{sessionId}',
      summary: 'End one of the own sessions',
      access: { kind: 'signed-in' },
      handle: async (request) => {
        const own = ownSession(services, request);
        const sessionId = uuidParam(request.params, 'sessionId');
        const ended = await database.asTenant(ownClaim(own), async (tx) => {
          const hashes = await endSessions(tx, own.userId, { sessionId });
          if (hashes.length === 0) throw notFound();
          const details = { sessions: hashes.length };
          await recordAudit(tx, { action: 'sessions.ended', subject: `user:${own.userId}`, details });
          return hashes;
        });
        gate.forgetHashes(ended);
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/sessions/end-others',
      summary: 'End every own session but this one',
      access: { kind: 'signed-in' },
      response: EndedSessionsSchema,
      handle: async (request) => {
        const own = ownSession(services, request);
        const ended = await database.asTenant(ownClaim(own), async (tx) => {
          const hashes = await endSessions(tx, own.userId, { allBut: tokenHash(own.sessionToken) });
          const details = { sessions: hashes.length };
          await recordAudit(tx, { action: 'sessions.ended', subject: `user:${own.userId}`, details });
          return hashes;
        });
        gate.forgetHashes(ended);
        return json({ ended: ended.length });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/me/work-accounts',
      summary: 'Begin to link a work account: where the browser goes next',
      access: { kind: 'signed-in' },
      body: ShowWorkAccountRequestSchema,
      response: BegunRoundSchema,
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        return showWorkAccount(services, own, { ...request.body, purpose: 'link' });
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/v1/me/work-accounts/{identityId}',
      summary: 'Unlink a work account',
      access: { kind: 'signed-in' },
      handle: async (request) => {
        const own = await requireFreshSignIn(services, request);
        const identityId = uuidParam(request.params, 'identityId');
        await database.asTenant(ownClaim(own), async (tx) => {
          if (!(await endUserIdentity(tx, own.userId, identityId))) throw notFound();
          await requireOtherWayIn(tx, own.userId);
          const subject = `user:${own.userId}`;
          await recordAudit(tx, { action: 'work-account.unlinked', subject, details: {} });
          await tellOwner(services.post, tx, own.userId, 'workAccountUnlinked');
        });
        return { kind: 'empty' };
      },
    }),
  ];
}
