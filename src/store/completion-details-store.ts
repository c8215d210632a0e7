import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

export interface UserPlace {
  readonly city: string | null;
  /** Two letters. */
  readonly country: string | null;
}

/** Where each person works, of those of whom the company has said it. */
export async function placesOfUsers(tx: TenantTransaction): Promise<ReadonlyMap<string, UserPlace>> {
  const rows = await tx.sql
    .selectFrom('app_user as u')
    .innerJoin('location as l', (join) =>
      join.onRef('l.partner_id', '=', 'u.partner_id').onRef('l.location_id', '=', 'u.location_id'),
    )
    .select(['u.user_id as userId', 'l.city', 'l.country'])
    .where('u.partner_id', '=', tx.partnerId)
    .execute();
  return new Map(rows.map(({ userId, city, country }) => [userId, { city, country }]));
}

/** Contact e-mails of learning accounts, by account id; the wall shows them only while an association here lasts. */
export async function accountEmails(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ account_id: string; email: string }>`
    select distinct k.account_id, k.email
    from account_claim c join learning_account_contact k on k.provider = c.provider and k.account_id = c.account_id
    where c.partner_id = ${tx.partnerId} and c.voided_at is null`.execute(tx.sql);
  return new Map(rows.map((row) => [row.account_id, row.email]));
}
