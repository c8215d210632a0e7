import type { TenantTransaction } from './database.ts';

/** Whether the people of the claimed partner may ask for a new password by themselves. */
export async function resetIsAllowed(tx: TenantTransaction): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('partner')
    .select('self_service_reset')
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  return row?.self_service_reset ?? false;
}

/** False when it was so already. */
export async function allowReset(tx: TenantTransaction, allowed: boolean): Promise<boolean> {
  const changed = await tx.sql
    .updateTable('partner')
    .set({ self_service_reset: allowed })
    .where('partner_id', '=', tx.partnerId)
    .where('self_service_reset', '!=', allowed)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}
