/**
 * The evidence projection: what evaluations read instead of rows. The triggers of the database mark people whose
 * facts change; a transaction packs the people it marked before it commits, so facts and evidence are always those of
 * the same moment. Small segments are folded into their neighbours, so that one new fact at a company of 50,000
 * rewrites a few kilobytes, and a reader never meets more than a handful of segments.
 */
import { sql } from 'kysely';
import type { Evidence } from '../domain/evidence/evidence.ts';
import { mergeEvidence } from '../domain/evidence/merge-evidence.ts';
import { packPeople } from '../domain/evidence/pack-people.ts';
import {
  type AnyTransaction,
  type NetworkTransaction,
  type TenantTransaction,
  takeSightOf,
  withSightOf,
} from './database.ts';
import {
  type EvidenceState,
  evidenceState,
  type KnownSegments,
  packSegment,
  readSegments,
  type SegmentSize,
} from './evidence-segments.ts';
import type { PartnerId } from './partner-id.ts';
import { loadPeopleFromRows, type PeopleAsked } from './people-rows.ts';

/** A segment of so few people is always folded: rewriting it costs less than reading one more. */
const SMALL = 256;

/** People who are asked for and not told have gone. */
async function packed(tx: AnyTransaction, asked: PeopleAsked): Promise<Evidence> {
  const people = await loadPeopleFromRows(tx, asked);
  const present = new Set(people.map(({ id }) => id));
  return packPeople(
    people,
    (asked.users ?? []).filter((user) => !present.has(user)),
  );
}

export interface ReadEvidence extends Pick<EvidenceState, 'version' | 'directoryVersion'> {
  readonly evidence: Evidence;
}

/**
 * The evidence of the claimed partner as this transaction sees it, its own writes included, with its versions. Segments
 * of another format, or damaged ones, are left to `jalon doctor`: the rows answer instead.
 */
export async function readEvidence(tx: TenantTransaction, known?: KnownSegments): Promise<ReadEvidence> {
  const { partnerId } = tx;
  const { marked, version, directoryVersion } = await evidenceState(tx, partnerId);
  const segments = await readSegments(tx, partnerId, 0, known);
  const versions = { version, directoryVersion };
  if ('kind' in segments) return { evidence: await packed(tx, { partnerId, users: null }), ...versions };
  if (marked.length > 0) segments.push(await packed(tx, { partnerId, users: marked }));
  const [only] = segments;
  return { evidence: segments.length === 1 ? only! : mergeEvidence(segments), ...versions };
}

/** The same without the versions. */
export async function loadEvidence(tx: TenantTransaction): Promise<Evidence> {
  return (await readEvidence(tx)).evidence;
}

/** How many of the latest segments are folded with a new one of so many people. */
function foldedWith(people: number, latestFirst: readonly SegmentSize[]): number {
  let total = people;
  let folded = 0;
  for (const segment of latestFirst) {
    if (segment.people > Math.max(2 * total, SMALL)) break;
    total += segment.people;
    folded++;
  }
  return folded;
}

/** Packs the marked people of one partner, whose evidence is locked. */
async function packMarked(tx: AnyTransaction, partnerId: string): Promise<void> {
  const { marked: users, segments: sizes } = await evidenceState(tx, partnerId);
  if (users.length === 0) return;
  const known = sizes.reduce((sum, { people }) => sum + people, 0);
  // A company that is loaded, or marked throughout, is quicker read as a whole.
  if (users.length >= known) return packAnew(tx, partnerId);
  const fresh = await packed(tx, { partnerId, users });
  const folded = foldedWith(users.length, sizes);
  const first = folded === 0 ? (sizes[0]?.segment ?? 0) + 1 : sizes[folded - 1]!.segment;
  const older = folded === 0 ? [] : await readSegments(tx, partnerId, first);
  if ('kind' in older) return packAnew(tx, partnerId);
  // Nothing is left that somebody who is gone would have to be hidden in.
  const keepRemoved = folded < sizes.length;
  const merged = mergeEvidence([...older, fresh], { keepRemoved, compact: true });
  await packSegment(tx, partnerId, first, merged);
}

async function packAnew(tx: AnyTransaction, partnerId: string): Promise<void> {
  await packSegment(tx, partnerId, 0, await packed(tx, { partnerId, users: null }));
}

/** Of two transactions that pack the same partner the second waits for the first. */
async function lockEvidence(tx: AnyTransaction, partnerId: string): Promise<void> {
  await sql`select from partner_evidence where partner_id = ${partnerId} for update`.execute(tx.sql);
}

/** Companies some of whose people are marked by transactions that have ended, the longest first. */
export async function companiesLeftMarked(
  tx: NetworkTransaction,
  most: number,
): Promise<readonly PartnerId[]> {
  const { rows } = await sql<{ partner_id: PartnerId }>`
    select partner_id from evidence_mark group by partner_id order by min(transaction::text::bigint), partner_id
    limit ${most}`.execute(tx.sql);
  return rows.map(({ partner_id }) => partner_id);
}

/** Packs everybody whom this transaction marked; the last thing a writing transaction does. */
export async function settleEvidence(tx: AnyTransaction): Promise<void> {
  await settleEvidenceOf(tx, Number.POSITIVE_INFINITY);
}

/**
 * The same when they are of so many companies at most. Those of more are left to the round that packs them: readers take
 * them from the rows until then, so that what was written shows at once and its writer does not wait for hundreds of
 * companies to be packed.
 */
export async function settleEvidenceOf(tx: AnyTransaction, mostCompanies: number): Promise<void> {
  const { rows } = await sql<{ partner: string }>`select partners_marked_here() as partner
    where coalesce(current_setting('jalon.settle', true), '') <> 'later'`.execute(tx.sql);
  if (rows.length > mostCompanies) {
    await sql`select set_config('jalon.settle', 'later', true)`.execute(tx.sql);
    return;
  }
  for (const { partner } of rows) {
    await takeSightOf(tx, partner);
    // Its evidence has been locked since the first mark, whose version was raised before.
    await packMarked(tx, partner);
  }
}

/** Packs what something else than Jalon, or a migration, has left marked. */
export async function settleLeftMarks(tx: AnyTransaction, partnerId: string): Promise<void> {
  await withSightOf(tx, partnerId, async () => {
    await lockEvidence(tx, partnerId);
    await packMarked(tx, partnerId);
  });
}

/** Makes the evidence of a partner anew from its rows, whatever is there. */
export async function rebuildEvidence(tx: AnyTransaction, partnerId: string): Promise<void> {
  await withSightOf(tx, partnerId, async () => {
    await lockEvidence(tx, partnerId);
    await packAnew(tx, partnerId);
    await sql`update partner_evidence set version = version + 1 where partner_id = ${partnerId}`.execute(
      tx.sql,
    );
  });
}
