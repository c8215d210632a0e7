import type { TenantTransaction } from './database.ts';

/**
 * The link by which whoever started the server sets the installation up. It belongs to the network and, unlike the
 * links of `one-time-links-store.ts`, to no user: there is none yet.
 */
export interface NewSetupLink {
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

function openLinks(tx: TenantTransaction) {
  return tx.sql
    .updateTable('one_time_link')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', 'is', null)
    .where('purpose', '=', 'setup')
    .where('used_at', 'is', null);
}

/** Records a link and withdraws the one before: only the newest works. */
export async function createSetupLink(tx: TenantTransaction, link: NewSetupLink): Promise<void> {
  await openLinks(tx).execute();
  await tx.sql
    .insertInto('one_time_link')
    .values({
      partner_id: tx.partnerId,
      token_hash: link.tokenHash,
      user_id: null,
      purpose: 'setup',
      created_at: tx.now,
      expires_at: link.expiresAt,
    })
    .execute();
}

/** Whether the link may still be used. */
export async function setupLinkIsOpen(tx: TenantTransaction, tokenHash: Buffer): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('one_time_link')
    .select('token_hash')
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('user_id', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uses the link up; false when it is unknown, used or expired. Of two at once, one wins. */
export async function redeemSetupLink(tx: TenantTransaction, tokenHash: Buffer): Promise<boolean> {
  const row = await openLinks(tx)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', tx.now)
    .returning('token_hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** Withdraws whatever link is open: the installation has been set up without it. */
export async function withdrawSetupLinks(tx: TenantTransaction): Promise<void> {
  await openLinks(tx).execute();
}
