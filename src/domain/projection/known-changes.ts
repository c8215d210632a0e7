/**
 * The days on which an answer may differ from the day before by what is known, and for whom. Days on which nothing
 * turns out to change may be among them; none is left out. Metrics are not among them: they are held.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { lastDayBeforeRetirement, lastValidDay } from '../evaluation/judge-record.ts';
import { readsOfCompetencies } from '../evaluation/touched-competencies.ts';
import { ALWAYS, type FactsTable, NEVER, NOT_KNOWN, VOIDED } from '../facts/facts-table.ts';
import { addDays, type Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';

export interface ChangeDay {
  readonly day: Day;
  /** Numbers under which the individuals are counted. */
  readonly individuals: ReadonlySet<number>;
}

class ChangeDays {
  private readonly after: Day;
  private readonly until: Day;
  private readonly days = new Map<number, Set<number>>();

  constructor(after: Day, until: Day) {
    this.after = after;
    this.until = until;
  }

  add(day: number, individual: number | null): void {
    if (day <= this.after || day > this.until) return;
    let individuals = this.days.get(day);
    if (individuals === undefined) {
      individuals = new Set();
      this.days.set(day, individuals);
    }
    if (individual !== null) individuals.add(individual);
  }

  inOrder(): ChangeDay[] {
    const days = [...this.days].map(([day, individuals]) => ({ day: day as Day, individuals }));
    return days.sort((left, right) => left.day - right.day);
  }
}

function dayAfter(day: number): number {
  return day === NEVER ? NEVER : addDays(day as Day, 1);
}

function addRecord(
  days: ChangeDays,
  facts: FactsTable,
  compiled: CompiledProgramme,
  record: number,
  of: number,
) {
  if (facts.recordMarks[record]! & (NOT_KNOWN | VOIDED)) return;
  days.add(facts.achievedOn[record]!, of);
  days.add(facts.revokedOn[record]!, of);

  days.add(dayAfter(lastValidDay(facts, compiled, record)), of);
  days.add(dayAfter(lastDayBeforeRetirement(facts, compiled, record) ?? NEVER), of);
}

/** What of people the rules of a programme read on any day. */
interface PeopleReads {
  /** 1 for the skills that are named. */
  readonly skills: Uint8Array;
  readonly staff: boolean;
}

const knownReads = new WeakMap<Programme, PeopleReads>();

function readsOf({ programme, skills, skillNumbers }: CompiledProgramme): PeopleReads {
  let reads = knownReads.get(programme);
  if (reads === undefined) {
    const all = [...readsOfCompetencies(programme).values()];
    const named = new Uint8Array(skills.length);
    for (const one of all) for (const skill of one.skills) named[skillNumbers.get(skill)!] = 1;
    reads = { skills: named, staff: all.some(({ staff }) => staff) };
    knownReads.set(programme, reads);
  }
  return reads;
}

/** Days of people who hold nothing that any rule names matter only where the staff is counted. */
function addPerson(
  days: ChangeDays,
  facts: FactsTable,
  compiled: CompiledProgramme,
  person: number,
  { skills, staff }: PeopleReads,
): void {
  const individual = facts.individualOf?.[person] ?? person;
  let matters = staff;
  for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
    const skill = facts.recordSkill[record]!;
    if (skill < 0 || skills[skill] === 0) continue;
    matters = true;
    addRecord(days, facts, compiled, record, individual);
  }
  if (!matters) return;
  days.add(facts.employedFrom[person]!, individual);
  days.add(facts.employedUntil[person]!, individual);
  for (let number = facts.associationStart[person]!; number < facts.associationStart[person + 1]!; number++) {
    days.add(facts.associationFrom[number]!, individual);
    days.add(facts.associationUntil[number]!, individual);
    if (facts.associationIsPmc[number] === 1) days.add(facts.pmcWindowEnd, individual);
  }
}

function dayOr(text: string | null | undefined, absent: number): number {
  return (text ? parseDayOrInstant(text) : null) ?? absent;
}

/** Changes in `(compiled.day, until]`; `ruleDays` are those on which other rules come into force. */
export function knownChanges(
  facts: FactsTable,
  compiled: CompiledProgramme,
  until: Day,
  ruleDays: readonly Day[],
): readonly ChangeDay[] {
  const days = new ChangeDays(compiled.day, until);
  for (const day of ruleDays) days.add(day, null);
  for (const { from, until: end } of facts.document.assets ?? []) {
    days.add(dayOr(from, ALWAYS), null);
    days.add(dayOr(end, NEVER), null);
  }
  for (const { from, until: end } of facts.document.exemptions ?? []) {
    days.add(dayOr(from, ALWAYS), null);
    days.add(dayOr(end, NEVER), null);
  }
  const reads = readsOf(compiled);
  for (let person = 0; person < facts.personCount; person++) addPerson(days, facts, compiled, person, reads);
  return days.inOrder();
}
