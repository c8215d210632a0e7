import { sql } from 'kysely';
import { EVIDENCE_FORMAT } from '../domain/evidence/evidence-bytes.ts';
import type { Database } from './database.ts';
import { rebuildEvidence, settleLeftMarks } from './evidence-store.ts';

const ACTOR = { kind: 'system', name: 'migrate' } as const;

/**
 * After a migration: packs whoever is marked and makes segments of another format anew, one partner a transaction.
 * It may be stopped at any point; what is left is read from rows until the next time.
 */
export async function prepareEvidence(database: Database): Promise<void> {
  const { marked, outdated } = await database.asNetwork({ actor: ACTOR }, async (tx) => {
    const partners = (rows: readonly { partner_id: string }[]) => rows.map((row) => row.partner_id);
    const markedRows = await sql<{ partner_id: string }>`
      select distinct partner_id from evidence_mark order by partner_id`.execute(tx.sql);
    const outdatedRows = await sql<{ partner_id: string }>`
      select distinct partner_id from evidence_segment
      where get_byte(substring(content from 1 for 1), 0) <> ${EVIDENCE_FORMAT} order by partner_id`.execute(
      tx.sql,
    );
    return { marked: partners(markedRows.rows), outdated: partners(outdatedRows.rows) };
  });
  for (const partner of outdated) {
    await database.asNetwork({ actor: ACTOR }, (tx) => rebuildEvidence(tx, partner));
  }
  for (const partner of marked) {
    await database.asNetwork({ actor: ACTOR }, (tx) => settleLeftMarks(tx, partner));
  }
}
