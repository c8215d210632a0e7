/** Who satisfies what, followed from day to day: only individuals for whom a day changes something are looked at again. */
import type { CompiledProgramme, CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import { type CountedHolders, PeopleCounts } from '../evaluation/count-people.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Baseline } from '../score/growth-points.ts';
import { growthMetrics } from './growth-days.ts';

export interface IndividualChange {
  readonly individual: number;
  /** Predicates satisfied until the day before and no longer. */
  readonly lost: readonly number[];
}

const NOTHING: readonly number[] = [];

const knownCounts = new WeakMap<CompiledProgramme['predicates'], PeopleCounts>();

/** Counts nothing but looks people up, one after the other: whoever asks says for which day. One serves all companies. */
function lookingUp(compiled: CompiledProgramme): PeopleCounts {
  let counts = knownCounts.get(compiled.predicates);
  if (counts === undefined) {
    counts = new PeopleCounts(compiled);
    knownCounts.set(compiled.predicates, counts);
  }
  counts.goTo(compiled);
  return counts;
}

export class FollowedPeople implements CountedHolders {
  readonly satisfied: Int32Array;
  readonly coupled: readonly Map<number, number>[];
  /** Person number → predicates that the individual counted under it satisfies, ascending. */
  readonly predicatesOf: (readonly number[])[];
  readonly baselines = new Map<CompiledScoreMetric, Baseline>();
  /** Predicates that other people satisfy since the last update. */
  readonly touched = new Set<number>();
  compiled: CompiledProgramme;
  private readonly facts: FactsTable;
  /** Predicates by which growth is measured. */
  private readonly growing: ReadonlySet<number>;
  /** Of the individual at hand: by coupled group the predicates satisfied, all 0 in between, and the groups that are not. */
  private readonly masks: Int32Array;
  private readonly touchedGroups: Int32Array;

  /** `compiled` says by its day what counts. */
  constructor(facts: FactsTable, compiled: CompiledProgramme) {
    this.facts = facts;
    this.compiled = compiled;
    this.growing = new Set(growthMetrics(compiled).map(({ holds }) => holds));
    this.satisfied = new Int32Array(compiled.predicates.length);
    this.coupled = compiled.coupledGroups.map(() => new Map());
    this.masks = new Int32Array(compiled.coupledGroups.length);
    this.touchedGroups = new Int32Array(compiled.coupledGroups.length);
    this.predicatesOf = new Array(facts.personCount).fill(NOTHING);
    const counts = lookingUp(compiled);
    for (let person = 0; person < facts.personCount; person++) {
      if (facts.individualOf !== null && facts.individualOf[person] !== person) continue;
      const predicates = counts.satisfiedBy(facts, person);
      if (predicates.length === 0) continue;
      this.predicatesOf[person] = predicates;
      this.add(predicates, 1);
    }
  }

  /** Found anew each time it is asked for: only limits on sharing people ask. */
  get holders(): readonly (readonly number[])[] {
    const holders = this.compiled.predicates.map((): number[] => []);
    this.predicatesOf.forEach((predicates, individual) => {
      for (const predicate of predicates) holders[predicate]!.push(individual);
    });
    return holders;
  }

  /** Looks at some individuals again on a later day under the same rules. */
  update(compiled: CompiledProgramme, individuals: Iterable<number>): readonly IndividualChange[] {
    this.compiled = compiled;
    const counts = lookingUp(compiled);
    this.touched.clear();
    const changes: IndividualChange[] = [];
    for (const individual of individuals) {
      const before = this.predicatesOf[individual]!;
      const after = counts.satisfiedBy(this.facts, individual);
      if (before.length === after.length && before.every((predicate, index) => predicate === after[index]))
        continue;
      this.add(before, -1);
      this.add(after, 1);
      this.predicatesOf[individual] = after;
      const lost = before.filter((predicate) => !after.includes(predicate));
      for (const predicate of lost) this.touched.add(predicate);
      for (const predicate of after) if (!before.includes(predicate)) this.touched.add(predicate);
      changes.push({ individual, lost });
    }
    return changes;
  }

  private add(predicates: readonly number[], people: 1 | -1): void {
    const { compiled, growing } = this;
    const { masks, touchedGroups } = this;
    let groups = 0;
    for (const predicate of predicates) {
      this.satisfied[predicate]! += people;
      if (growing.has(predicate)) this.baselines.clear();
      for (const { group, bit } of compiled.coupledBits[predicate]!) {
        if (masks[group] === 0) touchedGroups[groups++] = group;
        masks[group]! |= bit;
      }
    }
    for (let index = 0; index < groups; index++) {
      const group = touchedGroups[index]!;
      const counts = this.coupled[group]!;
      const mask = masks[group]!;
      counts.set(mask, (counts.get(mask) ?? 0) + people);
      masks[group] = 0;
    }
  }
}
