import { recordAudit } from '../../store/audit-store.ts';
import { eraseOldReferrals, partnersWithOldReferrals } from '../../store/referrals-store.ts';
import { refreshStaleListings } from '../shared/directory-listing.ts';
import type { Services } from '../shared/services.ts';

const SYSTEM = { kind: 'system', name: 'profiles' } as const;

export interface ProfileRound {
  /** Entries of the directory that were made anew. */
  readonly refreshed: number;
  /** Enquiries whose personal data were deleted. */
  readonly erased: number;
}

/**
 * What is due about profiles and enquiries by now: the directory says again what is true, and personal data whose time
 * is over are deleted. It goes by the facts and the present instant alone, so that it may run late, twice, or on two
 * servers.
 */
export async function profileRound(
  services: Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>,
): Promise<ProfileRound> {
  const { database, now } = services;
  const due = await database.asNetwork({ actor: SYSTEM }, (tx) => partnersWithOldReferrals(tx, now()));
  let erased = 0;
  for (const partnerId of due) {
    erased += await database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      const count = await eraseOldReferrals(tx);
      if (count > 0) await recordAudit(tx, { action: 'referrals.erased', subject: null, details: { count } });
      return count;
    });
  }
  return { erased, refreshed: await refreshStaleListings(services) };
}
