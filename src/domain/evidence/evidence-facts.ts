/**
 * A facts document over packed evidence. Its people are only made into objects when somebody looks at them; whoever
 * can read columns (see read-evidence.ts) finds those by the document, or by the list of people in a changed copy of it.
 */
import type { FactsDocument, FactsPerson } from '../facts/facts-document.ts';
import type { Evidence } from './evidence.ts';
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

function placesIn(evidence: Evidence): readonly (FactsPerson | null)[] {
  let places = placesOf.get(evidence);
  if (places === undefined) {
    const runs = runsOf.get(evidence);
    places =
      runs === undefined
        ? unpackPeople(evidence)
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
