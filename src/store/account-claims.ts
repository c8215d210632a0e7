/** The claims on one learning account at every partner; for the associations store, with network sight. */
import { sql } from 'kysely';
import type { AccountAssociation } from '../domain/association/associate.ts';
import { violatedUniqueness } from './constraint-violation.ts';
import { type Actor, actorText, type TenantTransaction } from './database.ts';
import type { Via } from './schema.ts';

export interface Account {
  readonly provider: string;
  readonly accountId: string;
}

/**
 * `id` is that of the row that holds now; `associationId` stays the same when the row is replaced, and when the
 * association goes on at a company that has taken over another one.
 */
export interface LivingClaim extends AccountAssociation, Account {
  readonly associationId: string;
}

/**
 * Makes the account known and locks it until the transaction ends. Records may still be added to it meanwhile:
 * their foreign keys ask for no more than that the account exists.
 */
export async function lockAccount(tx: TenantTransaction, { provider, accountId }: Account): Promise<void> {
  await sql`
    INSERT INTO learning_account (provider, account_id, first_seen_at) VALUES (${provider}, ${accountId}, ${tx.now})
    ON CONFLICT DO NOTHING`.execute(tx.sql);
  await sql`
    SELECT FROM learning_account WHERE provider = ${provider} AND account_id = ${accountId}
    FOR NO KEY UPDATE`.execute(tx.sql);
}

export async function accountHistory(
  tx: TenantTransaction,
  { provider, accountId }: Account,
): Promise<LivingClaim[]> {
  const { rows } = await sql<{
    claim_id: string;
    association_id: string;
    partner_id: string;
    user_id: string;
    via: Via;
    from: Date;
    until: Date | null;
  }>`
    SELECT claim_id, association_id, partner_id, user_id, via, lower(period) AS from, upper(period) AS until
    FROM account_claim
    WHERE provider = ${provider} AND account_id = ${accountId} AND voided_at IS NULL
    ORDER BY lower(period), claim_id`.execute(tx.sql);
  const seen = new Set<string>();
  return rows.map((row) => ({
    id: row.claim_id,
    associationId: row.association_id,
    provider,
    accountId,
    partner: row.partner_id,
    user: row.user_id,
    via: row.via,
    from: row.from.getTime(),
    until: row.until?.getTime() ?? null,
    continues: seen.size === seen.add(row.association_id).size,
  }));
}

/** At a partner who loses an account to another nothing may say who took it, or where. */
export function actorAt(tx: TenantTransaction, partner: string): Actor {
  return partner === tx.partnerId ? tx.actor : { kind: 'system', name: 'association' };
}

/** The id of the new association; `null` when the law of one partner at a time refused it. */
export async function claimAccount(
  tx: TenantTransaction,
  { provider, accountId, userId }: Account & { readonly userId: string },
  ended: readonly LivingClaim[],
): Promise<string | null> {
  await sql`SAVEPOINT before_claim`.execute(tx.sql);
  try {
    for (const claim of ended) await closeClaim(tx, claim);
    const { rows } = await sql<{ association_id: string }>`
      INSERT INTO account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
        recorded_at, recorded_by)
      VALUES (gen_random_uuid(), ${provider}, ${accountId}, ${tx.partnerId}, ${userId}, 'partner-center',
        tstzrange(${tx.now}, NULL), ${tx.now}, ${actorText(tx.actor)})
      RETURNING association_id`.execute(tx.sql);
    return rows[0]!.association_id;
  } catch (error) {
    if (violatedUniqueness(error) !== 'one_partner_at_a_time') throw error;
    await sql`ROLLBACK TO SAVEPOINT before_claim`.execute(tx.sql);
    return null;
  }
}

/** Voids the open fact and records the closed one. One that would have lasted no time is voided alone. */
export async function closeClaim(tx: TenantTransaction, claim: LivingClaim): Promise<void> {
  const by = actorText(actorAt(tx, claim.partner));
  await sql`
    WITH ended AS (
      UPDATE account_claim SET voided_at = ${tx.now} WHERE claim_id = ${claim.id} RETURNING *
    )
    INSERT INTO account_claim (association_id, provider, account_id, partner_id, user_id, via, period,
      recorded_at, recorded_by)
    SELECT association_id, provider, account_id, partner_id, user_id, via, tstzrange(lower(period), ${tx.now}),
      ${tx.now}, ${by}
    FROM ended WHERE lower(period) < ${tx.now}`.execute(tx.sql);
}
