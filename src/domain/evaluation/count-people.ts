/**
 * Counts, over all individuals, who satisfies each predicate. A predicate is only looked at for people who hold a
 * skill it names, so the work follows what people hold and not the size of the catalogue.
 */
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { isSatisfied } from './compile-predicates.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import { COUNTS, judgePerson, judgeRecord, peopleOfIndividual, type ReasonNumber } from './judge-record.ts';

export class PeopleCounts {
  /** Predicate number → how many individuals satisfy it. */
  readonly satisfied: Int32Array;
  /** Coupled group → satisfied predicates as a mask → how many individuals. */
  readonly coupled: readonly Map<number, number>[];
  /**
   * Predicate number → the individuals who satisfy it; filled for explanations, by ascending person id, and for
   * sharing limits, in no particular order.
   */
  readonly holders: readonly number[][];

  private readonly compiled: CompiledProgramme;
  /** Skill and predicate marks: a place belongs to the individual whose stamp stands there. */
  private readonly heldBy: Uint32Array;
  private readonly testedFor: Uint32Array;
  private readonly masks: Int32Array;
  private readonly heldSkills: Int32Array;
  private stamp = 0;

  constructor(compiled: CompiledProgramme) {
    this.compiled = compiled;
    this.satisfied = new Int32Array(compiled.predicates.length);
    this.coupled = compiled.coupledGroups.map(() => new Map());
    this.holders = compiled.predicates.map(() => []);
    this.heldBy = new Uint32Array(compiled.skills.length);
    this.testedFor = new Uint32Array(compiled.predicates.length);
    this.masks = new Int32Array(compiled.coupledGroups.length);
    this.heldSkills = new Int32Array(compiled.skills.length);
  }

  private start(): void {
    this.satisfied.fill(0);
    for (const counts of this.coupled) counts.clear();
    for (const people of this.holders) people.length = 0;
  }

  /** Counts only. Records are judged as they are needed: once a skill is held, its other records do not matter. */
  count(facts: FactsTable): void {
    this.start();
    const remember = this.compiled.sharing !== null;
    for (let person = 0; person < facts.personCount; person++) {
      if (facts.individualOf === null || facts.individualOf[person] === person) {
        this.countIndividual(facts, person, null, remember);
      }
    }
  }

  /** Counts and remembers who satisfies what; `reasons` holds the verdict on every record. */
  countWithHolders(
    facts: FactsTable,
    individuals: readonly number[],
    reasons: readonly ReasonNumber[],
  ): void {
    this.start();
    for (const individual of individuals) this.countIndividual(facts, individual, reasons, true);
  }

  private countIndividual(
    facts: FactsTable,
    individual: number,
    reasons: readonly ReasonNumber[] | null,
    remember: boolean,
  ): void {
    this.nextStamp();
    let held = 0;
    if (facts.individualOf === null) held = this.hold(facts, individual, reasons, 0);
    else
      for (const person of peopleOfIndividual(facts, individual))
        held = this.hold(facts, person, reasons, held);
    if (held > 0) this.testPredicates(individual, held, remember);
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
    const { compiled, heldBy, stamp } = this;
    if (judgePerson(facts, compiled.day, person) !== COUNTS) return held;
    let count = held;
    const end = facts.recordStart[person + 1]!;
    for (let record = facts.recordStart[person]!; record < end; record++) {
      const skill = facts.recordSkill[record]!;
      if (skill < 0 || heldBy[skill] === stamp || compiled.predicatesOf[skill]!.length === 0) continue;
      if (facts.recordMarks[record]! & NOT_KNOWN) continue;
      const reason = reasons === null ? judgeRecord(facts, compiled, person, record) : reasons[record]!;
      if (reason !== COUNTS) continue;
      heldBy[skill] = stamp;
      this.heldSkills[count++] = skill;
    }
    return count;
  }

  private testPredicates(person: number, held: number, remember: boolean): void {
    const { compiled, heldBy, testedFor, stamp, masks } = this;
    let coupled = false;
    for (let index = 0; index < held; index++) {
      for (const number of compiled.predicatesOf[this.heldSkills[index]!]!) {
        if (testedFor[number] === stamp) continue;
        testedFor[number] = stamp;
        const predicate = compiled.predicates[number]!;
        const immediate = predicate.kind === 'holds' || predicate.plain;
        if (!immediate && !isSatisfied(predicate, heldBy, stamp)) continue;
        this.satisfied[number]!++;
        if (remember) this.holders[number]!.push(person);
        for (const { group, bit } of compiled.coupledBits[number]!) {
          masks[group]! |= bit;
          coupled = true;
        }
      }
    }
    if (!coupled) return;
    for (let group = 0; group < masks.length; group++) {
      const mask = masks[group]!;
      if (mask === 0) continue;
      const counts = this.coupled[group]!;
      counts.set(mask, (counts.get(mask) ?? 0) + 1);
      masks[group] = 0;
    }
  }
}
