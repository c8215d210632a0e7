/**
 * Seats for one option: who fills which requirement. The best alternative is seated first, with its groups of
 * different people; a requirement of another branch is then shown with the people it could still have, so that
 * what is shown never counts one person twice where the rules forbid it.
 */
import { emptySeats } from '../assignment/empty-seats.ts';
import { seatPeople } from '../assignment/seat-people.ts';
import { classMask, classSupply, groupPredicates, seatPlans } from '../assignment/seat-plans.ts';
import type { Alternative, CompiledOption, PeopleLeaf, SeatClass } from './compiled-programme.ts';
import { type SharedUses, seatUse } from './shared-uses.ts';

/** Who satisfies a predicate, in the order of person ids, and that order. */
export interface Holders {
  readonly holders: readonly (readonly number[])[];
  /** Person number → place in the order of ids. */
  readonly rank: Int32Array;
}

/** Leaf number → people seated, in the order of their ids. */
export type SeatedLeaves = ReadonlyMap<number, readonly number[]>;

interface Candidate {
  readonly person: number;
  /** Bit i: satisfies predicate i of the group. */
  satisfied: number;
}

/** Whether a person may sit in a leaf's seats, whatever he or she holds. */
type MaySit = (person: number, leaf: PeopleLeaf) => boolean;

function candidates(leaves: readonly PeopleLeaf[], people: Holders, maySit: MaySit): Candidate[] {
  const byPerson = new Map<number, Candidate>();
  const leafOf = leaves.flatMap((leaf) => [leaf, ...leaf.ofWhich.map(() => leaf)]);
  groupPredicates(leaves).forEach((predicate, index) => {
    for (const person of people.holders[predicate]!) {
      if (!maySit(person, leafOf[index]!)) continue;
      const known = byPerson.get(person);
      if (known === undefined) byPerson.set(person, { person, satisfied: 1 << index });
      else known.satisfied |= 1 << index;
    }
  });
  return [...byPerson.values()].sort((left, right) => people.rank[left.person]! - people.rank[right.person]!);
}

function bestPlan(leaves: readonly PeopleLeaf[], available: readonly Candidate[]): readonly SeatClass[] {
  const counts = new Map<number, number>();
  for (const { satisfied } of available) counts.set(satisfied, (counts.get(satisfied) ?? 0) + 1);
  let best: readonly SeatClass[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const plan of seatPlans(leaves)) {
    const empty = emptySeats(
      plan.map((seats) => seats.count),
      classSupply(plan, counts),
    );
    if (empty >= fewest) continue;
    best = plan;
    fewest = empty;
  }
  return best;
}

/** Seats requirements whose people must differ; those who also hold something leave their plain seats to others. */
export function seatGroup(
  leaves: readonly PeopleLeaf[],
  people: Holders,
  maySit: MaySit,
): Map<number, readonly number[]> {
  const available = candidates(leaves, people, maySit);
  const plan = bestPlan(leaves, available);
  const seatOf = seatPeople(
    plan.map((seats) => seats.count),
    available.map(({ satisfied }) => classMask(plan, satisfied)),
  );
  const seated = new Map<number, number[]>(leaves.map((leaf) => [leaf.number, []]));
  const standing = new Set(available);
  available.forEach((candidate, index) => {
    const seats = plan[seatOf[index]!];
    if (seats === undefined) return;
    seated.get(seats.leaf.number)!.push(candidate.person);
    standing.delete(candidate);
  });
  // A seat that asks for more than its requirement stays empty; whoever meets the requirement itself is still shown.
  let bit = 1;
  for (const leaf of leaves) {
    const sitting = seated.get(leaf.number)!;
    for (const candidate of standing) {
      if (sitting.length === leaf.need) break;
      if (!(candidate.satisfied & bit)) continue;
      sitting.push(candidate.person);
      standing.delete(candidate);
    }
    sitting.sort((left, right) => people.rank[left]! - people.rank[right]!);
    bit <<= 1 + leaf.ofWhich.length;
  }
  return seated;
}

/** Leaves that may be needed together with this one and must then have other people. */
export function rivals(option: CompiledOption, leaf: PeopleLeaf): readonly number[] {
  if (leaf.requirement.overlap === 'allowed') return [];
  const numbers = new Set<number>();
  for (const { groups } of option.alternatives) {
    for (const { leaves } of groups) {
      if (leaves.includes(leaf)) for (const other of leaves) numbers.add(other.number);
    }
  }
  numbers.delete(leaf.number);
  return [...numbers];
}

const ANYBODY: MaySit = () => true;

/**
 * `chosen` are the seats of the best alternative where they are part of a joint choice; `uses` are the uses that
 * sharing limits count, with the seats shown here added to them.
 */
export function seatOption(
  option: CompiledOption,
  best: Alternative | undefined,
  people: Holders,
  uses: SharedUses | null = null,
  chosen: SeatedLeaves | null = null,
): SeatedLeaves {
  const seated = new Map<number, readonly number[]>(chosen ?? []);
  const allowed: MaySit = uses === null ? ANYBODY : (person, leaf) => uses.mayShow(person, option, leaf);
  const keep = (filled: ReadonlyMap<number, readonly number[]>) => {
    for (const [number, sitting] of filled) {
      seated.set(number, sitting);
      const leaf = option.leaves[number] as PeopleLeaf;
      if (uses !== null) for (const person of sitting) uses.show(person, seatUse(option, leaf));
    }
  };
  if (chosen === null) for (const group of best?.groups ?? []) keep(seatGroup(group.leaves, people, allowed));
  for (const leaf of option.leaves) {
    if (leaf.kind !== 'people' || seated.has(leaf.number)) continue;
    const taken = new Set(rivals(option, leaf).flatMap((rival) => seated.get(rival) ?? []));
    keep(seatGroup([leaf], people, (person, own) => !taken.has(person) && allowed(person, own)));
  }
  return seated;
}
