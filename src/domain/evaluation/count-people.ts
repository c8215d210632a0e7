/**
 * Counts, over all individuals, who satisfies each predicate. A predicate is only looked at for people who hold a
 * skill it names, so the work follows what people hold and not the size of the catalogue.
 */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import type { Baseline } from '../score/growth-points.ts';
import { isSatisfied } from './compile-predicates.ts';
import type { CompiledProgramme, CompiledScoreMetric } from './compiled-programme.ts';
import { COUNTS, judgePerson, judgeRecord, peopleOfIndividual, type ReasonNumber } from './judge-record.ts';
import { type PredicateMasks, predicateMasks } from './predicate-masks.ts';

/** All that the outcome of an option needs to know about people. */
export interface CountedPeople {
  /** Predicate number → how many individuals satisfy it. */
  readonly satisfied: Int32Array;
  /** Coupled group → satisfied predicates as a mask → how many individuals. */
  readonly coupled: readonly ReadonlyMap<number, number>[];
  /** The rules, and the day on which people count. */
  readonly compiled: CompiledProgramme;
  /** What scores measure growth from, for the partner being counted. */
  readonly baselines: Map<CompiledScoreMetric, Baseline>;
}

/** The same with names to the numbers: who shares people over options needs to know whom. */
export interface CountedHolders extends CountedPeople {
  /** Predicate number → the individuals who satisfy it. */
  readonly holders: readonly (readonly number[])[];
}

const NOBODY = -1;
const NOTHING: readonly number[] = [];

export class PeopleCounts implements CountedHolders {
  readonly satisfied: Int32Array;
  readonly coupled: readonly Map<number, number>[];
  /**
   * Predicate number → the individuals who satisfy it; filled for explanations, by ascending person id, and for
   * sharing limits, in no particular order.
   */
  readonly holders: readonly number[][];
  /** Predicates that the individual at hand satisfies: the first `foundCount` places. */
  readonly found: Int32Array;
  foundCount = 0;

  compiled: CompiledProgramme;
  readonly baselines = new Map<CompiledScoreMetric, Baseline>();

  private readonly tests: PredicateMasks;
  /** Skill and predicate marks: a place belongs to the individual whose stamp stands there. */
  private readonly heldBy: Uint32Array;
  private readonly testedFor: Uint32Array;
  /** The lists of each predicate that the individual's skills touch. */
  private readonly touchedLists: Int32Array;
  private readonly masks: Int32Array;
  private readonly touchedGroups: Int32Array;
  private readonly heldSkills: Int32Array;
  private stamp = 0;
  private remembers = false;
  private looked: Uint8Array | null = null;

  constructor(compiled: CompiledProgramme) {
    this.compiled = compiled;
    this.satisfied = new Int32Array(compiled.predicates.length);
    this.coupled = compiled.coupledGroups.map(() => new Map());
    this.holders = compiled.predicates.map(() => []);
    this.tests = predicateMasks(compiled.predicates, compiled.skills.length);
    this.heldBy = new Uint32Array(compiled.skills.length);
    this.testedFor = new Uint32Array(compiled.predicates.length);
    this.touchedLists = new Int32Array(compiled.predicates.length);
    this.masks = new Int32Array(compiled.coupledGroups.length);
    this.touchedGroups = new Int32Array(compiled.coupledGroups.length);
    this.heldSkills = new Int32Array(compiled.skills.length);
    this.found = new Int32Array(compiled.predicates.length);
  }

  /** Judges by the same rules on another day from now on. */
  goTo(compiled: CompiledProgramme): void {
    this.compiled = compiled;
  }

  /** Forgets everybody counted so far. */
  start(): void {
    this.satisfied.fill(0);
    for (const counts of this.coupled) if (counts.size > 0) counts.clear();
    if (this.baselines.size > 0) this.baselines.clear();
    if (!this.remembers) return;
    for (const people of this.holders) people.length = 0;
    this.remembers = false;
  }

  /** Counts only. Records are judged as they are needed: once a skill is held, its other records do not matter. */
  count(facts: FactsTable): void {
    this.start();
    const remember = this.compiled.sharing !== null;
    this.remembers = remember;
    for (let person = 0; person < facts.personCount; person++) {
      if (facts.individualOf === null || facts.individualOf[person] === person) {
        this.countIndividual(facts, person, null, remember);
      }
    }
  }

  /**
   * Counts and remembers who satisfies what; `reasons` holds the verdict on every record.
   * @param looked 1 for the skills that are looked at: of predicates that name another one nothing is said
   */
  countWithHolders(
    facts: FactsTable,
    individuals: readonly number[],
    reasons: readonly ReasonNumber[],
    looked: Uint8Array | null = null,
  ): void {
    this.start();
    this.remembers = true;
    this.looked = looked;
    for (const individual of individuals) this.countIndividual(facts, individual, reasons, true);
    this.looked = null;
  }

  /** The predicates that one individual satisfies, ascending; counts nothing. */
  satisfiedBy(facts: FactsTable, individual: number): readonly number[] {
    const held = this.holdAll(facts, individual, null);
    if (held === 0) return NOTHING;
    this.find(this.heldSkills, held);
    const { found, foundCount } = this;
    const predicates: number[] = [];
    // They are few: each is put where it belongs.
    for (let index = 0; index < foundCount; index++) {
      const predicate = found[index]!;
      let at = index;
      for (; at > 0 && predicates[at - 1]! > predicate; at--) predicates[at] = predicates[at - 1]!;
      predicates[at] = predicate;
    }
    return predicates;
  }

