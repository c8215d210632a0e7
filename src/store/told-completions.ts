import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

/** A completion that a file tells by the work e-mail of its holder alone. */
export interface ToldByEmail {
  readonly provider: string;
  readonly workEmail: string | null;
  readonly accountId: string | null;
  readonly source: string;
  readonly skill: string;
  readonly achievedOn: string;
}

function keyOf(
  email: string,
  { provider, source, skill, achievedOn }: Omit<ToldByEmail, 'workEmail' | 'accountId'>,
) {
  return JSON.stringify([email, provider, source, skill, achievedOn]);
}

/**
 * The account on which a completion is known already, of those that its holder has or had here: told again, by an
 * e-mail and after the association has ended, it is still the same one.
 */
export async function accountsOfTold(
  tx: TenantTransaction,
  records: readonly ToldByEmail[],
): Promise<(record: ToldByEmail) => string | undefined> {
  const asked = records.flatMap(({ provider, workEmail, accountId, source, skill, achievedOn }) =>
    accountId === null && workEmail !== null
      ? [{ provider, email: workEmail.toLowerCase(), source, skill, achieved_on: achievedOn }]
      : [],
  );
  if (asked.length === 0) return () => undefined;
  const { rows } = await sql<{
    email: string;
    provider: string;
    source: string;
    skill: string;
    achievedOn: string;
    accountId: string;
  }>`
    select a.email, a.provider, a.source, a.skill, a.achieved_on as "achievedOn", min(r.account_id) as "accountId"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as a (provider text, email text, source text, skill text, achieved_on date)
      join user_contact k on k.email_key = a.email
      join account_claim c on (c.partner_id, c.user_id, c.provider) = (k.partner_id, k.user_id, a.provider)
      join skill_record r on (r.provider, r.account_id) = (c.provider, c.account_id)
        and (r.source, r.skill, r.achieved_on) = (a.source, a.skill, a.achieved_on)
    where k.partner_id = ${tx.partnerId} and c.voided_at is null and r.voided_at is null
    group by a.email, a.provider, a.source, a.skill, a.achieved_on`.execute(tx.sql);
  const known = new Map(rows.map((row) => [keyOf(row.email, row), row.accountId]));
  return (record) =>
    record.accountId === null && record.workEmail !== null
      ? known.get(keyOf(record.workEmail.toLowerCase(), record))
      : undefined;
}
