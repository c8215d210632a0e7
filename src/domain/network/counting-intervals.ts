/**
 * The days on which an individual's skills count, found with the same judgement that explains single records: a
 * record is judged on each day on which the verdict on it may change, so nothing is decided here a second time.
 * Records of one skill are united, which settles duplicates, merged accounts and several users of one individual.
 */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import {
  COUNTS,
  judgeRecord,
  lastDayBeforeRetirement,
  lastValidDay,
  peopleOfIndividual,
} from '../evaluation/judge-record.ts';
import { ALWAYS, type FactsTable, NEVER } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';

/** Days are kept in 16 bits: 1970-01-01 to 2149-06-05. An earlier start is kept as the first of them. */
export const LAST_PACKED_DAY = 0xfffe;
/** Stands for an end that is not known to come. */
export const PACKED_NEVER = 0xffff;

const TWO_16 = 0x10000;
const TWO_32 = 0x100000000;

export class CountingIntervals {
  /** How many intervals were found; they are sorted by skill, then by day, and those of one skill never touch. */
  count = 0;
  /** Skill number of the programme. */
  skill = new Uint16Array(64);
  from = new Uint16Array(64);
  /** First day on which it no longer counts. */
  until = new Uint16Array(64);

  /** The programme on the day being judged. */
  private readonly judged: Omit<CompiledProgramme, 'day'> & { day: Day };
  /** Skill, start and end in one number, for sorting. */
  private keys = new Float64Array(64);
  private keyCount = 0;
  private readonly days: number[] = [];
  private readonly sharedDays: number[] = [];

  constructor(compiled: CompiledProgramme) {
    this.judged = { ...compiled };
  }

  /** `individual` is the person under whom the individual is counted. */
  collect(facts: FactsTable, individual: number): void {
    this.keyCount = 0;
    if (facts.individualOf === null) this.collectPerson(facts, individual, [individual]);
    else {
      const people = peopleOfIndividual(facts, individual);
      for (const person of people) this.collectPerson(facts, person, people);
    }
    this.unite();
  }

  /** `people` are all of the individual, who share associations. */
  private collectPerson(facts: FactsTable, person: number, people: readonly number[]): void {
    const end = facts.recordStart[person + 1]!;
    let record = facts.recordStart[person]!;
    if (record === end) return;
    const shared = this.sharedDays;
    shared.length = 0;
    shared.push(facts.employedFrom[person]!, facts.employedUntil[person]!);
    if (facts.namesAssociations[person] === 1) {
      for (const holder of people) {
        const last = facts.associationStart[holder + 1]!;
        for (let number = facts.associationStart[holder]!; number < last; number++) {
          shared.push(facts.associationFrom[number]!, facts.associationUntil[number]!);
          if (facts.associationIsPmc[number] === 1) shared.push(facts.pmcWindowEnd);
        }
      }
    }
    for (; record < end; record++) {
      // A mark (voided, not known, source, grade) speaks against a record on every day.
      if (facts.recordSkill[record]! >= 0 && facts.recordMarks[record] === 0) {
        this.collectRecord(facts, person, record);
      }
    }
  }

  private collectRecord(facts: FactsTable, person: number, record: number): void {
    const { judged, days } = this;
    const achieved = facts.achievedOn[record]!;
    days.length = 0;
    this.addDay(achieved, achieved);
    for (const day of this.sharedDays) this.addDay(day, achieved);
    this.addDay(facts.revokedOn[record]!, achieved);
    const lastValid = lastValidDay(facts, judged, record);
    if (lastValid !== NEVER) this.addDay(lastValid + 1, achieved);
    const lastListed = lastDayBeforeRetirement(facts, judged, record);
    if (lastListed === null) return;
    if (lastListed !== NEVER) this.addDay(lastListed + 1, achieved);
    let start: number | null = null;
    for (const day of days) {
      judged.day = day as Day;
      const counts = judgeRecord(facts, judged, person, record) === COUNTS;
      if (counts && start === null) start = day;
      else if (!counts && start !== null) {
        this.addInterval(facts.recordSkill[record]!, start, day);
        start = null;
      }
    }
    if (start !== null) this.addInterval(facts.recordSkill[record]!, start, NEVER);
  }

  /** Keeps the days in order, each once; nothing counts before it is achieved. */
  private addDay(day: number, achieved: number): void {
    if (day === NEVER || day === ALWAYS || day < achieved) return;
    const { days } = this;
    let at = days.length;
    while (at > 0 && days[at - 1]! >= day) at--;
    if (days[at] !== day) days.splice(at, 0, day);
  }

  private addInterval(skill: number, from: number, until: number): void {
    const end = Math.min(until, PACKED_NEVER);
    if (end <= 0 || from > LAST_PACKED_DAY) return;
    if (this.keyCount === this.keys.length) {
      const larger = new Float64Array(this.keys.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.keyCount++] = skill * TWO_32 + Math.max(from, 0) * TWO_16 + end;
  }

  private unite(): void {
    const keys = this.keys.subarray(0, this.keyCount);
    if (keys.length > 1) keys.sort();
    if (this.skill.length < keys.length) {
      this.skill = new Uint16Array(this.keys.length);
      this.from = new Uint16Array(this.keys.length);
      this.until = new Uint16Array(this.keys.length);
    }
    const { skill, from, until } = this;
    let count = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const number = Math.floor(key / TWO_32);
      const start = Math.floor(key / TWO_16) % TWO_16;
      const end = key % TWO_16;
      if (count > 0 && skill[count - 1] === number && start <= until[count - 1]!) {
        if (end > until[count - 1]!) until[count - 1] = end;
        continue;
      }
      skill[count] = number;
      from[count] = start;
      until[count] = end;
      count++;
    }
    this.count = count;
  }
}
