/**
 * What a plan must do that is too unlikely to succeed: something that no plan as unlikely contains. Each solution that fails
 * is made as large as it can be without succeeding often enough; a better plan must go beyond that. Whoever learns more is
 * never less likely to do, so no good plan is cut off.
 */
import { type BitSet, contains, members } from './abilities.ts';
import { fullest } from './plan-columns.ts';
import type { PlanModel } from './plan-model.ts';
import type { PlanTime } from './plan-time.ts';
import { INEXACT, type TeamChances, type Teams } from './team-chances.ts';
import type { Way } from './ways-to-meet.ts';

/** So many plans are tried for making one as large as it can be. */
const MOST_TRIALS = 120;

/** So many things that somebody may learn besides are compared. */
const MOST_TRIED = 32;

/** So many different bundles of one class are told apart in one row. */
const MOST_BUNDLES = 6;

type Values = readonly number[];

/** A column, and how likely one of its people succeeds. */
type Likely = readonly [column: number, chance: number];

/** The probability that of so many attempts so many succeed or more. */
function atLeastOf(attempts: number, successes: number, chance: number): number {
  let exactly: readonly number[] = Array.from({ length: successes }, (_, passed) => (passed === 0 ? 1 : 0));
  for (let attempt = 0; attempt < attempts; attempt++) {
    exactly = exactly.map(
      (likely, passed) => likely * (1 - chance) + (passed === 0 ? 0 : exactly[passed - 1]! * chance),
    );
  }
  return 1 - exactly.reduce((sum, likely) => sum + likely, 0);
}

/**
 * Random events on average of which so many or more happen with this probability: an attempt that fails with e^-x succeeds
 * no more often than one event or more happens of x on average.
 */
function eventsFor(successes: number, confidence: number): number {
  const happen = (average: number) => {
    let exactly = Math.exp(-average);
    let fewer = 0;
    for (let events = 0; events < successes; events++) {
      fewer += exactly;
      exactly *= average / (events + 1);
    }
    return 1 - fewer;
  };
  let low = 0;
  let high = 1;
  // Beyond that a probability is 1 as far as it can be computed.
  while (happen(high) < confidence && high < 700) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (happen(middle) < confidence) low = middle;
    else high = middle;
  }
  return low;
}

export class ChanceRows {
  private readonly model: PlanModel;
  private readonly chances: TeamChances;
  /** By counts alone, which is never more than what is true. */
  private readonly quick: TeamChances;
  private readonly confidence: number;
  private readonly time: PlanTime;
  /** Columns of each class, the largest bundles first. */
  private readonly ofClass: readonly (readonly number[])[];

  constructor(
    model: PlanModel,
    { chances, quick }: { readonly chances: TeamChances; readonly quick: TeamChances },
    confidence: number,
    time: PlanTime,
  ) {
    this.model = model;
    this.chances = chances;
    this.quick = quick;
    this.confidence = confidence;
    this.time = time;
    const ofClass = model.classes.map((): number[] => []);
    model.columns.forEach(({ of }, index) => {
      ofClass[of]!.push(index);
    });
    const size = (index: number) => members(model.columns[index]!.bundle.skills).length;
    this.ofClass = ofClass.map((own) => own.sort((one, other) => size(other) - size(one)));
  }

  /** What no likely plan can do without so that one of these ways holds, whoever leaves. */
  demandOneOf(ways: readonly Way[], survive: number): void {
    if (ways.length === 1) {
      for (const { anyOf, least } of ways[0]!.bounds) if (least > 0) this.demandOf(anyOf, least + survive);
      return;
    }
    const counts = ways.map(fullest);
    const least = Math.min(...counts.map((count) => count.least));
    if (least > 0)
      this.demandOf(
        counts.reduce((all, { anyOf }) => all | anyOf, 0n),
        least + survive,
      );
    this.demandGain(ways, survive);
  }

