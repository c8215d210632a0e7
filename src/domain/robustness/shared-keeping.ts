/**
 * What keeps an option met whose people are shared with others. Where it breaks by itself before options compete for
 * people (see competing-seats.ts), its own seats say it. Else the joint choice is a black box, asked for the people
 * who are left. While the seats found can be filled, and nobody comes back who might make a better
 * choice possible, it stays as it is: with fewer people nothing that could not be seated can be. Where more than seats depends on people, or the
 * choice hangs on unknown facts, nothing is said of any other number of people.
 */
import type { CompiledScoreMetric, CompiledSharing } from '../evaluation/compiled-programme.ts';
import type { CountedHolders } from '../evaluation/count-people.ts';
import { attainedLeaves } from '../evaluation/link-prerequisites.ts';
import { MET, UNMET } from '../evaluation/outcomes.ts';
import { marketsOf } from '../evaluation/share-seats.ts';
import { sharedOptions } from '../evaluation/shared-options.ts';
import { type SharedOutcomes, sharedOutcomes } from '../evaluation/shared-outcomes.ts';
import { jointModel } from '../evaluation/shared-people.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { type Baseline, baselineOf } from '../score/growth-points.ts';
import { fewestToLack } from './competing-seats.ts';
import { countStaffs } from './coupled-options.ts';
import { atLeast, atMost, fewestDepartures, type KeptBy, type PeopleBound } from './fewest-departures.ts';
import { leftPeople, withoutStaff } from './left-people.ts';
import { figuresHold, LevelKeeping } from './level-keeping.ts';
import { LimitedPlaces } from './limited-seats.ts';
import type { PeopleAlike } from './people-types.ts';
import type { TypePredicates } from './plan-bounds.ts';
import { seatBounds } from './seat-bounds.ts';
import { UNLIMITED, type WorkLimit } from './work-limit.ts';

interface SharedAnswer {
  readonly shared: SharedOutcomes;
  readonly bounds: readonly PeopleBound[];
}

interface OwnKeeping {
  /** As if nobody were shared. */
  readonly keptBy: KeptBy;
  /** With fewer leavers than this others do not take its people; 0 unless the option breaks by itself before. */
  readonly before: number;
}

/** Steps of a choice that finds its seats at once. */
const LEAST_STEPS = 200_000;

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

export class SharedKeeping {
  private readonly facts: FactsTable;
  private readonly people: CountedHolders;
  private readonly sharing: CompiledSharing;
  private readonly types: readonly PeopleAlike[];
  /** As if nobody were shared. */
  readonly own: LevelKeeping;
  private readonly ownKeepings = new Map<number, OwnKeeping>();
  private limit: WorkLimit = UNLIMITED;
  private readonly places: LimitedPlaces;
  /** Places of the options that may be met, by some turn of what is unknown or with fewer people. */
  private readonly rivals: ReadonlySet<number>;
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
  ) {
    this.facts = facts;
    this.people = people;
    this.sharing = sharing;
    this.types = types;
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
    this.own = new LevelKeeping({ facts, people }, this.predicates);
    const model = jointModel(people.compiled, sharing);
    this.places = new LimitedPlaces(people.compiled, model);
    const brought = marketsOf(sharing, facts).flatMap((market) =>
      sharedOptions(model, people.compiled, facts, people, market),
    );
    // Where more than seats depends on people, somebody's leaving may make another option met.
    const open = brought.filter(
      ({ company }) => !this.onlySeats || company.some((outcome) => outcome !== UNMET),
    );
    this.rivals = new Set(open.map(({ place }) => place));
  }

  /** What is asked from now on is counted against another limit; answers are kept. */
  under(limit: WorkLimit): void {
    this.limit = limit;
  }

  isShared(place: number): boolean {
    return this.sharing.options.includes(place);
  }

  /** `place` is one of the options that are coupled. */
  option(place: number): KeptBy {
    const everybody = sum(this.counts);
    return (left) => {
      const { keptBy, before } = this.ownKeeping(place);
      const bounds = keptBy(left);
      if (bounds === null) return null;
      if (everybody - sum(left) < before) {
        if (before > everybody) return bounds;
        const all = left.map((_, type) => type);
        // Named first, it is tried last among those that cost as many leavers.
        return [atLeast(all, everybody - before + 1), ...bounds];
      }
      const answer = this.answer(left);
      return answer.shared.outcomes.get(place) === MET ? answer.bounds : null;
    };
  }

  private ownKeeping(place: number): OwnKeeping {
    const known = this.ownKeepings.get(place);
    if (known !== undefined) return known;
    const keptBy = this.own.option(this.people.compiled.options[place]!);
    const before = this.competesAfter(place);
    const fewest = before === 0 ? null : fewestDepartures(this.counts, keptBy, this.limit);
    const breaksBefore = before > sum(this.counts) || (fewest !== null && fewest <= before);
    const keeping = { keptBy, before: breaksBefore ? before : 0 };
    this.ownKeepings.set(place, keeping);
    return keeping;
  }

  /** So many must leave before others may take people from the option. */
  private competesAfter(place: number): number {
    const { facts, people, sharing, predicates, counts, onlySeats } = this;
    const { options, day } = people.compiled;
    const option = options[place]!;
    if (!onlySeats && attainedLeaves(option).length > 0) return 0;
    const markets = marketsOf(sharing, facts);
    const holds = (alternative: number) =>
      markets.every((market) => figuresHold(option.alternatives[alternative]!, option, facts, day, market));
    const fewest = this.places
      .competitions(option, holds, (other) => this.rivals.has(other))
      .map(({ own, others }) => fewestToLack(own, others, predicates, counts));
    return Math.max(0, ...fewest);
  }

  private answer(left: readonly number[]): SharedAnswer {
    const key = left.join();
    let answer = this.answers.get(key);
    if (answer === undefined) {
      const shared = this.ask(left);
      this.limit.spend(LEAST_STEPS + shared.steps);
      answer = { shared, bounds: this.bounds(left, shared) };
      this.answers.set(key, answer);
    }
    if (!answer.shared.proved) this.limit.giveUp();
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
