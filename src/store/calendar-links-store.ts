import type { TenantTransaction } from './database.ts';

export interface CalendarLink {
  readonly userId: string;
  readonly createdAt: Date;
}

const COLUMNS = ['user_id as userId', 'created_at as createdAt'] as const;

/** The link of a person, of which nothing but its age is known. */
export async function calendarLinkOf(tx: TenantTransaction, userId: string): Promise<CalendarLink | null> {
  const row = await tx.sql
    .selectFrom('calendar_link')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findCalendarLink(
  tx: TenantTransaction,
  tokenHash: Buffer,
): Promise<CalendarLink | null> {
  const row = await tx.sql
    .selectFrom('calendar_link')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ?? null;
}

/** A person has one link: the one before it ends. */
export async function setCalendarLink(
  tx: TenantTransaction,
  userId: string,
  tokenHash: Buffer,
): Promise<void> {
  const link = { token_hash: tokenHash, created_at: tx.now };
  await tx.sql
    .insertInto('calendar_link')
    .values({ partner_id: tx.partnerId, user_id: userId, ...link })
    .onConflict((conflict) => conflict.columns(['partner_id', 'user_id']).doUpdateSet(link))
    .execute();
}

/** False when there is none. */
export async function endCalendarLink(tx: TenantTransaction, userId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('calendar_link')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
