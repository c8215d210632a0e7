/**
 * How many individuals satisfied a predicate on each day from a first one on, by what is known in the question:
 * baselines, and what was reached before. Each individual is judged on his or her own days of change only.
 */
import { ALWAYS, type FactsTable, NEVER, NOT_KNOWN, VOIDED } from '../facts/facts-table.ts';
import { addDays, type Day } from '../time/day.ts';
import { isSatisfied, skillsOf } from './compile-predicates.ts';
import type { CompiledPredicate, CompiledProgramme } from './compiled-programme.ts';
import {
  COUNTS,
  judgePerson,
  judgeRecord,
  lastDayBeforeRetirement,
  lastValidDay,
  peopleOfIndividual,
} from './judge-record.ts';

/** Numbers of people, each from its day until the day before the next one's. */
export class CountHistory {
  private readonly days: readonly Day[];
  private readonly counts: readonly number[];

  constructor(days: readonly Day[], counts: readonly number[]) {
    this.days = days;
    this.counts = counts;
  }

  /** The number on a day, which is not before the first one. */
  on(day: Day): number {
    return this.counts[this.stretchOf(day)]!;
  }

  /** The last days, latest first and before `day`, of stretches with at least so many people. */
  *lastDaysBefore(day: Day, people: number): Iterable<Day> {
    for (let stretch = this.stretchOf(addDays(day, -1)); stretch >= 0; stretch--) {
      const next = this.days[stretch + 1];
      if (this.counts[stretch]! >= people && next !== undefined && next <= day) yield addDays(next, -1);
    }
  }

  private stretchOf(day: Day): number {
    return this.days.findLastIndex((begin) => begin <= day);
  }
}

/** The records of an individual that matter, with the number of the person who has each. */
interface OwnRecords {
  readonly people: readonly number[];
  readonly records: readonly number[];
}

function ownRecords(facts: FactsTable, individual: number, named: ReadonlySet<number>): OwnRecords {
  const people: number[] = [];
  const records: number[] = [];
  for (const person of peopleOfIndividual(facts, individual)) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      if (!named.has(facts.recordSkill[record]!) || facts.recordMarks[record]! & (NOT_KNOWN | VOIDED))
        continue;
      people.push(person);
      records.push(record);
    }
  }
  return { people, records };
}

function dayAfter(day: number | null): number {
  return day === null || day === NEVER ? NEVER : addDays(day as Day, 1);
}

/** Days after `from` on which what an individual holds may change, in order. */
function changesOf(
  facts: FactsTable,
  compiled: CompiledProgramme,
  individual: number,
  { records }: OwnRecords,
  from: Day,
): readonly Day[] {
  const days = new Set<number>();
  for (const record of records) {
    days.add(facts.achievedOn[record]!);
    days.add(facts.revokedOn[record]!);
    days.add(dayAfter(lastValidDay(facts, compiled, record)));
    days.add(dayAfter(lastDayBeforeRetirement(facts, compiled, record)));
  }
  for (const person of peopleOfIndividual(facts, individual)) {
    days.add(facts.employedFrom[person]!);
    days.add(facts.employedUntil[person]!);
    const end = facts.associationStart[person + 1]!;
    for (let number = facts.associationStart[person]!; number < end; number++) {
      days.add(facts.associationFrom[number]!);
      days.add(facts.associationUntil[number]!);
      if (facts.associationIsPmc[number] === 1) days.add(facts.pmcWindowEnd);
    }
  }
  days.delete(ALWAYS);
  days.delete(NEVER);
  return ([...days] as Day[]).filter((day) => day > from).sort((left, right) => left - right);
}

export function countHistory(
  facts: FactsTable,
  compiled: CompiledProgramme,
  predicate: CompiledPredicate,
  from: Day,
): CountHistory {
  const named = new Set(skillsOf(predicate));
  const held = new Uint32Array(compiled.skills.length);
  let stamp = 0;
  const then: { -readonly [Field in keyof CompiledProgramme]: CompiledProgramme[Field] } = { ...compiled };
  const satisfies = ({ people, records }: OwnRecords, day: Day): boolean => {
    stamp++;
    then.day = day;
    records.forEach((record, index) => {
      const person = people[index]!;
      if (judgePerson(facts, day, person) !== COUNTS) return;
      if (judgeRecord(facts, then, person, record) === COUNTS) held[facts.recordSkill[record]!] = stamp;
    });
    return isSatisfied(predicate, held, stamp);
  };
  let first = 0;
  const changes = new Map<Day, number>();
  for (let individual = 0; individual < facts.personCount; individual++) {
    if (facts.individualOf !== null && facts.individualOf[individual] !== individual) continue;
    const own = ownRecords(facts, individual, named);
    if (own.records.length === 0) continue;
    let before = satisfies(own, from);
    if (before) first++;
    for (const day of changesOf(facts, compiled, individual, own, from)) {
      const after = satisfies(own, day);
      if (after !== before) changes.set(day, (changes.get(day) ?? 0) + (after ? 1 : -1));
      before = after;
    }
  }
  const days: Day[] = [from];
  const counts: number[] = [first];
  for (const [day, change] of [...changes].sort(([left], [right]) => left - right)) {
    if (change === 0) continue;
    days.push(day);
    counts.push(counts.at(-1)! + change);
  }
  return new CountHistory(days, counts);
}
