import type { Caller } from '../../http/caller.ts';
import { HttpProblem } from '../../http/problem.ts';
import { callerOf } from '../../http/route.ts';
import { sessionCookieName } from '../../http/session-cookie.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findSession } from '../../store/sessions-store.ts';
import { tokenHash } from './secret-token.ts';
import type { Services } from './services.ts';

/** How long somebody who has proved who he or she is may change what opens the account. */
const FRESH_MS = 10 * 60_000;

interface Asking {
  readonly caller: Caller | null;
  readonly cookies: Readonly<Record<string, string | undefined>>;
}

/** The session of a browser, as a person's act is bound to it. */
export interface OwnSession {
  readonly partnerId: PartnerId;
  readonly userId: string;
  readonly sessionToken: string;
}

/** @throws 403 for programs: what follows is for a person at a browser. */
export function ownSession({ https }: Pick<Services, 'https'>, request: Asking): OwnSession {
  const { userId, homeId } = callerOf(request);
  const sessionToken = request.cookies[sessionCookieName(https)];
  if (userId === null || sessionToken === undefined) {
    throw new HttpProblem(403, 'session-needed', 'Only a signed-in person can do this.');
  }
  return { userId, sessionToken, partnerId: homeId as PartnerId };
}

/** Whether the person of the session has proved within the last ten minutes who he or she is. */
export async function isFresh(services: Services, own: OwnSession): Promise<boolean> {
  const claim = { partnerId: own.partnerId, actor: { kind: 'user', userId: own.userId } } as const;
  const session = await services.database.readAsTenant(claim, (tx) =>
    findSession(tx, tokenHash(own.sessionToken)),
  );
  return session !== null && services.now().getTime() - session.provedAt.getTime() < FRESH_MS;
}

/**
 * Before a change of what opens an account, or of whose learning account it is: the person must have signed in, or
 * proved anew who he or she is, within ten minutes. Whoever finds an open browser cannot make it his or her own.
 * @throws 403 `fresh-sign-in-needed`; the page then asks for the password, a passkey or the work account.
 */
export async function requireFreshSignIn(services: Services, request: Asking): Promise<OwnSession> {
  const own = ownSession(services, request);
  if (await isFresh(services, own)) return own;
  throw new HttpProblem(403, 'fresh-sign-in-needed', 'Confirm first that it is you.');
}
