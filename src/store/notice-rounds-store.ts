import { sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';
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
    // What became part of another company is looked at there.
    .where(sql<boolean>`not exists (select from partner_merge m where m.partner_id = e.partner_id)`)
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

/** Those of the companies at which no other round looks; no other one will, until the transaction ends. */
export async function holdRounds(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
): Promise<readonly PartnerId[]> {
  const { rows } = await sql<{ id: PartnerId }>`
    select id from unnest(${[...partnerIds]}::text[]) as id
    where pg_try_advisory_xact_lock(hashtext('jalon.notices'), hashtext(id))`.execute(tx.sql);
  return rows.map(({ id }) => id);
}

/** Where the round stands with these companies; those that nobody has looked at are missing. */
export async function findRounds(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
): Promise<ReadonlyMap<PartnerId, NoticeRound>> {
  const rows = await tx.sql
    .selectFrom('notice_round')
    .select(['partner_id as partnerId', 'ran_on as ranOn', 'next_due as nextDue'])
    .select(['evidence_version as evidenceVersion', 'catalogue', 'levels'])
    .where('partner_id', 'in', [...partnerIds])
    .execute();
  return new Map(rows.map(({ partnerId, ...round }) => [partnerId as PartnerId, round]));
}

export async function keepRounds(
  tx: NetworkTransaction,
  rounds: ReadonlyMap<PartnerId, NoticeRound>,
): Promise<void> {
  if (rounds.size === 0) return;
  await tx.sql
    .insertInto('notice_round')
    .values(
      [...rounds].map(([partnerId, round]) => ({
        partner_id: partnerId,
        ran_on: round.ranOn,
        next_due: round.nextDue,
        evidence_version: round.evidenceVersion,
        catalogue: round.catalogue,
        levels: JSON.stringify(round.levels),
      })),
    )
    .onConflict((conflict) =>
      conflict.column('partner_id').doUpdateSet((set) => ({
        ran_on: set.ref('excluded.ran_on'),
        next_due: set.ref('excluded.next_due'),
        evidence_version: set.ref('excluded.evidence_version'),
        catalogue: set.ref('excluded.catalogue'),
        levels: set.ref('excluded.levels'),
      })),
    )
    .execute();
}
