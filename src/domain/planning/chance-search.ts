/**
 * The cheapest plan that succeeds often enough, by going through all of them: for few people, where what every likely plan
 * contains says too little. Person after person learns something or nothing; whatever stays too unlikely even if all others
 * learn as much as their share of the money buys is left.
 */
import type { Stage } from './objective.ts';
import type { PeopleClass } from './people-classes.ts';
import type { PlanColumn } from './plan-columns.ts';
import type { PlanTime } from './plan-time.ts';
import { type Chance, INEXACT, type TeamChances, type Teams } from './team-chances.ts';

/** So many people who may learn something are gone through. */
const MOST_PEOPLE = 16;

/** By how much more money is looked at next. */
const GROWTH = 1.25;

export interface ChanceQuestion {
  readonly classes: readonly PeopleClass[];
  readonly columns: readonly PlanColumn[];
  readonly chances: TeamChances;
  readonly confidence: number;
  readonly stages: readonly Stage[];
  /** Money of any plan in which all succeed, and the most that may be spent. */
  readonly least: number;
  readonly budget: number | null;
}

/** `bound`: no likely plan costs less. */
export type ChanceAnswer =
  | { readonly kind: 'cheapest'; readonly values: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly values: readonly number[] | null; readonly bound: number };

/** One who may learn something, and what, the cheapest first; people of a class stand side by side. */
interface Pupil {
  readonly of: number;
  readonly choices: readonly number[];
}

class ChanceSearch {
  private readonly question: ChanceQuestion;
  private readonly time: PlanTime;
  private readonly pupils: readonly Pupil[];
  private readonly values: number[];
  private best: readonly number[] | null = null;
  private bestCosts: readonly number[] = [];
  /** Money of the best plan. */
  private spent = 0;
  private limit = 0;
  private readonly enough: number;
  private readonly everything = new Map<string, bigint>();

  constructor(question: ChanceQuestion, time: PlanTime) {
    this.question = question;
    this.time = time;
    this.enough = question.confidence - INEXACT;
    const { classes, columns } = question;
    this.values = columns.map(() => 0);
    this.pupils = classes.flatMap(({ people }, of) => {
      const choices = columns
        .map((_, index) => index)
        .filter((index) => columns[index]!.of === of)
        .sort((one, other) => columns[one]!.bundle.money - columns[other]!.bundle.money);
      return choices.length === 0 ? [] : people.map((): Pupil => ({ of, choices }));
    });
  }

  run(): ChanceAnswer {
    const { classes, columns, chances, least, budget } = this.question;
    const taught = new Set(this.pupils.map(({ of }) => of));
    const start = chances.teamsOfIdle(classes.map(({ people }, of) => (taught.has(of) ? 0 : people.length)));
    const all = this.pupils.reduce(
      (sum, { choices }) => sum + Math.max(...choices.map((index) => columns[index]!.bundle.money)),
      0,
    );
    const most = Math.min(all, budget ?? all);
    const prices = columns.flatMap(({ bundle }) => (bundle.money > 0 ? [bundle.money] : []));
    const step = Math.max(1, Math.min(...prices));
    let bound = least;
    if (!this.mayBeLikely(start, 0, most)) return this.time.isOver ? this.unknown(bound) : { kind: 'none' };
    this.lessen(start, all, budget);
    for (this.limit = Math.min(least, most); ; this.limit = Math.min(most, this.next(step))) {
      this.learn(0, 0, start, 0);
      if (this.time.isOver) return this.unknown(bound);
      if (this.best !== null && this.spent <= this.limit) return { kind: 'cheapest', values: this.best };
      if (this.limit >= most) return { kind: 'none' };
      bound = this.limit;
    }
  }

