import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

/** A level that the network lets a company hold whatever its requirements say. */
export interface Exemption {
  readonly exemptionId: string;
  readonly competency: string;
  readonly level: string;
  /** The first day on which it counts; `null` of those that were recorded without one. */
  readonly from: string | null;
  /** The first day on which it no longer counts; `null` when it has no end. */
  readonly until: string | null;
  readonly reason: string | null;
  readonly givenAt: Date;
}

/** Keeps the exemptions of the company for this transaction, so that two people do not decide about one at once. */
export async function holdExemptions(tx: TenantTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.exemptions'), hashtext(${tx.partnerId}))`.execute(
    tx.sql,
  );
}

/** Those that are known, ended ones included; the ones that last longest first. */
export async function exemptionsOf(tx: TenantTransaction): Promise<readonly Exemption[]> {
  return tx.sql
    .selectFrom('exemption')
    .select([
      'exemption_id as exemptionId',
      'competency',
      'level',
      'valid_from as from',
      'valid_until as until',
      'reason',
      'recorded_at as givenAt',
    ])
    .where('partner_id', '=', tx.partnerId)
    .where('voided_at', 'is', null)
    .orderBy(sql`valid_until desc nulls first`)
    .orderBy('competency')
    .orderBy('level')
    .orderBy('exemption_id')
    .execute();
}

export async function addExemption(
  tx: TenantTransaction,
  { competency, level, from, until, reason }: Omit<Exemption, 'exemptionId' | 'givenAt'>,
): Promise<string> {
  const row = await tx.sql
    .insertInto('exemption')
    .values({
      partner_id: tx.partnerId,
      competency,
      level,
      valid_from: from,
      valid_until: until,
      reason,
      recorded_at: tx.now,
      recorded_by: actorText(tx.actor),
    })
    .returning('exemption_id')
    .executeTakeFirstOrThrow();
  return row.exemption_id;
}

/**
 * Ends an exemption on another day. What was known before stays known: the fact is voided and another one recorded.
 * @returns the id of the exemption as it now is
 */
export async function endExemptionOn(
  tx: TenantTransaction,
  { exemptionId, competency, level, from, reason }: Exemption,
  until: string,
): Promise<string> {
  await tx.sql
    .updateTable('exemption')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('exemption_id', '=', exemptionId)
    .where('voided_at', 'is', null)
    .execute();
  return addExemption(tx, { competency, level, from, until, reason });
}
