/** Asks the joint search about the coupled options of one partner, and reads its answers as people and options. */
import { type Candidate, LevelChoice, seatAll } from '../assignment/choose-levels.ts';
import { JointSearch, type JointSeats, type PersonKind } from '../assignment/joint-seats.ts';
import type { SeatDemand, Work } from '../assignment/seat-flow.ts';
import { MET, UNDETERMINED, UNMET } from './outcomes.ts';
import type { SharedOptionFacts } from './shared-options.ts';
import { type JointModel, type KindsOfPeople, mostSeats, type PlannedWay } from './shared-people.ts';

/**
 * Steps of a search, apart from a share for each person who must be looked at anyway; a step looks at one person for
 * one seat. Hard searches are given up after a second or two.
 */
const MOST_WORK = 20_000_000;
const WORK_PER_PERSON = 2_000;

/** A choice for one way in which the unknown facts may turn out. */
export interface Possible {
  /** Coupled option → the way in which it is seated, or null. */
  readonly wayOf: readonly (PlannedWay | null)[];
  readonly seats: JointSeats;
  readonly search: JointSearch;
  /** Coupled options of which it is not proved whether the best choice has them. */
  readonly open: ReadonlySet<number>;
}

/** So many seats of what is chosen, and the predicates that whoever takes one of them must satisfy. */
export interface ChosenSeats {
  readonly needed: readonly number[];
  readonly count: number;
}

/** Somebody who sits, and the predicates that whoever takes all the same seats must satisfy. */
export interface SeatedPerson {
  readonly person: number;
  readonly needed: readonly number[];
}

export class JointAnswer {
  readonly options: readonly SharedOptionFacts[];
  private readonly model: JointModel;
  private readonly people: KindsOfPeople;
  private readonly mostWork: number;
  private readonly work: Work;
  /** What is missing is searched for apart: giving that up must not make a decided outcome unknown. */
  private readonly furtherWork: Work;

  constructor(model: JointModel, options: readonly SharedOptionFacts[], people: KindsOfPeople) {
    const count = people.kinds.reduce((sum, kind) => sum + kind.count, 0);
    this.mostWork = MOST_WORK + WORK_PER_PERSON * count;
    this.work = { left: this.mostWork };
    this.furtherWork = { ...this.work };
    this.model = model;
    this.options = options;
    this.people = people;
  }

  /** Steps of the search so far. */
  get steps(): number {
    return this.mostWork - this.work.left;
  }

  /** False when a shortfall is only a lower bound. */
  get allFurtherProved(): boolean {
    return this.furtherWork.left >= 0;
  }

  /** Nothing more can be searched for. */
  get exhausted(): boolean {
    return this.work.left < 0;
  }

  /** Whether an option might be seated if it were the only one, however the unknown facts turn out. */
  maySeatAlone(index: number): boolean {
    const { ways, company } = this.options[index]!;
    const possible = ways.filter((_, number) => company[number] !== UNMET);
    return possible.length > 0 && (this.fits([possible], 0) || !this.allFurtherProved);
  }

  needs(index: number, alternative: number): readonly (readonly number[])[] {
    return this.options[index]!.needs[alternative]!;
  }

  /** The best choice when the unknown facts of the given options are good and all others are not. */
  choose(good: ReadonlySet<number>): Possible {
    const ways = this.options.map((option, index) => {
      const own = waysOf(option, MET);
      return good.has(index) ? [...own, ...waysOf(option, UNDETERMINED)] : own;
    });
    const possible = this.options.flatMap((_, index) => (ways[index]!.length > 0 ? [index] : []));
    const candidates = possible.map((index): Candidate => {
      const { competency, option, needs } = this.options[index]!;
      return {
        competency,
        rank: option.rank,
        ways: ways[index]!.map(({ alternative, demands }) => ({
          demands,
          needs: needs[alternative]!.map((list) =>
            list.map((other) => possible.indexOf(other)).filter((other) => other >= 0),
          ),
        })),
      };
    });
    const search = this.searchFor(ways, this.people.kinds, this.work);
    const choice = new LevelChoice(candidates, search, this.people.kinds, this.model.limits).choose();
    const wayOf: (PlannedWay | null)[] = this.options.map(() => null);
    possible.forEach((index, number) => {
      wayOf[index] = ways[index]![choice.wayOf[number]!] ?? null;
    });
    return {
      wayOf,
      seats: choice.seats,
      search,
      open: new Set([...choice.open].map((one) => possible[one]!)),
    };
  }

