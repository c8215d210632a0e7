/**
 * What was judged about each person of some facts, kept for the next facts of the same partner: people who are the same
 * objects as before are not judged again. Packed evidence hands out the same object as long as nothing is told anew.
 */
import type { FactsPerson } from '../facts/facts-document.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { mergeSorted } from '../lists/merge-sorted.ts';
import { sortById } from '../lists/sort-by-id.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import { markDuplicates } from './find-duplicates.ts';
import { COUNTS, judgeRecord, type ReasonNumber } from './judge-record.ts';
import { personVerdicts, type RecordVerdict } from './record-verdicts.ts';

export interface JudgedPeople {
  readonly compiled: CompiledProgramme;
  /** What verdicts depend on besides the rules and the person; `null` where people depend on each other. */
  readonly context: string | null;
  readonly people: readonly FactsPerson[];
  /** First record of each person, one more gives the end. */
  readonly recordStart: Int32Array;
  /** Verdict on every record by its number. */
  readonly reasons: readonly ReasonNumber[];
  /** By person: verdicts on the records that are known, in the order of record ids. */
  readonly verdictsOf: readonly (readonly RecordVerdict[])[];
  /** All of them in the order of record ids. */
  readonly verdicts: readonly RecordVerdict[];
}

/** Several users of one individual, and merged accounts, let the verdict on a person depend on other people. */
function contextOf(facts: FactsTable, known: number | null): string | null {
  if (facts.individualOf !== null || facts.merges.size > 0) return null;
  return JSON.stringify([facts.partner, facts.pmcWindowEnd, facts.track, known]);
}

/** For each person the place in `before` of the same object, or −1; both lists are in the order of ids, if they can. */
export function samePeople(people: readonly FactsPerson[], before: readonly FactsPerson[]): Int32Array {
  const places = new Int32Array(people.length).fill(-1);
  let next = 0;
  people.forEach((person, at) => {
    while (next < before.length && before[next] !== person && before[next]!.id < person.id) next++;
    if (before[next] === person) places[at] = next++;
  });
  return places;
}

function isBefore(left: RecordVerdict, right: RecordVerdict): boolean {
  return left.record < right.record;
}

/** @param before what was judged of earlier facts; used as far as it is about the same question and people */
export function judgePeople(
  facts: FactsTable,
  compiled: CompiledProgramme,
  known: number | null,
  before: JudgedPeople | null,
): JudgedPeople {
  const context = contextOf(facts, known);
  const people = [...facts.people];
  const usable = before !== null && before.compiled === compiled && context !== null;
  const earlier = usable && before.context === context ? before : null;
  const places = samePeople(people, earlier?.people ?? []);
  const reasons: ReasonNumber[] = new Array(facts.recordCount).fill(COUNTS);
  const fresh: number[] = [];
  for (let person = 0; person < people.length; person++) {
    const place = places[person]!;
    const first = facts.recordStart[person]!;
    const end = facts.recordStart[person + 1]!;
    if (place >= 0) {
      const moved = earlier!.recordStart[place]! - first;
      for (let record = first; record < end; record++) reasons[record] = earlier!.reasons[record + moved]!;
    } else {
      fresh.push(person);
      for (let record = first; record < end; record++) {
        reasons[record] = judgeRecord(facts, compiled, person, record);
      }
    }
  }
  const keptFor = markDuplicates(facts, reasons, fresh);
  const judged = { reasons, keptFor };
  const verdictsOf = people.map((_, person) => {
    const place = places[person]!;
    return place >= 0 ? earlier!.verdictsOf[place]! : personVerdicts(facts, compiled, judged, person);
  });
  const added = sortById(
    fresh.flatMap((person) => verdictsOf[person]!),
    ({ record }) => record,
  );
  return {
    compiled,
    context,
    people,
    recordStart: facts.recordStart.slice(0, people.length + 1),
    reasons,
    verdictsOf,
    verdicts: mergeSorted(keptVerdicts(earlier, places), added, isBefore),
  };
}

/** The verdicts of people who are the same as before, in order. */
function keptVerdicts(earlier: JudgedPeople | null, places: Int32Array): readonly RecordVerdict[] {
  if (earlier === null) return [];
  const kept = new Uint8Array(earlier.people.length);
  for (const place of places) if (place >= 0) kept[place] = 1;
  const gone = new Set(earlier.people.filter((_, place) => kept[place] === 0).map(({ id }) => id));
  return gone.size === 0 ? earlier.verdicts : earlier.verdicts.filter(({ person }) => !gone.has(person));
}
