/**
 * The days on which an answer may differ from the day before by what is known, and for whom. Days on which nothing
 * turns out to change may be among them; none is left out. Metrics are not among them: they are held.
 */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { lastDayBeforeRetirement, lastValidDay } from '../evaluation/judge-record.ts';
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
  if (facts.recordSkill[record]! < 0 || facts.recordMarks[record]! & (NOT_KNOWN | VOIDED)) return;
  days.add(facts.achievedOn[record]!, of);
  days.add(facts.revokedOn[record]!, of);

  days.add(dayAfter(lastValidDay(facts, compiled, record)), of);
  days.add(dayAfter(lastDayBeforeRetirement(facts, compiled, record) ?? NEVER), of);
}

function addPerson(days: ChangeDays, facts: FactsTable, compiled: CompiledProgramme, person: number): void {
  const individual = facts.individualOf?.[person] ?? person;
  days.add(facts.employedFrom[person]!, individual);
  days.add(facts.employedUntil[person]!, individual);
  for (let number = facts.associationStart[person]!; number < facts.associationStart[person + 1]!; number++) {
    days.add(facts.associationFrom[number]!, individual);
    days.add(facts.associationUntil[number]!, individual);
    if (facts.associationIsPmc[number] === 1) days.add(facts.pmcWindowEnd, individual);
  }
  for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
    addRecord(days, facts, compiled, record, individual);
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
  for (let person = 0; person < facts.personCount; person++) addPerson(days, facts, compiled, person);
  return days.inOrder();
}
