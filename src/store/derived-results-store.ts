/** Ready answers about a partner, kept where every process finds them for as long as its facts stay as they are. */
import { sql } from 'kysely';
import type { Database, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface DerivedQuestion {
  /** What is asked, with everything but the times that the answer depends on. */
  readonly question: string;
  /** Programme and version of its rules. */
  readonly catalogue: string;
  /** The known bound; null for everything that is known. */
  readonly knownAt: string | null;
  /** `YYYY-MM-DD` */
  readonly validAt: string;
}

export interface DerivedResult {
  readonly answer: string;
  /** The day for which it was made. */
  readonly validOn: string;
}

/** The answer for the day, if one of the present evidence is kept. */
export async function findDerivedResult(
  database: Database,
  partnerId: PartnerId,
  { question, catalogue, knownAt, validAt }: DerivedQuestion,
): Promise<DerivedResult | null> {
  const [row] = await database.askOnce<{ answer: string; valid_on: string }>({
    name: 'ready-answer',
    text: 'select answer, valid_on from ready_answer($1, $2, $3, $4, $5::date)',
    values: [partnerId, question, catalogue, knownAt ?? '', validAt],
  });
  return row === undefined ? null : { answer: row.answer, validOn: row.valid_on };
}

/** So many answers of one partner are kept, the latest. */
const MOST = 40;

/**
 * Keeps an answer that was made from evidence of a version. When the facts have changed since, it is not kept: whoever
 * asks next makes it anew.
 */
export async function keepDerivedResult(
  tx: TenantTransaction,
  { question, catalogue, knownAt, validAt }: DerivedQuestion,
  made: { readonly answer: string; readonly evidenceVersion: number; readonly changesOn: string },
): Promise<void> {
  const { partnerId } = tx;
  // Locked, so that a change of facts either comes later and removes the answer, or is seen here.
  const { rows } = await sql<{ version: number }>`
    select version from partner_evidence where partner_id = ${partnerId} for share`.execute(tx.sql);
  if (rows[0]?.version !== made.evidenceVersion) return;
  await sql`
    insert into derived_result (partner_id, question, known_at, valid_on, changes_on, catalogue, evidence_version,
      answer, made_at)
    values (${partnerId}, ${question}, ${knownAt ?? ''}, ${validAt}, ${made.changesOn}, ${catalogue},
      ${made.evidenceVersion}, ${made.answer}, ${tx.now}::timestamptz)
    on conflict (partner_id, question, catalogue, known_at, valid_on) do update set
      changes_on = excluded.changes_on, evidence_version = excluded.evidence_version, answer = excluded.answer,
      made_at = excluded.made_at`.execute(tx.sql);
  await sql`
    delete from derived_result where partner_id = ${partnerId} and (question, catalogue, known_at, valid_on) in (
      select question, catalogue, known_at, valid_on from derived_result where partner_id = ${partnerId}
      order by made_at desc, question, catalogue, known_at, valid_on offset ${MOST})`.execute(tx.sql);
}