  /** A plan that is found at once: one after the other learns as little as is likely enough while all others learn everything. */
  private lessen(start: Teams, all: number, budget: number | null): void {
    const { columns, chances } = this.question;
    let teams = start;
    let money = 0;
    for (const [place, { of, choices }] of this.pupils.entries()) {
      const chosen = [null, ...choices].find((column) => {
        const skills = column === null ? 0n : columns[column]!.bundle.skills;
        return this.chance(chances.withPerson(teams, of, skills), place + 1, all).least >= this.enough;
      });
      if (chosen === undefined || this.time.isOver) break;
      if (chosen !== null) {
        this.values[chosen]!++;
        money += columns[chosen]!.bundle.money;
      }
      teams = chances.withPerson(teams, of, chosen === null ? 0n : columns[chosen]!.bundle.skills);
      if (place === this.pupils.length - 1 && money <= (budget ?? money)) this.keep(money);
    }
    this.values.fill(0);
  }

  private next(step: number): number {
    return Math.max(this.limit + step, Math.floor(this.limit * GROWTH));
  }

  private unknown(bound: number): ChanceAnswer {
    return { kind: 'unknown', values: this.best, bound };
  }

  /** @param from of the choices of this class: people of a class are told apart by nothing else */
  private learn(place: number, money: number, teams: Teams, from: number): void {
    if (this.time.isOver || !this.mayBeLikely(teams, place, this.limit - money)) return;
    const pupil = this.pupils[place];
    if (pupil === undefined) {
      this.keep(money);
      return;
    }
    const { columns, chances } = this.question;
    const { of, choices } = pupil;
    const alike = (next: number) => (this.pupils[place + 1]?.of === of ? next : 0);
    if (from === 0) this.learn(place + 1, money, chances.withPerson(teams, of, 0n), alike(0));
    for (let next = Math.max(0, from - 1); next < choices.length; next++) {
      const column = choices[next]!;
      const { bundle } = columns[column]!;
      if (money + bundle.money > this.limit) return;
      this.values[column]!++;
      this.learn(
        place + 1,
        money + bundle.money,
        chances.withPerson(teams, of, bundle.skills),
        alike(next + 1),
      );
      this.values[column]!--;
    }
  }

  /** Whether it is likely enough if each of the others learns all that so much money buys. */
  private mayBeLikely(teams: Teams, place: number, money: number): boolean {
    return this.chance(teams, place, money).most >= this.enough;
  }

  private chance(teams: Teams, place: number, money: number): Chance {
    const { chances } = this.question;
    let after = teams;
    for (const { of, choices } of this.pupils.slice(place)) {
      after = chances.withPerson(after, of, this.affordable(of, choices, money));
    }
    return chances.chanceOf(after);
  }

  private affordable(of: number, choices: readonly number[], money: number): bigint {
    const key = `${of}:${money}`;
    const known = this.everything.get(key);
    if (known !== undefined) return known;
    const { columns } = this.question;
    const skills = choices.reduce((union, index) => {
      const { bundle } = columns[index]!;
      return bundle.money <= money ? union | bundle.skills : union;
    }, 0n);
    this.everything.set(key, skills);
    return skills;
  }

  private keep(money: number): void {
    const costs = this.question.stages.map((stage) =>
      stage.costs.reduce((sum, cost, index) => sum + cost * this.values[index]!, 0),
    );
    const differs = costs.findIndex((cost, place) => cost !== this.bestCosts[place]);
    if (this.best !== null && (differs < 0 || costs[differs]! > this.bestCosts[differs]!)) return;
    this.best = [...this.values];
    this.bestCosts = costs;
    this.spent = money;
    this.limit = Math.min(this.limit, money);
  }
}

/** `null` when there are too many people to go through. */
export function searchLikely(question: ChanceQuestion, time: PlanTime): ChanceAnswer | null {
  const pupils = question.classes.reduce(
    (sum, { people }, of) =>
      question.columns.some((column) => column.of === of) ? sum + people.length : sum,
    0,
  );
  if (pupils > MOST_PEOPLE || question.confidence <= 0) return null;
  return new ChanceSearch(question, time).run();
}
