/**
 * The programme of a plan person by person and skill by skill, where people may learn too many things together to list them
 * all as bundles: many targets at once in a small company. Larger for the solver, and never more than people times skills.
 * Departures are rows of their own: the targets must be met without those who leave, added where a solution fails.
 */
import { type BitSet, bit, contains, members } from './abilities.ts';
import { losingDeparture } from './departure-cuts.ts';
import { ProgrammeBuilder } from './integer-programme.ts';
import type { PeopleClass } from './people-classes.ts';
import { fullest, type PlanColumn } from './plan-columns.ts';
import type { PlanLimits } from './plan-model.ts';
import { isAffordable, pricedBundle } from './training-bundles.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

type Targets = readonly (readonly Way[])[];

interface Person {
  readonly of: number;
  /** Skill → column of the programme. */
  readonly learns: ReadonlyMap<number, number>;
}

/** People counted for one set of abilities: those who are there, and columns of those who may be. */
interface Count {
  readonly there: readonly number[];
  readonly more: readonly { readonly person: number; readonly column: number }[];
}

export class PersonModel {
  readonly classes: readonly PeopleClass[];
  /** One for each person and skill, as far as the objective looks at it. */
  readonly columns: readonly PlanColumn[];
  readonly builder = new ProgrammeBuilder();
  private readonly targets: Targets;
  private readonly survive: number;
  private readonly persons: readonly Person[];
  private readonly counts = new Map<BitSet, Count>();

  constructor(classes: readonly PeopleClass[], targets: Targets, { survive, budget }: PlanLimits) {
    this.classes = classes;
    this.targets = targets;
    this.survive = survive;
    const { builder } = this;
    const columns: PlanColumn[] = [];
    const anyOf = targets
      .flat()
      .flatMap(({ bounds }) => bounds)
      .reduce((all, bound) => all | bound.anyOf, 0n);
    const abilities = members(anyOf);
    this.persons = classes.flatMap(({ learner, people, trained }, of): readonly Person[] => {
      const sets = trained ? abilities.flatMap((ability) => learner.setsFor[ability]!) : [];
      const usable = sets.filter((set) => isAffordable(learner, set, budget ?? Number.POSITIVE_INFINITY));
      const skills = members(usable.reduce((all, set) => all | set, 0n));
      return people.map(() => {
        const learns = new Map<number, number>();
        for (const skill of skills) {
          learns.set(skill, builder.column(0, 1));
          columns.push({ of, bundle: pricedBundle(learner, bit(skill)) });
        }
        return { of, learns };
      });
    });
    this.columns = columns;
    for (const { of, learns } of this.persons) {
      const { maxHours, costs } = classes[of]!.learner;
      if (maxHours === null) continue;
      builder.atMost(
        maxHours,
        [...learns].map(([skill, column]) => [column, costs(skill).hours] as const),
      );
    }
    if (budget !== null) {
      builder.atMost(
        budget,
        columns.map(({ bundle }, index) => [index, bundle.money] as const),
      );
    }
    this.likeAfterEachOther();
    for (const ways of targets) this.target(ways, []);
    if (survive > 0) for (const ways of targets) this.bearTogether(ways);
  }

  /** From now on somebody must learn something else. */
  exclude(values: readonly number[]): void {
    const learned = this.columns.flatMap((_, index) => (values[index] === 1 ? [index] : []));
    this.builder.atLeast(
      1 - learned.length,
      this.columns.map((_, index) => [index, values[index] === 1 ? -1 : 1] as const),
    );
  }

  /** What is learned, as columns of bundles with the number of their people. */
  decoded(values: readonly number[]): {
    readonly columns: readonly PlanColumn[];
    readonly values: readonly number[];
  } {
    const found = new Map<string, { readonly column: PlanColumn; people: number }>();
    for (const person of this.persons) {
      const skills = this.learned(person, values);
      if (skills === 0n) continue;
      const key = `${person.of}:${skills}`;
      const known = found.get(key);
      if (known !== undefined) known.people++;
      else {
        const bundle = pricedBundle(this.classes[person.of]!.learner, skills);
        found.set(key, { column: { of: person.of, bundle }, people: 1 });
      }
    }
    const all = [...found.values()];
    return { columns: all.map(({ column }) => column), values: all.map(({ people }) => people) };
  }

