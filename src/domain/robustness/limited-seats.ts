/** The seats for which options compete: those in places that some sharing limit looks at. Who sits elsewhere sits there anyway. */
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { attainedLeaves } from '../evaluation/link-prerequisites.ts';
import type { JointModel, PlannedWay } from '../evaluation/shared-people.ts';
import type { SeatsOfClass } from './competing-seats.ts';

/** Seats of one class in one place. */
interface LimitedSeats extends SeatsOfClass {
  readonly place: number;
  readonly role: number;
  readonly limits: readonly number[];
}

/** The seats that an option fills and those that others may fill besides. */
export interface Competition {
  readonly own: readonly SeatsOfClass[];
  readonly others: readonly SeatsOfClass[];
}

function classKey({ place, role, needed, limits }: LimitedSeats): string {
  return [place, role, needed.join(), limits.join()].join(' ');
}

/** The seats of one way in some places, each class once. */
function seatsOfWay(
  { groups }: JointModel,
  { demands }: PlannedWay,
  isMeant: (place: number) => boolean,
): readonly LimitedSeats[] {
  const classes = new Map<string, LimitedSeats>();
  for (const { place, group, bits, need, role, limits } of demands) {
    if (!isMeant(place)) continue;
    const needed = groups[group]!.predicates.filter((_, bit) => bits & (1 << bit));
    const seats = { place, needed, count: need, role, limits };
    const known = classes.get(classKey(seats))?.count ?? 0;
    classes.set(classKey(seats), { ...seats, count: known + need });
  }
  return [...classes.values()];
}

function limitedSeats(model: JointModel, way: PlannedWay): readonly LimitedSeats[] {
  const limited = new Set(way.demands.flatMap(({ limits, place }) => (limits.length > 0 ? [place] : [])));
  return seatsOfWay(model, way, (place) => limited.has(place));
}

/** Seats of any of several ways: of each class as many as the way with most of them has. */
function ofAnyWay(ways: readonly (readonly LimitedSeats[])[]): readonly LimitedSeats[] {
  const classes = new Map<string, LimitedSeats>();
  for (const seats of ways.flat()) {
    const key = classKey(seats);
    if ((classes.get(key)?.count ?? 0) < seats.count) classes.set(key, seats);
  }
  return [...classes.values()];
}

/** Whether people who fill the one seats, each in one place, fill the others as well, for the same competency. */
function covers(seats: readonly LimitedSeats[], others: readonly LimitedSeats[]): boolean {
  const places = new Set(seats.map(({ place }) => place));
  return [...new Set(others.map(({ place }) => place))].every((other) => {
    const wanted = others.filter(({ place }) => place === other);
    return [...places].some((place) => {
      const there = seats.filter((one) => one.place === place);
      return wanted.every((want) =>
        there.some(
          (one) =>
            one.needed.join() === want.needed.join() &&
            one.role === want.role &&
            one.count >= want.count &&
            want.limits.every((limit) => one.limits.includes(limit)),
        ),
      );
    });
  });
}

export class LimitedPlaces {
  private readonly compiled: CompiledProgramme;
  private readonly model: JointModel;
  /** Of each coupled option, of each of its ways. */
  private readonly ways: readonly (readonly (readonly LimitedSeats[])[])[];

  constructor(compiled: CompiledProgramme, model: JointModel) {
    this.compiled = compiled;
    this.model = model;
    this.ways = model.ways.map((ways) => ways.map((way) => limitedSeats(model, way)));
  }

  /**
   * For each way of a coupled option that may fill it. `mayBeMet` says of the places of coupled options whether they
   * can be met at all.
   */
  competitions(
    option: CompiledOption,
    holds: (alternative: number) => boolean,
    mayBeMet: (place: number) => boolean,
  ): readonly Competition[] {
    const { options } = this.compiled;
    const { options: coupled } = this.model.sharing;
    const index = coupled.indexOf(options.indexOf(option));
    const needed = this.neededBy(option);
    const open = this.model.ways[index]!.flatMap(({ alternative }, way) => (holds(alternative) ? [way] : []));
    // Of several ways it is not said which one people, or other levels, leave open.
    const plain = option.score === null && option.alternatives.every(({ shares }) => shares.length === 0);
    if (this.ways[index]!.length > 1 && (!plain || needed.size > 0)) return [];
    const isNeeded = (other: number) => needed.has(coupled[other]!);
    return open.map((way) => {
      // One of several ways may end by any of its seats, while another one goes on.
      const seats =
        this.ways[index]!.length > 1
          ? seatsOfWay(this.model, this.model.ways[index]![way]!, () => true)
          : this.ways[index]![way]!;
      const others = coupled.flatMap((place, other) => {
        const isRival = other !== index && !isNeeded(other) && mayBeMet(place);
        return isRival && !this.isCovering(other, index, seats) ? [other] : [];
      });
      const own = coupled.flatMap((place, other) =>
        isNeeded(other) && mayBeMet(place) ? ofAnyWay(this.ways[other]!) : [],
      );
      return {
        own: [...seats, ...own],
        others: others
          .filter((other) => !this.isCoveredIn(other, others))
          .flatMap((other) => ofAnyWay(this.ways[other]!)),
      };
    });
  }

  /** Whoever fills the other option of the same competency fills these seats too: it takes nobody away. */
  private isCovering(other: number, index: number, seats: readonly LimitedSeats[]): boolean {
    const { competencies } = this.model;
    return (
      competencies[other] === competencies[index] && this.ways[other]!.every((way) => covers(way, seats))
    );
  }

  /** Another of them is filled by more people, who fill this one as well; of two equal ones the first stays. */
  private isCoveredIn(option: number, others: readonly number[]): boolean {
    const own = this.ways[option]!;
    if (own.length > 1) return false;
    return others.some((other) => {
      if (other === option || this.ways[other]!.length > 1) return false;
      const isCovered = this.isCovering(other, option, own[0]!);
      return isCovered && (other < option || !this.isCovering(option, other, this.ways[other]![0]!));
    });
  }

  /** Places of the options that an option asks for, and of those that these ask for. */
  private neededBy(option: CompiledOption): ReadonlySet<number> {
    const found = new Set<number>();
    const add = (of: CompiledOption) => {
      for (const place of attainedLeaves(of).flatMap(({ satisfiedBy }) => satisfiedBy)) {
        if (found.has(place)) continue;
        found.add(place);
        add(this.compiled.options[place]!);
      }
    };
    add(option);
    return found;
  }
}
