import { evidenceOf, factsOf, withCompanyFacts } from '../../domain/evidence/evidence-facts.ts';
import { mergeEvidence } from '../../domain/evidence/merge-evidence.ts';
import { packPeople } from '../../domain/evidence/pack-people.ts';
import { parseKnownBound } from '../../domain/time/instant.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import type { Database, TenantTransaction } from '../../store/database.ts';
import { loadDirectory } from '../../store/directory-store.ts';
import type { KnownSegments } from '../../store/evidence-segments.ts';
import { loadFacts, loadFactsAsKnown } from '../../store/facts-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { loadPeopleFromRows, peopleChangedSince } from '../../store/people-rows.ts';
import type { LoadedPartner } from './partner-answer.ts';
import { partnerSummary } from './partner-summary.ts';
import type { Directory } from './person-refs.ts';

/** People whose names are kept in memory, over all partners. */
const MOST_NAMES = 400_000;

/** People of whom packed evidence is kept in memory as it was read, over all partners. */
const MOST_PACKED = 400_000;

const SYSTEM = { kind: 'system', name: 'evaluation' } as const;

export type LoadPartner = (partnerId: PartnerId) => Promise<LoadedPartner>;

function packedPeople(segments: KnownSegments): number {
  return [...segments.values()].reduce((sum, { counts }) => sum + counts.people, 1);
}

/**
 * Loads partners in one unchanging view each. Names are only read again when one of them has changed, and of packed
 * evidence what a change has written.
 */
export function partnerLoader(database: Database): LoadPartner {
  const directories = recentlyUsed<Directory>(MOST_NAMES, (directory) => directory.size + 1);

  const segments = recentlyUsed<KnownSegments>(MOST_PACKED, packedPeople);

  async function directoryOf(tx: TenantTransaction, version: number): Promise<Directory> {
    // Whoever leaves on a day to come has left when it comes, without a write.
    const key = `${tx.partnerId} ${version} ${tx.now.toISOString().slice(0, 10)}`;
    const known = directories.get(key);
    if (known !== undefined) return known;
    const directory = await loadDirectory(tx);
    directories.set(key, directory);
    return directory;
  }

  return (partnerId) =>
    database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      const known: KnownSegments = new Map(segments.get(partnerId));
      const { partner, facts, evidenceVersion, directoryVersion } = await loadFacts(tx, known);
      segments.set(partnerId, known);
      return {
        partner: partnerSummary(partner, (facts.enrolments ?? []).length > 0),
        facts,
        directory: await directoryOf(tx, directoryVersion),
        evidenceVersion,
      };
    });
}

/** A company of which it was not known yet that it would become part of another one. */
function asItWas(partner: LoadedPartner['partner'], known: number): LoadedPartner['partner'] {
  if (partner.mergedAt == null || Date.parse(partner.mergedAt) <= known) return partner;
  const { mergedAt: _, mergedInto: __, ...before } = partner;
  return before;
}

/**
 * The partner with its facts as they were recorded at a time: those of the company, who worked there and with which
 * accounts. People keep all their records: the evaluation leaves out those that were not known.
 * @param knownAt a day, which means its end, or an instant
 */
export async function asKnown(
  database: Database,
  loaded: LoadedPartner,
  knownAt: string,
): Promise<LoadedPartner> {
  const bound = parseKnownBound(knownAt);
  // The evaluation refuses a time that is none.
  if (bound === null) return loaded;
  const claim = { partnerId: loaded.partner.id as PartnerId, actor: SYSTEM };
  const partner = asItWas(loaded.partner, bound);
  return database.readAsTenant(claim, async (tx) => {
    const known = await loadFactsAsKnown(tx, bound);
    // Packed people are those of now; those of whom something was recorded since are read as they were known then.
    const users = await peopleChangedSince(tx, tx.partnerId, bound);
    if (users.length === 0) return { ...loaded, partner, facts: withCompanyFacts(loaded.facts, known) };
    const changed = await loadPeopleFromRows(tx, { partnerId: tx.partnerId, users, knownAt: bound });
    const named = new Set(changed.map(({ id }) => id));
    const unknown = users.filter((user) => !named.has(user));
    const people = mergeEvidence([evidenceOf(loaded.facts)!, packPeople(changed, unknown)]);
    const { partner: told, enrolments = [] } = loaded.facts;
    return { ...loaded, partner, facts: factsOf(people, { partner: told, enrolments, ...known }) };
  });
}
