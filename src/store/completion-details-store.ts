import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

export interface UserPlace {
  readonly city: string | null;
  /** Two letters. */
  readonly country: string | null;
}

/** Where each person works, of those of whom the company has said it. One line for each place: people are many. */
export async function placesOfUsers(tx: TenantTransaction): Promise<ReadonlyMap<string, UserPlace>> {
  const { rows } = await sql<UserPlace & { users: readonly string[] }>`
    select l.city, l.country, json_agg(u.user_id) as users
    from app_user u join location l on (l.partner_id, l.location_id) = (u.partner_id, u.location_id)
    where u.partner_id = ${tx.partnerId}
    group by l.partner_id, l.location_id`.execute(tx.sql);
  return new Map(
    rows.flatMap(({ city, country, users }) => {
      const place = { city, country };
      return users.map((user) => [user, place] as const);
    }),
  );
}

/**
 * Contact e-mails of learning accounts, by account id; the wall shows them only while an association here lasts. All of
 * them are one value of one row, which is read in a fraction of the time of as many rows.
 */
export async function accountEmails(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ emails: Readonly<Record<string, string>> | null }>`
    select json_object_agg(k.account_id, k.email) as emails
    from learning_account_contact k
    where exists (select from account_claim c
      where (c.partner_id, c.provider, c.account_id) = (${tx.partnerId}, k.provider, k.account_id)
        and c.voided_at is null)`.execute(tx.sql);
  return new Map(Object.entries(rows[0]?.emails ?? {}));
}
