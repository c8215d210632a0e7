/**
 * The integer programme of a plan: how many people of each class learn each bundle, and which way meets each target. A way
 * is robust when every count has as many people to spare as may leave. A level of several ways may also be kept across them;
 * which departures that must bear is added only where a solution fails (departure-cuts.ts).
 */
import type { BitSet } from './abilities.ts';
import { ProgrammeBuilder } from './integer-programme.ts';
import type { PeopleClass } from './people-classes.ts';
import type { PlanColumn } from './plan-columns.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

export interface PlanLimits {
  readonly survive: number;
  /** In whole units of money; `null` without a limit. */
  readonly budget: number | null;
}

type Entries = (readonly [number, number])[];

/** People counted for one set of abilities: those who are there, and columns that bring more. */
interface Count {
  readonly there: number;
  readonly more: Entries;
}

export class PlanModel {
  readonly classes: readonly PeopleClass[];
  readonly columns: readonly PlanColumn[];
  readonly builder = new ProgrammeBuilder();
  /** Departures under sharing limits that have been added. */
  readonly borne = new Set<string>();
  /** False when not every way to seat somebody was gone through. */
  complete = true;
  private readonly counts = new Map<BitSet, Count>();

  constructor(
    classes: readonly PeopleClass[],
    columns: readonly PlanColumn[],
    targets: readonly (readonly Way[])[],
    limits: PlanLimits,
  ) {
    this.classes = classes;
    this.columns = columns;
    const { builder } = this;
    for (const { of } of columns) builder.column(0, classes[of]!.people.length);
    const ofClass = classes.map((): number[] => []);
    columns.forEach(({ of }, index) => {
      ofClass[of]!.push(index);
    });
    ofClass.forEach((own, place) => {
      if (own.length > 1)
        builder.atMost(
          classes[place]!.people.length,
          own.map((column) => [column, 1]),
        );
    });
    if (limits.budget !== null) {
      builder.atMost(
        limits.budget,
        columns.map(({ bundle }, index) => [index, bundle.money]),
      );
    }
    for (const ways of targets) this.target(ways, limits.survive);
  }

  /** From now on somebody must learn something else. */
  exclude(values: readonly number[]): void {
    const { builder } = this;
    const changes = this.columns.flatMap((_, index) => {
      const { upper } = builder.columns[index]!;
      const value = values[index]!;
      const found: number[] = [];
      if (value < upper) {
        const more = builder.binary();
        builder.atLeast(0, [
          [index, 1],
          [more, -(value + 1)],
        ]);
        found.push(more);
      }
      if (value > 0) {
        const fewer = builder.binary();
        builder.atMost(upper, [
          [index, 1],
          [fewer, upper - value + 1],
        ]);
        found.push(fewer);
      }
      return found;
    });
    builder.atLeast(1, asEntries(changes));
  }

  count(anyOf: BitSet): Count {
    const known = this.counts.get(anyOf);
    if (known !== undefined) return known;
    const isThere = this.classes.map(({ held }) => (held & anyOf) !== 0n);
    const there = this.classes.reduce(
      (sum, { people }, place) => (isThere[place] ? sum + people.length : sum),
      0,
    );
    const more: Entries = this.columns.flatMap(({ of, bundle }, index) =>
      !isThere[of] && (bundle.abilities & anyOf) !== 0n ? [[index, 1] as const] : [],
    );
    const count = { there, more };
    this.counts.set(anyOf, count);
    return count;
  }

  private target(ways: readonly Way[], survive: number): void {
    const { builder } = this;
    if (ways.length === 1) {
      for (const bound of ways[0]!.bounds) this.demand(bound, survive, null);
      return;
    }
    const met = ways.map(({ bounds }) => this.whenChosen(bounds, 0));
    if (survive === 0) {
      builder.atLeast(1, asEntries(met));
      return;
    }
    const robust = ways.map(({ bounds }) => this.whenChosen(bounds, survive));
    const across = builder.binary();
    builder.atLeast(1, [...asEntries(robust), [across, 1]]);
    // What is kept only across ways must be met in two of them, or who leaves breaks the only one.
    builder.atLeast(0, [...asEntries(met), [across, -2]]);
  }

  /** A binary that may be 1 only if all the bounds hold with so many people to spare. */
  whenChosen(bounds: readonly CountBound[], spare: number): number {
    const chosen = this.builder.binary();
    for (const bound of bounds) this.demand(bound, spare, chosen);
    return chosen;
  }

  private demand({ anyOf, least, most }: CountBound, spare: number, chosen: number | null): void {
    const { there, more } = this.count(anyOf);
    const missing = least === 0 ? 0 : least + spare - there;
    if (missing > 0) {
      if (chosen === null) this.builder.atLeast(missing, more);
      else this.builder.atLeast(0, [...more, [chosen, -missing]]);
    }
    if (most === null) return;
    const possible = more.reduce((sum, [column]) => sum + this.builder.columns[column]!.upper, 0);
    const room = most - there;
    if (chosen === null) this.builder.atMost(room, more);
    else if (there + possible > most) this.builder.atMost(possible, [...more, [chosen, possible - room]]);
  }
}

export function asEntries(columns: readonly number[]): Entries {
  return columns.map((column) => [column, 1]);
}
