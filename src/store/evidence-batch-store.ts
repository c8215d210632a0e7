/** The evidence of many companies in few questions, as bytes: whoever evaluates on another thread unpacks it there. */
import { sql } from 'kysely';
import { evidenceToBytes } from '../domain/evidence/evidence-bytes.ts';
import { asOnePartner, type NetworkTransaction } from './database.ts';
import { loadEvidence } from './evidence-store.ts';
import type { PartnerId } from './partner-id.ts';

/** Longer evidence is read by itself, in pieces. */
const MOST_BYTES = 500_000;

/** The versions of the evidence of companies. */
export async function evidenceVersionsOf(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
): Promise<ReadonlyMap<PartnerId, number>> {
  const rows = await tx.sql
    .selectFrom('partner_evidence')
    .select(['partner_id', 'version'])
    .where('partner_id', 'in', [...partnerIds])
    .execute();
  return new Map(rows.map((row) => [row.partner_id as PartnerId, row.version]));
}

/** Evidence in one segment, with nobody marked, as it is: a company that is let be is nearly always that. */
async function plainEvidence(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { rows } = await sql<{ partner_id: string; content: Buffer }>`
    select partner_id, content from evidence_segment s
    where partner_id = any(${[...partnerIds]}) and length(content) <= ${MOST_BYTES}
      and not exists (select from evidence_segment o where o.partner_id = s.partner_id and o.segment <> s.segment)
      and not exists (select from evidence_mark m where m.partner_id = s.partner_id)`.execute(tx.sql);
  // In memory of their own, so that they can be handed over to a thread.
  return new Map(rows.map((row) => [row.partner_id, Uint8Array.from(row.content)]));
}

/** The evidence of a company, put together from whatever there is. */
export async function wholeEvidenceBytes(tx: NetworkTransaction, partnerId: PartnerId): Promise<Uint8Array> {
  return evidenceToBytes(await asOnePartner(tx, partnerId, (own) => loadEvidence(own)));
}

/** What the people of each company are, as bytes of evidence; whether they can be read is not asked. */
export async function loadEvidenceBytes(
  tx: NetworkTransaction,
  partnerIds: readonly PartnerId[],
): Promise<ReadonlyMap<PartnerId, Uint8Array>> {
  const plain = await plainEvidence(tx, partnerIds);
  const found = new Map<PartnerId, Uint8Array>();
  for (const partnerId of partnerIds) {
    found.set(partnerId, plain.get(partnerId) ?? (await wholeEvidenceBytes(tx, partnerId)));
  }
  return found;
}