  /** So many people have one of some abilities. */
  private demandOf(anyOf: BitSet, least: number): void {
    const { columns } = this.model;
    const { there, more } = this.model.count(anyOf);
    this.demand(
      more.map(([column]) => [column, this.chances.likelihood(columns[column]!, anyOf)]),
      least - there,
    );
  }

  /**
   * Each way lacks people in some count, so whichever comes to hold, at least as many as the fewest of these come to belong to
   * one of the counts; and those who leave may be among them.
   */
  private demandGain(ways: readonly Way[], survive: number): void {
    const lacking = ways.map(({ bounds }) =>
      bounds
        .map(({ anyOf, least }) => ({ anyOf, missing: least - this.model.count(anyOf).there }))
        .reduce((most, bound) => (bound.missing > most.missing ? bound : most)),
    );
    const missing = Math.min(...lacking.map((count) => count.missing));
    if (missing <= 0) return;
    const { classes, columns } = this.model;
    const gains = classes.map(({ held }) =>
      lacking.reduce((all, { anyOf }) => ((held & anyOf) === 0n ? all | anyOf : all), 0n),
    );
    const entries = columns.flatMap((column, index): readonly Likely[] => {
      const gain = gains[column.of]!;
      return (column.bundle.abilities & gain) === 0n ? [] : [[index, this.chances.likelihood(column, gain)]];
    });
    this.demand(entries, missing + survive);
  }

  /**
   * So many of these succeed. Where one must, the logarithms of the failures add up. Where several must, so many try as would
   * be needed if all were the best; and as an attempt does no more than as many random events as its failure has in
   * logarithms, these must be enough, too.
   */
  private demand(likely: readonly Likely[], missing: number): void {
    if (missing <= 0) return;
    const { builder } = this.model;
    const events = eventsFor(missing, this.confidence - INEXACT);
    builder.atLeast(
      1 - 1e-6,
      likely.map(([column, chance]) => [column, Math.min(1, -Math.log(Math.max(0, 1 - chance)) / events)]),
    );
    if (missing === 1) return;
    const best = likely.reduce((most, [, chance]) => Math.max(most, chance), 0);
    const possible = likely.reduce((sum, [column]) => sum + builder.columns[column]!.upper, 0);
    let tries = missing;
    while (tries <= possible && atLeastOf(tries, missing, best) < this.confidence - INEXACT) tries++;
    builder.atLeast(
      tries,
      likely.map(([column]) => [column, 1]),
    );
  }

  isLikely(values: Values): boolean {
    return this.chances.of(this.model.columns, values).least >= this.confidence - INEXACT;
  }

  private isUnlikely(values: Values): boolean {
    return this.chances.of(this.model.columns, values).most < this.confidence - INEXACT;
  }

  /** @param growing whether learning more never makes a target fail */
  goBeyond(values: Values, growing: boolean): void {
    if (!this.isUnlikely(values)) {
      // It may be likely enough: what costs more is only known to be no cheaper than this.
      this.model.complete = false;
      this.model.exclude(values);
    } else if (!growing || !this.addRow(this.largest(values))) this.model.exclude(values);
  }

  /** As many people as possible learn as much as possible, and it is still too unlikely. */
  private largest(values: Values): Values {
    let now = values;
    let trials = 0;
    const { classes } = this.model;
    const order = classes
      .map((_, of) => of)
      .sort((one, other) => classes[one]!.chance - classes[other]!.chance);
    for (const of of order) {
      for (const to of this.ofClass[of]!) {
        const movable =
          this.idleIn(of, now) + this.below(of, to).reduce((sum, column) => sum + now[column]!, 0);
        let least = 0;
        let most = movable;
        for (let people = most; least < most; people = (least + most + 1) >> 1) {
          if (++trials > MOST_TRIALS || this.time.isOver) return now;
          if (this.isUnlikely(this.moved(of, to, people, now))) least = people;
          else most = people - 1;
        }
        if (least > 0) now = this.moved(of, to, least, now);
      }
    }
    return now;
  }

  private idleIn(of: number, values: Values): number {
    const trained = this.ofClass[of]!.reduce((sum, column) => sum + values[column]!, 0);
    return this.model.classes[of]!.people.length - trained;
  }

