import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

export interface OpenAssociation {
  readonly userId: string;
  readonly provider: string;
  readonly accountId: string;
  readonly via: 'pmc' | 'partner-center';
  /** `YYYY-MM-DD`, the UTC day on which it began. */
  readonly since: string;
  /** Contact e-mail of the account; the wall shows it only while an association here lasts. */
  readonly email: string | null;
}

/** Associations of the company's people that hold on a day, as evaluations count days: by user, the oldest first. */
export async function openAssociations(
  tx: TenantTransaction,
  day: string,
): Promise<ReadonlyMap<string, readonly OpenAssociation[]>> {
  const { rows } = await sql<OpenAssociation>`
    select c.user_id as "userId", c.provider, c.account_id as "accountId", c.via,
      (lower(c.period) at time zone 'UTC')::date as since, k.email
    from account_claim c
    left join learning_account_contact k on k.provider = c.provider and k.account_id = c.account_id
    where c.partner_id = ${tx.partnerId} and c.voided_at is null
      and (lower(c.period) at time zone 'UTC')::date <= ${day}::date
      and (upper_inf(c.period) or (upper(c.period) at time zone 'UTC')::date > ${day}::date)
    order by lower(c.period), c.provider, c.account_id, c.claim_id`.execute(tx.sql);
  const byUser = new Map<string, OpenAssociation[]>();
  for (const row of rows) {
    const own = byUser.get(row.userId);
    if (own === undefined) byUser.set(row.userId, [row]);
    else own.push(row);
  }
  return byUser;
}
