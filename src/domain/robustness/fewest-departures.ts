/**
 * The smallest number of people whose leaving loses something, exactly. What is lost is a black box that, as long as
 * it is kept, names counts of people that keep it: whoever wants to lose it must push one of them below its bound.
 * Best-first search over the bounds to break; the people to remove for a set of bounds are an exact covering problem,
 * so the first lost state met is the cheapest.
 */
import { fewestToRemove, type Removable } from './fewest-to-remove.ts';

/** At least so many people of these types are there. */
export interface PeopleBound {
  /** Tells bounds apart. */
  readonly key: string;
  /** Numbers of types, ascending. */
  readonly types: readonly number[];
  readonly atLeast: number;
}

/** Bounds that together keep it, with so many people left of each type; `null` when it is lost. */
export type KeptBy = (left: readonly number[]) => readonly PeopleBound[] | null;

interface Attempt {
  readonly broken: readonly PeopleBound[];
  /** Keys of bounds that another attempt breaks: this one need not. */
  readonly spared: ReadonlySet<string>;
  /** People to remove of each type; `null` until it is the attempt's turn. */
  readonly removed: readonly number[] | null;
}

export function peopleBound(types: readonly number[], atLeast: number): PeopleBound {
  return { key: `${types.join()}<${atLeast}`, types, atLeast };
}

/** People to remove for one bound alone: no attempt that breaks it is cheaper. */
function peopleAbove(counts: readonly number[], { types, atLeast }: PeopleBound): number {
  return types.reduce((people, type) => people + counts[type]!, 0) - atLeast + 1;
}

/** People to remove from each type so that all the bounds break; types in the same bounds are interchangeable. */
function removalsFor(counts: readonly number[], broken: readonly PeopleBound[]): readonly number[] {
  const demandsOf = counts.map((): number[] => []);
  broken.forEach((bound, demand) => {
    for (const type of bound.types) demandsOf[type]!.push(demand);
  });
  const kinds = new Map<string, Removable & { readonly types: number[] }>();
  counts.forEach((count, type) => {
    const demands = demandsOf[type]!;
    if (demands.length === 0 || count === 0) return;
    const key = demands.join();
    const kind = kinds.get(key);
    kinds.set(key, { count: (kind?.count ?? 0) + count, demands, types: [...(kind?.types ?? []), type] });
  });
  const merged = [...kinds.values()];
  const demands = broken.map((bound) => peopleAbove(counts, bound));
  const fewest = fewestToRemove(merged, demands);
  const removed = counts.map(() => 0);
  merged.forEach((kind, index) => {
    let open = fewest[index]!;
    for (const type of kind.types) {
      removed[type] = Math.min(open, counts[type]!);
      open -= removed[type]!;
    }
  });
  return removed;
}

/** `null` when it is kept whoever leaves. It must be kept at the beginning. */
export function fewestDepartures(counts: readonly number[], keptBy: KeptBy): number | null {
  const attempts: Attempt[][] = [[{ broken: [], spared: new Set(), removed: counts.map(() => 0) }]];
  const add = (people: number, attempt: Attempt) => {
    const alike = attempts[people];
    if (alike === undefined) attempts[people] = [attempt];
    else alike.push(attempt);
  };
  for (let people = 0; people < attempts.length; people++) {
    const waiting = attempts[people] ?? [];
    for (let attempt = waiting.pop(); attempt !== undefined; attempt = waiting.pop()) {
      const { broken } = attempt;
      const removed = attempt.removed ?? removalsFor(counts, broken);
      const total = removed.reduce((sum, count) => sum + count, 0);
      if (total > people) {
        add(total, { ...attempt, removed });
        continue;
      }
      const bounds = keptBy(counts.map((count, type) => count - removed[type]!));
      if (bounds === null) return people;
      const spared = new Set(attempt.spared);
      for (const bound of bounds) {
        if (spared.has(bound.key)) continue;
        const least = Math.max(people, peopleAbove(counts, bound));
        add(least, { broken: [...broken, bound], spared: new Set(spared), removed: null });
        spared.add(bound.key);
      }
    }
  }
  return null;
}
