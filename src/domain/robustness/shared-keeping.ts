/**
 * What keeps an option met whose people are shared with others. The joint choice is a black box, asked for the people
 * who are left. While the seats found can be filled, and nobody comes back who might make a better choice possible, it stays as
 * it is: with fewer people nothing that could not be seated can be. Where more than seats depends on people, or the
 * choice hangs on unknown facts, nothing is said of any other number of people.
 */
import type { CompiledScoreMetric, CompiledSharing } from '../evaluation/compiled-programme.ts';
import type { CountedHolders } from '../evaluation/count-people.ts';
import { MET } from '../evaluation/outcomes.ts';
import { type SharedOutcomes, sharedOutcomes } from '../evaluation/shared-outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { type Baseline, baselineOf } from '../score/growth-points.ts';
import { countStaffs } from './coupled-options.ts';
import { atLeast, atMost, type KeptBy, type PeopleBound } from './fewest-departures.ts';
import { leftPeople, withoutStaff } from './left-people.ts';
import type { PeopleAlike } from './people-types.ts';
import type { TypePredicates } from './plan-bounds.ts';
import { seatBounds } from './seat-bounds.ts';
import type { WorkLimit } from './work-limit.ts';

interface SharedAnswer {
  readonly shared: SharedOutcomes;
  readonly bounds: readonly PeopleBound[];
}

/** Steps of a choice that finds its seats at once. */
const LEAST_STEPS = 200_000;

export class SharedKeeping {
  private readonly facts: FactsTable;
  private readonly people: CountedHolders;
  private readonly sharing: CompiledSharing;
  private readonly types: readonly PeopleAlike[];
  private readonly limit: WorkLimit;
  private readonly counts: readonly number[];
  private readonly predicates: TypePredicates;
  private readonly typeOf = new Map<number, number>();
  private readonly onlySeats: boolean;
  private readonly staff: boolean;
  private readonly baselines = new Map<CompiledScoreMetric, Baseline>();
  private readonly answers = new Map<string, SharedAnswer>();

  /** `types` are all people who matter for the options that are coupled. */
  constructor(
    facts: FactsTable,
    people: CountedHolders,
    sharing: CompiledSharing,
    types: readonly PeopleAlike[],
    limit: WorkLimit,
  ) {
    this.facts = facts;
    this.people = people;
    this.sharing = sharing;
    this.types = types;
    this.limit = limit;
    this.counts = types.map(({ individuals }) => individuals.length);
    this.predicates = types.map(({ predicates }) => new Set(predicates));
    types.forEach(({ individuals }, type) => {
      for (const individual of individuals) this.typeOf.set(individual, type);
    });
    const options = sharing.options.map((place) => people.compiled.options[place]!);
    this.staff = countStaffs(options);
    // What growth is measured from stays as it is, whoever leaves.
    for (const metric of options.flatMap(({ score }) => score?.metrics ?? [])) {
      if (metric.kind !== 'growth') continue;
      this.baselines.set(metric, baselineOf(facts, people.compiled, metric, true));
    }
    this.onlySeats = !this.staff && options.every(({ score }) => score === null);
  }

  isShared(place: number): boolean {
    return this.sharing.options.includes(place);
  }

  /** `place` is one of the options that are coupled. */
  option(place: number): KeptBy {
    return (left) => {
      const { shared, bounds } = this.answer(left);
      return shared.outcomes.get(place) === MET ? bounds : null;
    };
  }

  private answer(left: readonly number[]): SharedAnswer {
    const key = left.join();
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const shared = this.ask(left);
    this.limit.spend(LEAST_STEPS + shared.steps);
    if (!shared.proved) this.limit.giveUp();
    const answer = { shared, bounds: this.bounds(left, shared) };
    this.answers.set(key, answer);
    return answer;
  }

  private ask(left: readonly number[]): SharedOutcomes {
    const { facts, people, sharing, types } = this;
    const remaining = leftPeople({ ...people, baselines: this.baselines }, types, left);
    const ask = () => sharedOutcomes(people.compiled, sharing, facts, remaining);
    if (!this.staff) return ask();
    const gone = types.flatMap(({ individuals }, type) => individuals.slice(left[type]!));
    return withoutStaff(facts, people.compiled.day, gone, ask);
  }

  private bounds(left: readonly number[], { seatings, choice }: SharedOutcomes): readonly PeopleBound[] {
    const most = left.flatMap((people, type) =>
      people < this.counts[type]! ? [atMost([type], people)] : [],
    );
    if (!this.onlySeats || seatings === null) {
      return [...left.flatMap((people, type) => (people > 0 ? [atLeast([type], people)] : [])), ...most];
    }
    const sitting = seatings.flatMap((seating) => seatBounds(seating, this.predicates, this.typeOf, left));
    const isFirst = choice === this.answers.get(this.counts.join())?.shared.choice;
    return isFirst ? sitting : [...sitting, ...most];
  }
}
