/**
 * Which parts of a programme two versions may answer otherwise for one company: those whose own rules differ and name
 * what its people hold, and those that name a skill of which one of its records counts on other days. Everything else
 * stands as before, on every day, and is not evaluated.
 */
import type { SkillId } from '../catalogue/catalogue.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { lastDayBeforeRetirement, lastValidDay } from '../evaluation/judge-record.ts';
import { readsOfCompetencies } from '../evaluation/touched-competencies.ts';
import { ALWAYS, type FactsTable } from '../facts/facts-table.ts';
import { measuresThePast, type RehearsalScope } from './rehearsal-scope.ts';

/** A company's facts as one version reads them. */
export interface ReadFacts {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
}

const NO_PARTS: readonly number[] = [];

export class ConcernedParts {
  private readonly everything: boolean;
  /** Parts that concern each company, whatever its people hold. */
  private readonly always: readonly number[];
  /** By number of the skill in either version: the parts whose differing rules name it. */
  private readonly ruled: readonly (readonly number[])[][];
  /** By number of the skill in the version before: the parts that read it, none where all records are judged alike. */
  private readonly reading: readonly (readonly number[])[];
  private readonly first: number;
  private readonly last: number;
  private readonly touched: Uint8Array;

  /** @param parts competencies that depend on each other, of all that are in the scope */
  constructor(
    scope: RehearsalScope,
    parts: readonly ReadonlySet<string>[],
    versions: readonly [before: CompiledProgramme, after: CompiledProgramme],
    { first, last }: { readonly first: number; readonly last: number },
  ) {
    const { rules, judged } = scope;
    this.everything = scope.everything;
    this.touched = new Uint8Array(parts.length);
    this.first = versions.some(({ programme }) => measuresThePast(programme)) ? ALWAYS : first;
    this.last = last;
    const numbersOf = (concerns: (part: ReadonlySet<string>) => boolean) =>
      parts.flatMap((part, number) => (concerns(part) ? [number] : []));
    const differ = (part: ReadonlySet<string>) =>
      [...part].flatMap((id) => (rules.has(id) ? [rules.get(id)!] : []));
    this.always = numbersOf((part) => differ(part).includes(null as never));
    const ruledBy = (skill: SkillId) =>
      numbersOf((part) => differ(part).some((skills) => skills?.has(skill)));
    this.ruled = versions.map(({ skills }) => skills.map(({ id }) => ruledBy(id)));
    const reads = versions.map(({ programme }) => readsOfCompetencies(programme));
    const isRead = (part: ReadonlySet<string>, skill: SkillId) =>
      [...part].some((id) => reads.some((version) => version.get(id)?.skills.has(skill)));
    this.reading = versions[0].skills.map(({ id }) =>
      judged === null || judged.has(id) ? numbersOf((part) => isRead(part, id)) : NO_PARTS,
    );
  }

  /** Numbers of the parts, ascending. Both tables are of the same document, and may be the same one. */
  of(before: ReadFacts, after: ReadFacts): readonly number[] {
    const { touched } = this;
    touched.fill(this.everything ? 1 : 0);
    this.touch(this.always);
    if (!this.everything) this.touchByRecords(before, after);
    const parts: number[] = [];
    for (let part = 0; part < touched.length; part++) if (touched[part] === 1) parts.push(part);
    return parts;
  }

  private touch(parts: readonly number[]): void {
    for (let index = 0; index < parts.length; index++) this.touched[parts[index]!] = 1;
  }

  private isTouched(parts: readonly number[]): boolean {
    for (let index = 0; index < parts.length; index++) if (this.touched[parts[index]!] === 0) return false;
    return true;
  }

  private touchByRecords(before: ReadFacts, after: ReadFacts): void {
    const [ruledBefore, ruledAfter] = this.ruled as [(typeof this.ruled)[0], (typeof this.ruled)[0]];
    const { facts } = before;
    for (let person = 0; person < facts.personCount; person++) {
      const end = facts.recordStart[person + 1]!;
      for (let record = facts.recordStart[person]!; record < end; record++) {
        const skill = facts.recordSkill[record]!;
        const other = after.facts.recordSkill[record]!;
        if (skill >= 0) this.touch(ruledBefore[skill]!);
        if (other >= 0) this.touch(ruledAfter[other]!);
        // A skill that only one version knows is named by rules that differ, if by any.
        if (skill < 0 || other < 0) continue;
        const readers = this.reading[skill]!;
        if (!this.isTouched(readers) && this.countsOtherwise(before, after, person, record))
          this.touch(readers);
      }
    }
  }

  /** Whether the record may count on a day by the one version and not by the other. May be said of one that never counts. */
  private countsOtherwise(before: ReadFacts, after: ReadFacts, person: number, record: number): boolean {
    const { facts } = before;
    const start = Math.max(facts.achievedOn[record]!, facts.employedFrom[person]!, this.first);
    const stop = Math.min(facts.revokedOn[record]! - 1, facts.employedUntil[person]! - 1, this.last);
    if (start > stop) return false;
    const nowhere = start - 1;
    const lastBefore = Math.max(nowhere, Math.min(stop, lastDay(before, record)));
    const lastAfter = Math.max(nowhere, Math.min(stop, lastDay(after, record)));
    const latest = Math.max(lastBefore, lastAfter);
    if (latest === nowhere) return false;
    const { pmcWindowEnd } = facts;
    const otherWindow = after.facts.pmcWindowEnd;
    if (pmcWindowEnd !== otherWindow) {
      // An association made in PMC lets it count until other days.
      const from = Math.max(start, Math.min(pmcWindowEnd, otherWindow));
      if (from <= latest && hasAssociation(facts, person, from, latest)) return true;
    }
    const from = Math.min(lastBefore, lastAfter) + 1;
    return from <= latest && hasAssociation(facts, person, from, latest);
  }
}

/** The last day on which it may count by what is known of the record and the skill; ALWAYS when there is none. */
function lastDay({ facts, compiled }: ReadFacts, record: number): number {
  if (facts.recordMarks[record] !== 0) return ALWAYS;
  return Math.min(
    lastValidDay(facts, compiled, record),
    lastDayBeforeRetirement(facts, compiled, record) ?? ALWAYS,
  );
}

/** Whether the person has an association here on one of the days, or need not have one. */
function hasAssociation(facts: FactsTable, person: number, from: number, until: number): boolean {
  // Those of the other people of an individual count too.
  if (facts.namesAssociations[person] === 0 || facts.individualOf !== null) return true;
  const end = facts.associationStart[person + 1]!;
  for (let number = facts.associationStart[person]!; number < end; number++) {
    const begins = facts.associationFrom[number]!;
    if (begins <= until && facts.associationUntil[number]! > from && facts.associationIsHere[number] === 1)
      return true;
  }
  return false;
}
