import type { TenantClaim } from '../../store/database.ts';
import type { OwnSession } from '../shared/fresh-sign-in.ts';

/** A person who acts on the own account. */
export function ownClaim({ partnerId, userId }: Pick<OwnSession, 'partnerId' | 'userId'>): TenantClaim {
  return { partnerId, actor: { kind: 'user', userId } };
}
