/** Where people are used by the joint choice, and so where else the sharing limits still let them sit. */
import type { SharingLimit } from '../catalogue/catalogue.ts';
import { isLimited } from './compile-sharing.ts';
import type { CompiledOption, CompiledProgramme, PeopleLeaf } from './compiled-programme.ts';
import type { SeatUse } from './evaluation-result.ts';
import type { SharedSeats } from './share-seats.ts';

/** The limit that keeps a person from a seat, and the uses by which it does. */
export interface Blocked {
  readonly limit: SharingLimit;
  readonly by: readonly SeatUse[];
}

/** Why somebody with these uses may not take a seat besides; `null` when nothing is in the way. */
export function blockedBy(
  limits: readonly SharingLimit[],
  uses: readonly SeatUse[],
  seat: Omit<SeatUse, 'option'>,
): Blocked | null {
  for (const limit of limits) {
    if (uses.length === 0 || !isLimited(limit, seat)) continue;
    const counted = uses.filter((use) => isLimited(limit, use));
    if (limit.kind === 'one-of-groups') {
      const by = counted.filter((use) => use.group !== seat.group);
      if (by.length > 0) return { limit, by };
      continue;
    }
    const competencies = new Set(counted.map((use) => use.competency));
    if (competencies.has(seat.competency) || competencies.size < limit.atMost) continue;
    return { limit, by: counted };
  }
  return null;
}

export function seatUse(
  { competency, level, option }: CompiledOption,
  { requirement: { group } }: PeopleLeaf,
): SeatUse {
  return { competency, level, option, group };
}

export class SharedUses {
  private readonly limits: readonly SharingLimit[];
  private readonly held: ReadonlyMap<number, readonly SeatUse[]>;
  /** Uses that are only shown: of the option that is being explained, when the joint choice leaves it out. */
  private readonly shown = new Map<number, SeatUse[]>();

  private constructor(limits: readonly SharingLimit[], held: ReadonlyMap<number, readonly SeatUse[]>) {
    this.limits = limits;
    this.held = held;
  }

  static of({ options, sharing }: CompiledProgramme, shared: SharedSeats): SharedUses {
    const held = new Map<number, SeatUse[]>();
    for (const [place, { seats, holdsSeats }] of [...shared.options].sort(
      ([left], [right]) => left - right,
    )) {
      if (!holdsSeats) continue;
      const option = options[place]!;
      for (const [number, people] of seats ?? []) {
        const leaf = option.leaves[number] as PeopleLeaf;
        for (const person of people) addUse(held, person, seatUse(option, leaf));
      }
    }
    return new SharedUses(sharing!.limits, held);
  }

  /** The same uses, to which the seats shown for one option are added without touching these. */
  forOption(): SharedUses {
    return new SharedUses(this.limits, this.held);
  }

  /** Whether any limit looks at these seats. */
  limitsSeats(option: CompiledOption, leaf: PeopleLeaf): boolean {
    return this.limits.some((limit) => isLimited(limit, seatUse(option, leaf)));
  }

  /** Why a person may not sit here besides all seats that are held; `null` when nothing is in the way. */
  blocked(person: number, option: CompiledOption, leaf: PeopleLeaf): Blocked | null {
    return blockedBy(this.limits, this.held.get(person) ?? [], seatUse(option, leaf));
  }

  /** The same, with the seats shown for the option counted too. */
  mayShow(person: number, option: CompiledOption, leaf: PeopleLeaf): boolean {
    const uses = [...(this.held.get(person) ?? []), ...(this.shown.get(person) ?? [])];
    return blockedBy(this.limits, uses, seatUse(option, leaf)) === null;
  }

  show(person: number, use: SeatUse): void {
    addUse(this.shown, person, use);
  }
}

function addUse(uses: Map<number, SeatUse[]>, person: number, use: SeatUse): void {
  const known = uses.get(person);
  if (known === undefined) uses.set(person, [use]);
  else known.push(use);
}
