/**
 * Which parts of a programme two versions may answer otherwise for one company: those whose own rules differ and name
 * what its people hold, and those that name a skill of which one of its records counts on other days; where a level is
 * in reach at all. Everything else stands as before, on every day, and is not evaluated.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { lastDayBeforeRetirement, lastValidDay, peopleOfIndividual } from '../evaluation/judge-record.ts';
import { readsOfCompetencies } from '../evaluation/touched-competencies.ts';
import { ALWAYS, type FactsTable } from '../facts/facts-table.ts';
import { HeldSkills, PossibleLevels } from './possible-levels.ts';
import { measuresThePast, type RehearsalScope } from './rehearsal-scope.ts';

/** A version of the rules on the first day, and on each later one on which others come into force. */
export type EraRules = readonly [CompiledProgramme, ...CompiledProgramme[]];

/** A company's facts as one version reads them. */
export interface ReadFacts {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
}

/** Numbers of parts by number of a skill. */
type PartsOfSkills = readonly (readonly number[])[];

/** Numbers of the parts that a skill concerns, by its number in a version. */
interface SkillParts {
  /** Some rules read it. */
  readonly reading: PartsOfSkills;
  /** Rules that differ name it. */
  readonly ruled: PartsOfSkills;
  /** Those that read it when its records may be judged otherwise. */
  readonly judging: PartsOfSkills;
}

const NOTHING: readonly number[] = [];

export class ConcernedParts {
  /** Parts that concern each company, whatever its people hold. */
  private readonly always: readonly number[];
  private readonly before: SkillParts;
  private readonly after: SkillParts;
  private readonly levelsBefore: PossibleLevels;
  private readonly levelsAfter: PossibleLevels;
  private readonly first: number;
  private readonly last: number;
  private readonly touched: Uint8Array;
  private readonly possible: Uint8Array;
  /** What may count on some day. */
  private readonly heldBefore = new HeldSkills();
  private readonly heldAfter = new HeldSkills();
  /** Of the record at hand: the first day on which it may count, and the last by each version. */
  private start = 0;
  private lastBefore = 0;
  private lastAfter = 0;

  /** @param parts competencies that depend on each other, of all that are in the scope */
  constructor(
    scope: RehearsalScope,
    parts: readonly ReadonlySet<string>[],
    [before, after]: readonly [before: EraRules, after: EraRules],
    { first, last }: { readonly first: number; readonly last: number },
  ) {
    const { rules, judged, everything } = scope;
    const programmes = [before[0].programme, after[0].programme];
    this.first = programmes.some(measuresThePast) ? ALWAYS : first;
    this.last = last;
    this.touched = new Uint8Array(parts.length);
    this.possible = new Uint8Array(parts.length);
    this.levelsBefore = new PossibleLevels(before, parts);
    this.levelsAfter = new PossibleLevels(after, parts);
    const numbersOf = (concerns: (part: ReadonlySet<string>) => boolean) =>
      parts.flatMap((part, number) => (concerns(part) ? [number] : []));
    const differing = (part: ReadonlySet<string>) =>
      [...part].flatMap((id) => (rules.has(id) ? [rules.get(id)!] : []));
    this.always = numbersOf((part) => everything || differing(part).some((skills) => skills === null));
    const skillParts = (skill: SkillId) => {
      const reading = numbersOf((part) => reads(programmes, part, skill));
      return {
        reading,
        ruled: numbersOf((part) => differing(part).some((skills) => skills?.has(skill))),
        judging: judged === null || judged.has(skill) ? reading : NOTHING,
      };
    };
    const byNumber = ({ skills }: CompiledProgramme): SkillParts => {
      const all = skills.map(({ id }) => skillParts(id));
      return {
        reading: all.map(({ reading }) => reading),
        ruled: all.map(({ ruled }) => ruled),
        judging: all.map(({ judging }) => judging),
      };
    };
    this.before = byNumber(before[0]);
    this.after = byNumber(after[0]);
  }

  /** Numbers of the parts, ascending. Both tables are of the same document, and may be the same one. */
  of(before: ReadFacts, after: ReadFacts): readonly number[] {
    const { touched, possible, heldBefore, heldAfter } = this;
    touched.fill(0);
    this.touch(this.always);
    this.touchByRecords(before, after);
    if (!touched.includes(1)) return NOTHING;
    possible.fill(0);
    this.levelsBefore.mark(heldBefore, touched, possible);
    this.levelsAfter.mark(heldAfter, touched, possible);
    const parts: number[] = [];
    for (let part = 0; part < possible.length; part++) if (possible[part] === 1) parts.push(part);
    return parts;
  }

