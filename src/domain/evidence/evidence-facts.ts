/**
 * A facts document over packed evidence. Its people are only made into objects when somebody looks at them; whoever
 * can read columns (see read-evidence.ts) finds those by the document, or by the list of people in a changed copy of it.
 */
import type { FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import type { Evidence } from './evidence.ts';
import { samePerson } from './same-person.ts';
import { unpackPeople } from './unpack-people.ts';

const columnsOf = new WeakMap<object, Evidence>();

/** The columns that say the same as the people of the document, when it came out of evidence. */
export function evidenceOf(document: object): Evidence | undefined {
  const known = columnsOf.get(document);
  if (known !== undefined) return known;
  const { people } = document as Partial<FactsDocument>;
  return typeof people === 'object' && people !== null ? columnsOf.get(people) : undefined;
}

/** People at `[from, until)` of some evidence. */
export interface EvidenceRun {
  readonly of: Evidence;
  readonly from: number;
  readonly until: number;
}

const runsOf = new WeakMap<Evidence, readonly EvidenceRun[]>();
const placesOf = new WeakMap<Evidence, readonly (FactsPerson | null)[]>();
const unpackedOf = new WeakMap<Evidence, readonly FactsPerson[]>();

/** Says of merged evidence where its people come from: those of a piece that was unpacked before stay the same objects. */
export function comesFrom(merged: Evidence, runs: readonly EvidenceRun[]): void {
  runsOf.set(merged, runs);
}

const replacedBy = new WeakMap<Evidence, readonly Evidence[]>();

/**
 * Says which pieces a piece has taken the place of: people of whom it tells the same stay the same objects, as far as
 * they have been unpacked. A new fact is folded into a piece with what was told of others not long before.
 */
export function takesPlaceOf(evidence: Evidence, earlier: readonly Evidence[]): void {
  // What was never looked at is not kept in memory for the sake of what comes after it.
  const unpacked = earlier.flatMap((one) => (placesOf.has(one) ? [one] : (replacedBy.get(one) ?? [])));
  if (unpacked.length > 0) replacedBy.set(evidence, unpacked);
}

function unpackedPlaces(evidence: Evidence): readonly (FactsPerson | null)[] {
  const fresh = unpackPeople(evidence);
  const earlier = replacedBy.get(evidence);
  if (earlier === undefined) return fresh;
  replacedBy.delete(evidence);
  const known = new Map<string, FactsPerson>();
  for (const piece of earlier) {
    for (const person of placesOf.get(piece) ?? []) if (person !== null) known.set(person.id, person);
  }
  return fresh.map((person) => {
    const before = person === null ? undefined : known.get(person.id);
    return before !== undefined && samePerson(person!, before) ? before : person;
  });
}

function placesIn(evidence: Evidence): readonly (FactsPerson | null)[] {
  let places = placesOf.get(evidence);
  if (places === undefined) {
    const runs = runsOf.get(evidence);
    places =
      runs === undefined
        ? unpackedPlaces(evidence)
        : runs.flatMap(({ of, from, until }) => placesIn(of).slice(from, until));
    runsOf.delete(evidence);
    placesOf.set(evidence, places);
  }
  return places;
}

/** The people as objects, made at the first question and the same list ever after. */
export function peopleOf(evidence: Evidence): readonly FactsPerson[] {
  let people = unpackedOf.get(evidence);
  if (people === undefined) {
    people = placesIn(evidence).filter((person) => person !== null);
    unpackedOf.set(evidence, people);
    columnsOf.set(people, evidence);
  }
  return people;
}

/** @param company everything of the document but its people */
export function factsOf(evidence: Evidence, company: Omit<FactsDocument, 'people'>): FactsDocument {
  const document: FactsDocument = {
    ...company,
    get people() {
      return peopleOf(evidence);
    },
  };
  columnsOf.set(document, evidence);
  return document;
}

/** The same people with other facts of their company; nobody is unpacked for it. */
export function withCompanyFacts(
  document: FactsDocument,
  facts: Partial<Omit<FactsDocument, 'people'>>,
): FactsDocument {
  const evidence = evidenceOf(document);
  if (evidence === undefined) return { ...document, ...facts };
  const { partner, enrolments = [], metrics = [], memberships = [], assets = [], exemptions = [] } = document;
  return factsOf(evidence, { partner, metrics, memberships, assets, exemptions, enrolments, ...facts });
}
