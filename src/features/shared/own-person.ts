import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import type { PartnerId } from '../../store/partner-id.ts';

/** A profile belongs to a person with a company; programs and the network have none. */
export function ownPerson(caller: Caller): { readonly userId: string; readonly partnerId: PartnerId } {
  if (caller.userId === null || caller.partnerId === null) {
    throw notFound('no-profile', 'Only people of a company have a profile.');
  }
  return { userId: caller.userId, partnerId: caller.partnerId as PartnerId };
}