  /** Columns of which this one is a larger one, the largest first. */
  private below(of: number, to: number): readonly number[] {
    const { columns } = this.model;
    const all = columns[to]!.bundle.skills;
    return this.ofClass[of]!.filter(
      (column) => column !== to && contains(all, columns[column]!.bundle.skills),
    );
  }

  /** So many people learn a larger bundle instead of what they learn now: those who learn most already go first. */
  private moved(of: number, to: number, people: number, values: Values): Values {
    const after = [...values];
    let left = people;
    for (const column of this.below(of, to)) {
      const moving = Math.min(left, after[column]!);
      after[column]! -= moving;
      left -= moving;
    }
    after[to]! += people;
    return after;
  }

  /**
   * From now on somebody learns more than in this plan: by Hall's theorem, people of a class who learn something do not fit
   * among those who learn as much in it. False when that is too much to say.
   */
  private addRow(values: Values): boolean {
    const { columns, classes, builder } = this.model;
    const beyond: { readonly columns: readonly number[]; readonly people: number }[] = [];
    for (const [of, own] of this.ofClass.entries()) {
      const learned = own.filter((column) => values[column]! > 0);
      if (learned.length > MOST_BUNDLES) return false;
      const within = own.map((column) => {
        const { skills } = columns[column]!.bundle;
        return learned.reduce(
          (set, other, place) => (contains(columns[other]!.bundle.skills, skills) ? set | (1 << place) : set),
          0,
        );
      });
      for (let set = 0; set < 1 << learned.length; set++) {
        const inside = own.filter((_, place) => (within[place]! & ~set) === 0);
        const people = learned.reduce(
          (sum, column, place) => (set & (1 << place) ? sum + values[column]! : sum),
          1,
        );
        if (inside.length > 0 && people <= classes[of]!.people.length)
          beyond.push({ columns: inside, people });
      }
    }
    const entries = new Map<number, number>();
    for (const { columns: inside, people } of beyond) {
      if (people === 1) {
        for (const column of inside) entries.set(column, 1);
        continue;
      }
      const more = builder.binary();
      builder.atLeast(0, [...inside.map((column) => [column, 1] as const), [more, -people]]);
      entries.set(more, 1);
    }
    builder.atLeast(1, entries);
    return true;
  }

  /**
   * A plan that is likely enough, found at once: always the one who does most for the price learns something besides. `null`
   * when that way leads nowhere.
   */
  completed(values: Values): Values | null {
    const { columns, classes } = this.model;
    const now = [...values];
    let teams = this.quick.teamsOf(columns, now);
    for (;;) {
      const { least: chance } = this.quick.chanceOf(teams);
      if (chance >= this.confidence - INEXACT) return now;
      const byDifference = new Map<string, number>();
      columns.forEach((column, index) => {
        if (this.idleIn(column.of, now) === 0) return;
        const key = this.quick.differenceOf(column);
        const known = byDifference.get(key);
        const isCheaper = known === undefined || column.bundle.money < columns[known]!.bundle.money;
        if (isCheaper) byDifference.set(key, index);
      });
      let best: { readonly column: number; readonly teams: Teams } | null = null;
      let most = 0;
      const promise = (index: number) => {
        const { of, bundle } = columns[index]!;
        return (classes[of]!.chance * members(bundle.abilities).length) / (bundle.money + 1e-3);
      };
      const tried = [...byDifference.values()].sort((one, other) => promise(other) - promise(one));
      for (const column of tried.slice(0, MOST_TRIED)) {
        if (this.time.isOver) return null;
        const after = this.quick.withLearner(teams, columns[column]!);
        const gained = this.quick.chanceOf(after).least - chance;
        const worth = gained / (columns[column]!.bundle.money + 1e-3);
        if (gained <= INEXACT || worth <= most) continue;
        most = worth;
        best = { column, teams: after };
      }
      if (best === null) return null;
      now[best.column]!++;
      teams = best.teams;
    }
  }
}
