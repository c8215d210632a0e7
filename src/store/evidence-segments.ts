/** The rows that hold a partner's packed evidence, and the marks on people whose facts have changed since. */
import { sql } from 'kysely';
import type { Evidence } from '../domain/evidence/evidence.ts';
import {
  evidenceFromBytes,
  evidenceToBytes,
  type UnreadableEvidence,
} from '../domain/evidence/evidence-bytes.ts';
import { takesPlaceOf } from '../domain/evidence/evidence-facts.ts';
import type { AnyTransaction } from './database.ts';

export interface SegmentSize {
  readonly segment: number;
  readonly people: number;
}

/** People marked, by id, and the segments, the latest first. */
export interface EvidenceState {
  readonly marked: readonly string[];
  readonly segments: readonly SegmentSize[];
  /** Grows with every change of a fact that concerns the partner. */
  readonly version: number;
  /** Grows when the names of its people change, or who is one of them. */
  readonly directoryVersion: number;
}

/** In one statement: somebody waits for each. */
export async function evidenceState(tx: AnyTransaction, partnerId: string): Promise<EvidenceState> {
  const { rows } = await sql<EvidenceState>`
    select coalesce(e.version, 0) as version, coalesce(e.directory_version, 0) as "directoryVersion",
      array(select user_id::text from evidence_mark where partner_id = asked.partner order by user_id) as marked,
      (select coalesce(json_agg(json_build_object('segment', segment, 'people', people) order by segment desc), '[]')
        from evidence_segment where partner_id = asked.partner) as segments
    from (select ${partnerId}::text as partner) as asked
    left join partner_evidence e on e.partner_id = asked.partner`.execute(tx.sql);
  return rows[0]!;
}

/**
 * Bytes travel in pieces of this size: one value of ten million bytes makes the driver copy its growing message over
 * and over, and takes five times as long.
 */
const PIECE = 32_000;

/** Segments that a reader has met, each by its number and the transaction that wrote it: a row is never changed. */
export type KnownSegments = Map<string, Evidence>;

/**
 * The segments from a number on, in the order in which they were written, or why one cannot be read.
 * @param known segments that need not be read again; afterwards those that there are
 */
export async function readSegments(
  tx: AnyTransaction,
  partnerId: string,
  from = 0,
  known: KnownSegments = new Map(),
): Promise<Evidence[] | UnreadableEvidence> {
  const { rows } = await sql<{ name: string; piece: Buffer | null }>`
    select name, piece
    from (select segment, segment || ' ' || xmin as name, content from evidence_segment
      where partner_id = ${partnerId} and segment >= ${from}) as own
    left join lateral (
      select number, substring(content from number * ${PIECE}::integer + 1 for ${PIECE}::integer) as piece
      from generate_series(0, length(content) / ${PIECE}::integer) as number
      where name <> all(${[...known.keys()]}::text[])
    ) as pieces on true
    order by segment, number`.execute(tx.sql);
  const segments = new Map<string, Evidence>();
  for (let row = 0; row < rows.length; ) {
    const { name } = rows[row]!;
    const pieces: Buffer[] = [];
    for (; rows[row]?.name === name; row++) if (rows[row]!.piece !== null) pieces.push(rows[row]!.piece!);
    const evidence = known.get(name) ?? evidenceFromBytes(Buffer.concat(pieces));
    if ('kind' in evidence) return evidence;
    segments.set(name, evidence);
  }
  const gone = [...known].flatMap(([name, evidence]) => (segments.has(name) ? [] : [evidence]));
  for (const [name, evidence] of segments) if (!known.has(name)) takesPlaceOf(evidence, gone);
  known.clear();
  for (const [name, evidence] of segments) known.set(name, evidence);
  return [...segments.values()];
}

/**
 * Puts a segment in the place of all from its number on, and takes away the marks on the people who are in it now. A
 * segment that is written over has another transaction in its name.
 */
export async function packSegment(
  tx: AnyTransaction,
  partnerId: string,
  segment: number,
  evidence: Evidence,
): Promise<void> {
  await sql`
    with
      unmarked as (delete from evidence_mark where partner_id = ${partnerId}),
      folded as (delete from evidence_segment where partner_id = ${partnerId} and segment > ${segment})
    insert into evidence_segment (partner_id, segment, people, content)
    values (${partnerId}, ${segment}, ${evidence.counts.people}, ${Buffer.from(evidenceToBytes(evidence))})
    on conflict (partner_id, segment) do update set people = excluded.people, content = excluded.content`.execute(
    tx.sql,
  );
}
