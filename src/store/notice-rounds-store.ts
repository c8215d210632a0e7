import { sql } from 'kysely';
import type { NetworkTransaction, TenantTransaction } from './database.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';

export interface NoticeRound {
  readonly ranOn: string;
  /** It need not look again before this day, unless facts or rules change. */
  readonly nextDue: string;
  readonly evidenceVersion: number;
  readonly catalogue: string;
  /** As they were told last. */
  readonly levels: unknown;
}

/**
 * The next companies, in the order of their ids, of which something may have to be told: a day has come that was known
 * to matter, facts or rules have changed, or nobody has looked yet.
 */
export async function companiesToLookAt(
  tx: NetworkTransaction,
  { day, catalogue }: { readonly day: string; readonly catalogue: string },
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly PartnerId[]> {
  const rows = await tx.sql
    .selectFrom('partner_evidence as e')
    .leftJoin('notice_round as r', 'r.partner_id', 'e.partner_id')
    .select('e.partner_id')
    .where('e.partner_id', '>', after)
    .where('e.partner_id', '!=', NETWORK_PARTNER)
    .where((where) =>
      where.or([
        where('r.partner_id', 'is', null),
        where('r.next_due', '<=', day),
        where('r.catalogue', '!=', catalogue),
        where('r.evidence_version', '!=', where.ref('e.version')),
      ]),
    )
    .orderBy('e.partner_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.partner_id as PartnerId);
}

/** Whether this round may look at the company; false while another one does, until its transaction ends. */
export async function holdRound(tx: TenantTransaction): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('jalon.notices'), hashtext(${tx.partnerId})) as held`.execute(
    tx.sql,
  );
  return rows[0]!.held;
}

/** Where the round stands with the company; null before the first one. */
export async function findRound(tx: TenantTransaction): Promise<NoticeRound | null> {
  const row = await tx.sql
    .selectFrom('notice_round')
    .select(['ran_on as ranOn', 'next_due as nextDue', 'evidence_version as evidenceVersion'])
    .select(['catalogue', 'levels'])
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  return row ?? null;
}

export async function keepRound(tx: TenantTransaction, round: NoticeRound): Promise<void> {
  const columns = {
    ran_on: round.ranOn,
    next_due: round.nextDue,
    evidence_version: round.evidenceVersion,
    catalogue: round.catalogue,
    levels: JSON.stringify(round.levels),
  };
  await tx.sql
    .insertInto('notice_round')
    .values({ partner_id: tx.partnerId, ...columns })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(columns))
    .execute();
}
