import type { TenantTransaction } from './database.ts';
import type { LinkPurpose } from './schema.ts';

export interface NewOneTimeLink {
  readonly tokenHash: Buffer;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

/** Records a link and withdraws unused ones of the same user and purpose: only the newest works. */
export async function createOneTimeLink(tx: TenantTransaction, link: NewOneTimeLink): Promise<void> {
  await createOneTimeLinks(tx, link.purpose, [link]);
}

/** The same for many people, who are asked for the same. */
export async function createOneTimeLinks(
  tx: TenantTransaction,
  purpose: LinkPurpose,
  links: readonly Omit<NewOneTimeLink, 'purpose'>[],
): Promise<void> {
  if (links.length === 0) return;
  const users = links.map(({ userId }) => userId);
  await tx.sql
    .updateTable('one_time_link')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', 'in', users)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
  await tx.sql
    .insertInto('one_time_link')
    .values(
      links.map(({ tokenHash, userId, expiresAt }) => ({
        partner_id: tx.partnerId,
        token_hash: tokenHash,
        user_id: userId,
        purpose,
        created_at: tx.now,
        expires_at: expiresAt,
      })),
    )
    .execute();
}

/** Uses the link up and answers whose it is; `null` when it is unknown, used or expired. Of two at once, one wins. */
export async function redeemOneTimeLink(
  tx: TenantTransaction,
  tokenHash: Buffer,
): Promise<{ readonly userId: string; readonly purpose: LinkPurpose } | null> {
  const row = await tx.sql
    .updateTable('one_time_link')
    .set({ used_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('user_id', 'is not', null)
    .returning(['user_id as userId', 'purpose'])
    .$narrowType<{ userId: string }>()
    .executeTakeFirst();
  return row ?? null;
}

/** What a link is for and whose it is, without using it up; `null` when it is unknown, used or expired. */
export async function findOneTimeLink(
  tx: TenantTransaction,
  tokenHash: Buffer,
): Promise<{ readonly userId: string; readonly purpose: LinkPurpose } | null> {
  const row = await tx.sql
    .selectFrom('one_time_link')
    .select(['user_id as userId', 'purpose'])
    .$narrowType<{ userId: string }>()
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('user_id', 'is not', null)
    .executeTakeFirst();
  return row ?? null;
}