  /** Adds what keeps the targets when those leave whom a solution does not bear; false when it bears everybody. */
  bearDepartures(values: readonly number[]): boolean {
    if (this.survive === 0) return false;
    const final = this.persons.map((person) =>
      this.classes[person.of]!.learner.abilitiesWith(this.learned(person, values)),
    );
    const people = new Map<BitSet, number>();
    for (const abilities of final) people.set(abilities, (people.get(abilities) ?? 0) + 1);
    let added = false;
    for (const ways of this.targets) {
      const departure = losingDeparture(ways, people, this.survive);
      if (departure === null) continue;
      const open = new Map(departure.left);
      const left = final.flatMap((abilities, person) => {
        const count = open.get(abilities) ?? 0;
        open.set(abilities, count - 1);
        return count > 0 ? [person] : [];
      });
      this.target(ways, left);
      added = true;
    }
    return added;
  }

  private learned({ learns }: Person, values: readonly number[]): BitSet {
    let skills = 0n;
    for (const [skill, column] of learns) if (values[column] === 1) skills |= bit(skill);
    return skills;
  }

  /** Of people who are alike, the first learns no less: the same plan need not be found for each of them. */
  private likeAfterEachOther(): void {
    this.persons.forEach((person, index) => {
      const next = this.persons[index + 1];
      if (next === undefined || next.of !== person.of) return;
      this.builder.atLeast(0, [
        ...[...person.learns.values()].map((column) => [column, 1] as const),
        ...[...next.learns.values()].map((column) => [column, -1] as const),
      ]);
    });
  }

  private count(anyOf: BitSet): Count {
    const known = this.counts.get(anyOf);
    if (known !== undefined) return known;
    const { builder } = this;
    const there: number[] = [];
    const more: { person: number; column: number }[] = [];
    this.persons.forEach(({ of, learns }, person) => {
      const { held, learner, trained } = this.classes[of]!;
      if ((held & anyOf) !== 0n) {
        there.push(person);
        return;
      }
      if (!trained) return;
      const sets = [...new Set(members(anyOf).flatMap((ability) => learner.setsFor[ability]!))];
      const ways = sets
        .filter((set) => members(set).every((skill) => learns.has(skill)))
        .filter((set) => !sets.some((other) => other !== set && contains(set, other)))
        .map((set) => this.whole(person, set));
      if (ways.length === 0) return;
      const column = ways.length === 1 ? ways[0]! : builder.binary();
      if (ways.length > 1) builder.atLeast(0, [...ways.map((way) => [way, 1] as const), [column, -1]]);
      more.push({ person, column });
    });
    const count = { there, more };
    this.counts.set(anyOf, count);
    return count;
  }

  private readonly wholes = new Map<string, number>();

  /** A column that may be 1 only if the person learns all of a set. */
  private whole(person: number, set: BitSet): number {
    const { learns } = this.persons[person]!;
    const skills = members(set);
    if (skills.length === 1) return learns.get(skills[0]!)!;
    const key = `${person}:${set}`;
    const known = this.wholes.get(key);
    if (known !== undefined) return known;
    const column = this.builder.binary();
    for (const skill of skills) {
      this.builder.atLeast(0, [
        [learns.get(skill)!, 1],
        [column, -1],
      ]);
    }
    this.wholes.set(key, column);
    return column;
  }

  /** One of the ways is met without those who leave; each count of the only way has as many to spare as may leave. */
  private target(ways: readonly Way[], left: readonly number[]): void {
    const { builder } = this;
    const [only] = ways;
    if (ways.length === 1 && only !== undefined) {
      for (const bound of only.bounds) this.demand(bound, this.survive, [], null);
      return;
    }
    const chosen = ways.map(({ bounds }) => {
      const way = builder.binary();
      for (const bound of bounds) this.demand(bound, 0, left, way);
      return way;
    });
    builder.atLeast(
      1,
      chosen.map((way) => [way, 1] as const),
    );
  }

  /** However many ways there are: all their people together are more than may leave. */
  private bearTogether(ways: readonly Way[]): void {
    if (ways.length < 2) return;
    const counts = ways.map(fullest);
    const least = Math.min(...counts.map((count) => count.least));
    if (least === 0) return;
    const anyOf = counts.reduce((all, count) => all | count.anyOf, 0n);
    this.demand({ anyOf, least, most: null }, this.survive, [], null);
  }

  private demand(
    { anyOf, least }: CountBound,
    spare: number,
    left: readonly number[],
    way: number | null,
  ): void {
    if (least === 0) return;
    const { there, more } = this.count(anyOf);
    const missing = least + spare - there.filter((person) => !left.includes(person)).length;
    if (missing <= 0) return;
    const entries = more
      .filter(({ person }) => !left.includes(person))
      .map(({ column }) => [column, 1] as const);
    if (way === null) this.builder.atLeast(missing, entries);
    else this.builder.atLeast(0, [...entries, [way, -missing]]);
  }
}