  private touch(parts: readonly number[]): void {
    for (let index = 0; index < parts.length; index++) this.touched[parts[index]!] = 1;
  }

  private touchByRecords(before: ReadFacts, after: ReadFacts): void {
    const { heldBefore, heldAfter } = this;
    const { individualOf, personCount } = before.facts;
    heldBefore.clear();
    heldAfter.clear();
    for (let person = 0; person < personCount; person++) {
      if (individualOf === null) this.touchByPerson(before, after, person);
      else if (individualOf[person] === person) {
        for (const one of peopleOfIndividual(before.facts, person)) this.touchByPerson(before, after, one);
      }
      heldBefore.endIndividual();
      heldAfter.endIndividual();
    }
  }

  private touchByPerson(before: ReadFacts, after: ReadFacts, person: number): void {
    const { facts } = before;
    const end = facts.recordStart[person + 1]!;
    for (let record = facts.recordStart[person]!; record < end; record++) {
      const skill = facts.recordSkill[record]!;
      const other = after.facts.recordSkill[record]!;
      if (skill < 0 && other < 0) continue;
      // A skill that only one version knows is named by rules that differ, if by any.
      const parts = skill < 0 ? this.after : this.before;
      const number = skill < 0 ? other : skill;
      if (parts.reading[number]!.length === 0 || !this.mayCount(before, after, person, record)) continue;
      if (this.lastBefore >= this.start) this.heldBefore.add(skill);
      if (this.lastAfter >= this.start) this.heldAfter.add(other);
      this.touch(parts.ruled[number]!);
      const judging = parts.judging[number]!;
      if (judging.length > 0 && this.countsOtherwise(before, after, person)) this.touch(judging);
    }
  }

  /** Whether the record may count on a day that is looked at, by one of the versions. May be said of one that never does. */
  private mayCount(before: ReadFacts, after: ReadFacts, person: number, record: number): boolean {
    const { facts } = before;
    const start = Math.max(facts.achievedOn[record]!, facts.employedFrom[person]!, this.first);
    const stop = Math.min(facts.revokedOn[record]! - 1, facts.employedUntil[person]! - 1, this.last);
    this.start = start;
    this.lastBefore = Math.max(start - 1, Math.min(stop, lastDay(before, record)));
    this.lastAfter = Math.max(start - 1, Math.min(stop, lastDay(after, record)));
    const latest = Math.max(this.lastBefore, this.lastAfter);
    return start <= latest && hasAssociation(facts, person, start, latest);
  }

  /** Whether the record at hand, which may count, may do so on a day by one version alone. */
  private countsOtherwise(before: ReadFacts, after: ReadFacts, person: number): boolean {
    const { start, lastBefore, lastAfter } = this;
    const { facts } = before;
    const earliest = Math.min(lastBefore, lastAfter);
    const latest = Math.max(lastBefore, lastAfter);
    if (earliest < latest && hasAssociation(facts, person, earliest + 1, latest)) return true;
    const { pmcWindowEnd } = facts;
    const otherWindow = after.facts.pmcWindowEnd;
    if (pmcWindowEnd === otherWindow) return false;
    // Associations made in PMC let it count until other days.
    const from = Math.max(start, Math.min(pmcWindowEnd, otherWindow));
    return from <= latest && hasAssociation(facts, person, from, latest);
  }
}

/** The last day on which it may count by what is known of the record and the skill; ALWAYS when there is none. */
function lastDay({ facts, compiled }: ReadFacts, record: number): number {
  if (facts.recordSkill[record]! < 0 || facts.recordMarks[record] !== 0) return ALWAYS;
  const lastListed = lastDayBeforeRetirement(facts, compiled, record) ?? ALWAYS;
  return Math.min(lastValidDay(facts, compiled, record), lastListed);
}

/** Whether the person has an association here on one of the days, or need not have one. */
function hasAssociation(facts: FactsTable, person: number, from: number, until: number): boolean {
  // Those of the other people of an individual count too.
  if (facts.namesAssociations[person] === 0 || facts.individualOf !== null) return true;
  const end = facts.associationStart[person + 1]!;
  for (let number = facts.associationStart[person]!; number < end; number++) {
    const begins = facts.associationFrom[number]!;
    const ends = facts.associationUntil[number]!;
    if (begins <= until && ends > from && facts.associationIsHere[number] === 1) return true;
  }
  return false;
}

function reads(versions: readonly Programme[], part: ReadonlySet<string>, skill: SkillId): boolean {
  return versions.some((programme) => {
    const competencies = readsOfCompetencies(programme);
    return [...part].some((id) => competencies.get(id)?.skills.has(skill));
  });
}
