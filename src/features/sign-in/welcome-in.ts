import type { Me } from '../../contract/session.ts';
import type { Answer } from '../../http/route.ts';
import { sessionCookie } from '../../http/session-cookie.ts';
import type { Services } from '../shared/services.ts';
import { meView } from './me-view.ts';
import type { SessionGate } from './session-gate.ts';
import { ABSOLUTE_MS } from './session-times.ts';

/** The person whose session has just begun, with the cookie that carries it. */
export async function welcomeIn(
  services: Services,
  gate: SessionGate,
  token: string,
  otherCookies: readonly string[] = [],
): Promise<Answer<Me>> {
  const caller = await gate.authenticate({ kind: 'session', token });
  if (caller === null) throw new Error('a session that was just begun is not known');
  const cookie = sessionCookie({ token, maxAge: ABSOLUTE_MS / 1000 }, services.https);
  return {
    kind: 'json',
    status: 200,
    body: await meView(services, caller),
    headers: { 'set-cookie': otherCookies.length === 0 ? cookie : [cookie, ...otherCookies] },
  };
}
