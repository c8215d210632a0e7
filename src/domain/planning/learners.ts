/**
 * What people may learn. Whoever holds little may learn nearly what somebody may who holds nothing at all: only what is
 * different is found out for each of them, and what is the same is known once for all.
 */
import type { SkillId } from '../catalogue/catalogue.ts';
import { skillsOf } from '../evaluation/compile-predicates.ts';
import { type BitSet, bit, contains } from './abilities.ts';
import type { HeldSkills } from './held-skills-by-day.ts';
import type { ClassMaking } from './people-classes.ts';
import { costOf } from './plan-question.ts';
import { KnownSets, smallestSets, substitutes } from './skill-sets.ts';
import type { Learner } from './training-bundles.ts';

export interface Learning {
  /** False for people whom the plan must leave as they are. */
  readonly trained: boolean;
  readonly maxHours: number | null;
  /** With which each attempt succeeds. */
  readonly chance: number;
  /** Sorted. */
  readonly barred: readonly SkillId[];
}

interface Cost {
  readonly money: number;
  readonly hours: number;
}

/** Somebody who holds nothing, and by which sets each skill, by its place, is held then. */
interface Usual extends Pick<Learner, 'setsFor' | 'abilitiesWith'> {
  readonly ways: readonly (readonly BitSet[])[];
}

/** Contains every set of skills. */
const EVERYTHING: BitSet = -1n;
const HELD: readonly BitSet[] = [0n];
const NEVER: readonly BitSet[] = [];
const NOTHING: HeldSkills = { held: new Set(), expired: new Set() };

/** So many answers are remembered at a time. */
const MOST_REMEMBERED = 100_000;

export class Learners {
  private readonly making: ClassMaking;
  private readonly sets: KnownSets;
  /** Skills, by their numbers in the compiled programme, in the order of their places. */
  private readonly skills: readonly number[];
  private readonly own: readonly (readonly BitSet[])[];
  private readonly before: readonly (readonly number[])[];
  private readonly similar: ReadonlyMap<number, ReadonlySet<number>>;
  /** Place of a skill → the predicates that name it. */
  private readonly naming: readonly (readonly number[])[];
  private readonly costs: readonly Cost[];
  private readonly cheaper: readonly (readonly number[])[];
  private readonly usual = new Map<string, Usual>();
  private readonly interned = new Map<string, readonly BitSet[]>();

  constructor(making: ClassMaking) {
    const { compiled, predicates, planned } = making;
    this.making = making;
    this.sets = new KnownSets(predicates);
    this.skills = planned.ids.map((id) => compiled.skillNumbers.get(id)!);
    this.own = planned.ids.map((_, place) => [bit(place)]);
    this.before = this.skills.map((skill) =>
      compiled.skills[skill]!.prerequisites.map((id) => compiled.skillNumbers.get(id)!),
    );
    this.similar = substitutes([
      ...predicates,
      ...this.before.flatMap((list) =>
        list.length === 0
          ? []
          : [
              {
                kind: 'any-of' as const,
                of: list.map((skill) => ({ kind: 'holds' as const, skill })),
                plain: true,
              },
            ],
      ),
    ]);
    const naming = planned.ids.map((): number[] => []);
    predicates.forEach((predicate, number) => {
      for (const skill of new Set(skillsOf(predicate))) naming[planned.bitOf.get(skill)!]!.push(number);
    });
    this.naming = naming;
    this.costs = this.costsOf(NOTHING);
    this.cheaper = this.cheaperThan(this.costs);
  }

  of(holding: HeldSkills, learning: Learning): Learner {
    const { trained, chance, barred } = learning;
    const key = JSON.stringify([trained, chance < 1, barred]);
    let usual = this.usual.get(key);
    if (usual === undefined) {
      usual = this.usualOf(learning);
      this.usual.set(key, usual);
    }
    const costs = holding.expired.size === 0 ? this.costs : this.costsOf(holding);
    const ways = this.waysOf(holding, learning, costs);
    const changed = new Set<number>();
    ways.forEach((own, place) => {
      if (own !== usual.ways[place]) for (const predicate of this.naming[place]!) changed.add(predicate);
    });
    const except = [...changed].sort((left, right) => left - right);
    const setsFor = [...usual.setsFor];
    for (const predicate of except) setsFor[predicate] = this.setsOf(predicate, ways);
    const others = except.reduce((all, predicate) => all & ~bit(predicate), usual.abilitiesWith(EVERYTHING));
    const { abilitiesWith } = usual;
    return {
      setsFor,
      abilitiesWith: (skills) => {
        let all = abilitiesWith(skills) & others;
        for (const predicate of except) {
          if (setsFor[predicate]!.some((set) => contains(skills, set))) all |= bit(predicate);
        }
        return all;
      },
      costs: (place) => costs[place]!,
      maxHours: learning.maxHours,
    };
  }

