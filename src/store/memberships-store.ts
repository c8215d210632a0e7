import type { FactsMembership } from '../domain/facts/facts-document.ts';
import { actorText, type TenantTransaction } from './database.ts';

export interface NewMembership {
  readonly offer: string;
  readonly activeFrom: string;
  readonly anniversary: string;
}

/** Records that a membership was bought, and answers its id. */
export async function addMembership(tx: TenantTransaction, membership: NewMembership): Promise<string> {
  const row = await tx.sql
    .insertInto('membership')
    .values({
      partner_id: tx.partnerId,
      offer: membership.offer,
      active_from: membership.activeFrom,
      anniversary: membership.anniversary,
      recorded_at: tx.now,
      recorded_by: actorText(tx.actor),
    })
    .returning('membership_id')
    .executeTakeFirstOrThrow();
  return row.membership_id;
}

/** A purchase that was undone never was; the fact stays, with the time at which it was voided. */
export async function voidMembership(tx: TenantTransaction, membershipId: string): Promise<void> {
  await tx.sql
    .updateTable('membership')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('membership_id', '=', membershipId)
    .where('voided_at', 'is', null)
    .execute();
}

/** The memberships that are known, as facts. */
export async function membershipsOf(tx: TenantTransaction): Promise<readonly FactsMembership[]> {
  return tx.sql
    .selectFrom('membership')
    .select(['offer', 'active_from as activeFrom', 'anniversary'])
    .where('partner_id', '=', tx.partnerId)
    .where('voided_at', 'is', null)
    .orderBy('active_from')
    .execute();
}
