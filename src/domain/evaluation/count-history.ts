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

function dayAfter(day: number | null): number {
  return day === null || day === NEVER ? NEVER : addDays(day as Day, 1);
}

/**
 * The records of one individual that matter, and the days on which they may begin or cease to count. One object reads
 * one individual after the other, because a company has thousands and is asked anew after each fact.
 */
class OwnRecords {
  /** The first `count` places: a record and the person who has it. */
  readonly records: number[] = [];
  readonly people: number[] = [];
  count = 0;
  /** In order, each once; the first `dayCount` places. */
  readonly days: number[] = [];
  dayCount = 0;

  read(facts: FactsTable, individual: number, named: ReadonlySet<number>): void {
    this.count = 0;
    for (const person of peopleOfIndividual(facts, individual)) {
      const end = facts.recordStart[person + 1]!;
      for (let record = facts.recordStart[person]!; record < end; record++) {
        if (!named.has(facts.recordSkill[record]!) || facts.recordMarks[record]! & (NOT_KNOWN | VOIDED))
          continue;
        this.people[this.count] = person;
        this.records[this.count++] = record;
      }
    }
  }

  /** Finds the days after `from` on which what the individual holds may change. */
  readDays(facts: FactsTable, compiled: CompiledProgramme, individual: number, from: Day): void {
    this.dayCount = 0;
    for (let index = 0; index < this.count; index++) {
      const record = this.records[index]!;
      this.addDay(facts.achievedOn[record]!, from);
      this.addDay(facts.revokedOn[record]!, from);
      this.addDay(dayAfter(lastValidDay(facts, compiled, record)), from);
      this.addDay(dayAfter(lastDayBeforeRetirement(facts, compiled, record)), from);
    }
    for (const person of peopleOfIndividual(facts, individual)) {
      this.addDay(facts.employedFrom[person]!, from);
      this.addDay(facts.employedUntil[person]!, from);
      const end = facts.associationStart[person + 1]!;
      for (let number = facts.associationStart[person]!; number < end; number++) {
        this.addDay(facts.associationFrom[number]!, from);
        this.addDay(facts.associationUntil[number]!, from);
        if (facts.associationIsPmc[number] === 1) this.addDay(facts.pmcWindowEnd, from);
      }
    }
  }

  private addDay(day: number, from: Day): void {
    if (day === ALWAYS || day === NEVER || day <= from) return;
    const { days } = this;
    let at = this.dayCount;
    while (at > 0 && days[at - 1]! > day) at--;
    if (at > 0 && days[at - 1] === day) return;
    for (let later = this.dayCount++; later > at; later--) days[later] = days[later - 1]!;
    days[at] = day;
  }
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
  const own = new OwnRecords();
  const satisfies = (day: Day): boolean => {
    stamp++;
    then.day = day;
    for (let index = 0; index < own.count; index++) {
      const person = own.people[index]!;
      const record = own.records[index]!;
      if (judgePerson(facts, day, person) !== COUNTS) continue;
      if (judgeRecord(facts, then, person, record) === COUNTS) held[facts.recordSkill[record]!] = stamp;
    }
    return isSatisfied(predicate, held, stamp);
  };
  let first = 0;
  const changes = new Map<Day, number>();
  for (let individual = 0; individual < facts.personCount; individual++) {
    if (facts.individualOf !== null && facts.individualOf[individual] !== individual) continue;
    own.read(facts, individual, named);
    if (own.count === 0) continue;
    let before = satisfies(from);
    if (before) first++;
    own.readDays(facts, compiled, individual, from);
    for (let index = 0; index < own.dayCount; index++) {
      const day = own.days[index] as Day;
      const after = satisfies(day);
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