  private usualOf(learning: Learning): Usual {
    const ways = this.waysOf(NOTHING, learning, this.costs);
    const setsFor = this.making.predicates.map((_, predicate) => this.setsOf(predicate, ways));
    const known = new Map<BitSet, BitSet>();
    const abilitiesWith = (skills: BitSet) => {
      let found = known.get(skills);
      if (found === undefined) {
        found = 0n;
        for (const [ability, sets] of setsFor.entries()) {
          if (sets.some((set) => contains(skills, set))) found |= bit(ability);
        }
        if (known.size >= MOST_REMEMBERED) known.clear();
        known.set(skills, found);
      }
      return found;
    };
    return { setsFor, ways, abilitiesWith };
  }

  private setsOf(predicate: number, ways: Usual['ways']): readonly BitSet[] {
    const { bitOf } = this.making.planned;
    return this.sets.of(predicate, (skill) => ways[bitOf.get(skill)!]!);
  }

  private costsOf({ expired }: HeldSkills): readonly Cost[] {
    const { planned, question, units } = this.making;
    return planned.ids.map((id, place) =>
      units.whole(costOf(question, id, expired.has(this.skills[place]!))),
    );
  }

  /** Of each skill, by places, others that would do wherever it is named and cost no more; of equals the first. */
  private cheaperThan(costs: readonly Cost[]): readonly (readonly number[])[] {
    const { bitOf } = this.making.planned;
    return this.skills.map((skill, place) => {
      const cost = costs[place]!;
      return [...(this.similar.get(skill) ?? [])].flatMap((other) => {
        const otherPlace = bitOf.get(other)!;
        const otherCost = costs[otherPlace]!;
        if (other === skill || otherCost.money > cost.money || otherCost.hours > cost.hours) return [];
        const same = otherCost.money === cost.money && otherCost.hours === cost.hours;
        const mutual = this.similar.get(other)?.has(skill) ?? false;
        return same && mutual && otherPlace > place ? [] : [otherPlace];
      });
    });
  }

  /** The smallest sets by which each skill is held; none for those instead of which a cheaper one does. */
  private waysOf(
    { held, expired }: HeldSkills,
    { trained, chance, barred }: Learning,
    costs: readonly Cost[],
  ): Usual['ways'] {
    const { compiled, planned, withRetired } = this.making;
    const { bitOf } = planned;
    const canLearn = (place: number) => {
      const { id, retiredOn } = compiled.skills[this.skills[place]!]!;
      return (
        trained && !barred.includes(id) && (withRetired || retiredOn === null || compiled.day <= retiredOn)
      );
    };
    const isOpen = (place: number) => {
      const before = this.before[place]!;
      return before.length === 0 || before.some((one) => held.has(one));
    };
    const waysTo = (place: number, wanted: readonly number[]): readonly BitSet[] => {
      if (held.has(this.skills[place]!)) return HELD;
      if (!canLearn(place) || wanted.includes(place)) return NEVER;
      const before = this.before[place]!;
      // Who held it once has been through what comes before it.
      if (before.length === 0 || expired.has(this.skills[place]!)) return this.own[place]!;
      const own = bit(place);
      const through = before.flatMap((one) => waysTo(bitOf.get(one)!, [...wanted, place]));
      return this.intern(smallestSets(through.map((set) => set | own)));
    };
    const cheaper = costs === this.costs ? this.cheaper : this.cheaperThan(costs);
    return this.skills.map((skill, place) => {
      // Where attempts can fail, what does the same may be learned besides.
      const isLeft =
        chance === 1 &&
        !held.has(skill) &&
        cheaper[place]!.some((other) => !held.has(this.skills[other]!) && canLearn(other) && isOpen(other));
      return isLeft ? NEVER : waysTo(place, []);
    });
  }

  /** Equal lists are the same list. */
  private intern(sets: readonly BitSet[]): readonly BitSet[] {
    const key = sets.join();
    const known = this.interned.get(key) ?? sets;
    this.interned.set(key, known);
    return known;
  }
}