  /**
   * Counts one individual known only by the skills that count for him or her (each once), or takes such a one out
   * again with `sign` −1: the counts of many are the sums of the counts of each.
   */
  addIndividual(skills: Int32Array, held: number, sign: 1 | -1): void {
    this.nextStamp();
    for (let index = 0; index < held; index++) this.heldBy[skills[index]!] = this.stamp;
    this.find(skills, held);
    this.countFound(sign, NOBODY);
  }

  /** Takes out the individual whom counts of the same programme have just added, and who still holds the same there. */
  subtractLastOf(counts: PeopleCounts): void {
    this.foundCount = counts.foundCount;
    for (let index = 0; index < counts.foundCount; index++) this.found[index] = counts.found[index]!;
    this.countFound(-1, NOBODY);
  }

  private countIndividual(
    facts: FactsTable,
    individual: number,
    reasons: readonly ReasonNumber[] | null,
    remember: boolean,
  ): void {
    const held = this.holdAll(facts, individual, reasons);
    if (held === 0) return;
    this.find(this.heldSkills, held);
    this.countFound(1, remember ? individual : NOBODY);
  }

  /** Marks the skills that the individual holds, and returns how many. */
  private holdAll(facts: FactsTable, individual: number, reasons: readonly ReasonNumber[] | null): number {
    this.nextStamp();
    if (facts.individualOf === null) return this.hold(facts, individual, reasons, 0);
    let held = 0;
    for (const person of peopleOfIndividual(facts, individual))
      held = this.hold(facts, person, reasons, held);
    return held;
  }

  private nextStamp(): void {
    if (++this.stamp <= 0xffffffff) return;
    this.heldBy.fill(0);
    this.testedFor.fill(0);
    this.stamp = 1;
  }

  /** Marks the skills that one person's records make held; returns how many the individual holds so far. */
  private hold(
    facts: FactsTable,
    person: number,
    reasons: readonly ReasonNumber[] | null,
    held: number,
  ): number {
    const { compiled, heldBy, stamp, looked } = this;
    if (judgePerson(facts, compiled.day, person) !== COUNTS) return held;
    let count = held;
    const end = facts.recordStart[person + 1]!;
    for (let record = facts.recordStart[person]!; record < end; record++) {
      const skill = facts.recordSkill[record]!;
      if (skill < 0 || heldBy[skill] === stamp || compiled.predicatesOf[skill]!.length === 0) continue;
      if (looked !== null && looked[skill] === 0) continue;
      if (facts.recordMarks[record]! & NOT_KNOWN) continue;
      const reason = reasons === null ? judgeRecord(facts, compiled, person, record) : reasons[record]!;
      if (reason !== COUNTS) continue;
      heldBy[skill] = stamp;
      this.heldSkills[count++] = skill;
    }
    return count;
  }

  /** Finds the predicates that the skills just marked satisfy. */
  private find(skills: Int32Array, held: number): void {
    const { compiled, testedFor, stamp, touchedLists, found } = this;
    const { firstEntry, entryPredicate, entryBits, firstFull, full } = this.tests;
    let touched = 0;
    for (let index = 0; index < held; index++) {
      const skill = skills[index]!;
      const end = firstEntry[skill + 1]!;
      for (let entry = firstEntry[skill]!; entry < end; entry++) {
        const number = entryPredicate[entry]!;
        if (testedFor[number] === stamp) touchedLists[number]! |= entryBits[entry]!;
        else {
          testedFor[number] = stamp;
          touchedLists[number] = entryBits[entry]!;
          found[touched++] = number;
        }
      }
    }
    let count = 0;
    for (let index = 0; index < touched; index++) {
      const number = found[index]!;
      const lists = touchedLists[number]!;
      const last = firstFull[number + 1]!;
      let at = firstFull[number]!;
      if (at === last) {
        if (isSatisfied(compiled.predicates[number]!, this.heldBy, stamp)) found[count++] = number;
        continue;
      }
      while (at < last && (lists & full[at]!) !== full[at]) at++;
      if (at < last) found[count++] = number;
    }
    this.foundCount = count;
  }

  /** `remembered`: the person to list among the holders. */
  private countFound(sign: 1 | -1, remembered: number): void {
    const { compiled, masks, touchedGroups, found, foundCount } = this;
    let groups = 0;
    for (let index = 0; index < foundCount; index++) {
      const number = found[index]!;
      this.satisfied[number]! += sign;
      if (remembered !== NOBODY) this.holders[number]!.push(remembered);
      const bits = compiled.coupledBits[number]!;
      for (let place = 0; place < bits.length; place++) {
        const { group, bit } = bits[place]!;
        if (masks[group] === 0) touchedGroups[groups++] = group;
        masks[group]! |= bit;
      }
    }
    for (let index = 0; index < groups; index++) {
      const group = touchedGroups[index]!;
      const counts = this.coupled[group]!;
      const mask = masks[group]!;
      counts.set(mask, (counts.get(mask) ?? 0) + sign);
      masks[group] = 0;
    }
  }
}
