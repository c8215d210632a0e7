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
  readonly removed: readonly number[];
}

export function peopleBound(types: readonly number[], atLeast: number): PeopleBound {
  return { key: `${types.join()}<${atLeast}`, types, atLeast };
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
  const demands = broken.map((bound) => {
    return bound.types.reduce((people, type) => people + counts[type]!, 0) - bound.atLeast + 1;
  });
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
  const attempts: Attempt[][] = [[{ broken: [], removed: counts.map(() => 0) }]];
  const tried = new Set<string>();
  for (let people = 0; people < attempts.length; people++) {
    const waiting = attempts[people] ?? [];
    for (let attempt = waiting.pop(); attempt !== undefined; attempt = waiting.pop()) {
      const { broken, removed } = attempt;
      const bounds = keptBy(counts.map((count, type) => count - removed[type]!));
      if (bounds === null) return people;
      for (const bound of bounds) {
        const next = [...broken, bound];
        const key = next
          .map((each) => each.key)
          .sort()
          .join(';');
        if (tried.size === tried.add(key).size) continue;
        const removals = removalsFor(counts, next);
        const total = removals.reduce((sum, count) => sum + count, 0);
        const alike = attempts[total];
        if (alike === undefined) attempts[total] = [{ broken: next, removed: removals }];
        else alike.push({ broken: next, removed: removals });
      }
    }
  }
  return null;
}