  private searchFor(
    ways: readonly (readonly PlannedWay[])[],
    kinds: readonly PersonKind[],
    work: Work,
  ): JointSearch {
    return new JointSearch(kinds, this.model.limits, mostSeats(ways), work);
  }

  /** Leaf → people seated for an option that is chosen. */
  seatsOf(index: number, { wayOf, seats, search }: Possible): ReadonlyMap<number, readonly number[]> {
    const { demands } = wayOf[index]!;
    const sitting = new Map<number, number[]>(demands.map(({ leaf }) => [leaf, []]));
    const leafOf = new Map<SeatDemand, number>(demands.map((demand) => [demand, demand.leaf]));
    for (const [person, number] of this.peopleOf(search)) {
      for (const seat of seats.seatsOf(person)) {
        const leaf = leafOf.get(seats.demands[seat]!);
        if (leaf !== undefined) sitting.get(leaf)!.push(number);
      }
    }
    return sitting;
  }

  /** Everybody who sits, for any option. */
  seatedFor({ seats, search }: Possible): readonly SeatedPerson[] {
    return this.peopleOf(search).flatMap(([person, number]) => {
      const needed = new Set(seats.seatsOf(person).flatMap((seat) => this.neededFor(seats.demands[seat]!)));
      if (needed.size === 0) return [];
      return [{ person: number, needed: [...needed].sort((left, right) => left - right) }];
    });
  }

  chosenSeats({ wayOf }: Possible): readonly ChosenSeats[] {
    return wayOf.flatMap((way) =>
      (way?.demands ?? []).map((demand) => ({ needed: this.neededFor(demand), count: demand.need })),
    );
  }

  private neededFor({ group, bits }: SeatDemand): readonly number[] {
    return this.model.groups[group]!.predicates.filter((_, bit) => bits & (1 << bit));
  }

  /** Each person of the search with the number in the facts. */
  private peopleOf({ kindOf }: JointSearch): readonly (readonly [number, number])[] {
    const met: number[] = this.people.kinds.map(() => 0);
    return Array.from(kindOf, (kind, person) => [person, this.people.members[kind]![met[kind]!++]!] as const);
  }

  /**
   * The fewest further people who, holding everything, let an option be seated beside all chosen on what is known, and the
   * alternative for it. Further people are subject to the limits like everybody. `possible` looks only for the
   * alternative among those to which the company may bring the rest.
   */
  furtherPeople(index: number, base: Possible, possible: boolean): { shortfall: number; best: number } {
    const { ways, company } = this.options[index]!;
    const others = this.options.flatMap((option, other) => {
      if (!waysOf(option, MET).includes(base.wayOf[other]!)) return [];
      return [option.ways.filter((_, number) => option.brings[number] === MET)];
    });
    let shortfall = Number.POSITIVE_INFINITY;
    let best = { further: Number.POSITIVE_INFINITY, alternative: 0 };
    ways.forEach((way, number) => {
      const further = this.furtherFor(way, others, index);
      shortfall = Math.min(shortfall, further);
      if ((!possible || company[number] !== UNMET) && further < best.further) {
        best = { further, alternative: way.alternative };
      }
    });
    return { shortfall: Number.isFinite(shortfall) ? shortfall : 0, best: best.alternative };
  }

  private furtherFor(way: PlannedWay, others: readonly (readonly PlannedWay[])[], index: number): number {
    const least = this.options[index]!.alone[way.alternative]!;
    // As many further people as seats always suffice.
    const most = way.demands.reduce((sum, { need }) => sum + need, 0);
    let further = least;
    while (further < most && !this.fits([...others, [way]], further)) {
      // Not proved to be impossible: the number found so far is the fewest of which anything is known.
      if (!this.allFurtherProved) return Math.max(1, further);
      further++;
    }
    return further;
  }

  private fits(ways: readonly (readonly PlannedWay[])[], further: number): boolean {
    const kinds = [...this.people.kinds, { satisfied: this.model.groups.map(() => -1), count: further }];
    return seatAll(this.searchFor(ways, kinds, this.furtherWork), ways) !== null;
  }
}

function waysOf({ ways, company }: SharedOptionFacts, outcome: number): readonly PlannedWay[] {
  return ways.filter((_, number) => company[number] === outcome);
}
