import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf } from '../../http/route.ts';
import type { Actor } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId, parsePartnerId } from '../../store/partner-id.ts';
import { actorOf } from './services.ts';

interface Asked {
  readonly caller: Caller | null;
  readonly params: Readonly<Record<string, string>>;
}

/** The partner of a route that is about one; whether the caller may ask about it has been decided before. */
export function askedPartner({ params }: Asked): PartnerId {
  const partnerId = parsePartnerId(params.partnerId ?? '');
  if (partnerId === null) throw notFound();
  return partnerId;
}

/** What a transaction about the network itself claims: what its staff does is told in the trail of the network. */
export function networkClaim(actor: Actor) {
  return { partnerId: NETWORK_PARTNER, actor };
}

/** The same, of whoever asks. */
export function networkClaimOf(request: Pick<Asked, 'caller'>) {
  return networkClaim(actorOf(callerOf(request)));
}

/** What a transaction about the asked partner claims. */
export function claimOf(request: Asked) {
  return { partnerId: askedPartner(request), actor: actorOf(callerOf(request)) };
}
