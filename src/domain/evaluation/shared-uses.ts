/** Where people are used by the joint choice, and so where else the sharing limits still let them sit. */
import type { SharingLimit } from '../catalogue/catalogue.ts';
import { isLimited } from './compile-sharing.ts';
import type { CompiledOption, CompiledProgramme, PeopleLeaf } from './compiled-programme.ts';
import type { SharedSeats } from './share-seats.ts';

/** One person in one seat of an option. */
export interface Use {
  readonly option: CompiledOption;
  readonly leaf: PeopleLeaf;
}

/** The limit that keeps a person from a seat, and the uses by which it does. */
export interface Blocked {
  readonly limit: SharingLimit;
  readonly by: readonly Use[];
}

export class SharedUses {
  private readonly limits: readonly SharingLimit[];
  private readonly held: ReadonlyMap<number, readonly Use[]>;
  /** Uses that are only shown: of the option that is being explained, when the joint choice leaves it out. */
  private readonly shown = new Map<number, Use[]>();

  private constructor(limits: readonly SharingLimit[], held: ReadonlyMap<number, readonly Use[]>) {
    this.limits = limits;
    this.held = held;
  }

  static of({ options, sharing }: CompiledProgramme, shared: SharedSeats): SharedUses {
    const held = new Map<number, Use[]>();
    for (const [place, { seats, holdsSeats }] of [...shared.options].sort(
      ([left], [right]) => left - right,
    )) {
      if (!holdsSeats) continue;
      const option = options[place]!;
      for (const [number, people] of seats ?? []) {
        const leaf = option.leaves[number] as PeopleLeaf;
        for (const person of people) addUse(held, person, { option, leaf });
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
    return this.limits.some((limit) => isLimited(limit, option, leaf));
  }

  /** Why a person may not sit here besides all seats that are held; `null` when nothing is in the way. */
  blocked(person: number, option: CompiledOption, leaf: PeopleLeaf): Blocked | null {
    return this.blockedBy(this.held.get(person) ?? [], option, leaf);
  }

  /** The same, with the seats shown for the option counted too. */
  mayShow(person: number, option: CompiledOption, leaf: PeopleLeaf): boolean {
    const uses = [...(this.held.get(person) ?? []), ...(this.shown.get(person) ?? [])];
    return this.blockedBy(uses, option, leaf) === null;
  }

  show(person: number, use: Use): void {
    addUse(this.shown, person, use);
  }

  private blockedBy(uses: readonly Use[], option: CompiledOption, leaf: PeopleLeaf): Blocked | null {
    for (const limit of this.limits) {
      if (uses.length === 0 || !isLimited(limit, option, leaf)) continue;
      const counted = uses.filter((use) => isLimited(limit, use.option, use.leaf));
      if (limit.kind === 'one-of-groups') {
        const by = counted.filter((use) => use.leaf.requirement.group !== leaf.requirement.group);
        if (by.length > 0) return { limit, by };
        continue;
      }
      const competencies = new Set(counted.map((use) => use.option.competency));
      if (competencies.has(option.competency) || competencies.size < limit.atMost) continue;
      return { limit, by: counted };
    }
    return null;
  }
}

function addUse(uses: Map<number, Use[]>, person: number, use: Use): void {
  const known = uses.get(person);
  if (known === undefined) uses.set(person, [use]);
  else known.push(use);
}
