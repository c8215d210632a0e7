/**
 * The smallest number of people whose leaving loses something, exactly. What is lost is a black box that, as long as
 * it is kept, names bounds on counts of people that keep it: whoever wants to lose it must break one of them.
 * Best-first search over the bounds to break; the people to remove for a set of bounds are an exact covering problem,
 * so the first lost state met is the cheapest.
 */
import { fewestToRemove, type Loss, type Removable } from './fewest-to-remove.ts';
import { UNLIMITED, type WorkLimit } from './work-limit.ts';

/** At least, or at most, so many people of these types are there. */
export interface PeopleBound {
  /** Tells bounds apart. */
  readonly key: string;
  /** Numbers of types, ascending. */
  readonly types: readonly number[];
  readonly side: 'at-least' | 'at-most';
  readonly people: number;
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

export function atLeast(types: readonly number[], people: number): PeopleBound {
  return { key: `${types.join()}>=${people}`, types, side: 'at-least', people };
}

export function atMost(types: readonly number[], people: number): PeopleBound {
  return { key: `${types.join()}<=${people}`, types, side: 'at-most', people };
}

/** What the people of a bound must lose, or may lose at most, so that it breaks. */
function lossFor(counts: readonly number[], { types, side, people }: PeopleBound): Loss {
  const all = types.reduce((sum, type) => sum + counts[type]!, 0);
  return side === 'at-least'
    ? { least: all - people + 1, most: Number.POSITIVE_INFINITY }
    : { least: 0, most: all - people - 1 };
}

/** Whether one person of its types less breaks the bound. */
export function isTight(counts: readonly number[], { types, side, people }: PeopleBound): boolean {
  return side === 'at-least' && types.reduce((sum, type) => sum + counts[type]!, 0) === people;
}

/** People to remove from each type so that all the bounds break; types in the same bounds are interchangeable. */
function removalsFor(counts: readonly number[], broken: readonly PeopleBound[]): readonly number[] | null {
  const setsOf = counts.map((): number[] => []);
  broken.forEach((bound, set) => {
    for (const type of bound.types) setsOf[type]!.push(set);
  });
  const kinds = new Map<string, Removable & { readonly types: number[] }>();
  counts.forEach((count, type) => {
    const sets = setsOf[type]!;
    if (sets.length === 0 || count === 0) return;
    const key = sets.join();
    const kind = kinds.get(key);
    kinds.set(key, { count: (kind?.count ?? 0) + count, sets, types: [...(kind?.types ?? []), type] });
  });
  const merged = [...kinds.values()];
  const losses = broken.map((bound) => lossFor(counts, bound));
  const fewest = fewestToRemove(merged, losses);
  if (fewest === null) return null;
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

/** Steps of a joint search that one attempt of this search is worth. */
const ATTEMPT = 100_000;

/**
 * `null` when it is kept whoever leaves. It must be kept at the beginning. Once the limit is reached, what is said is
 * only that fewer people do not lose it.
 * @param most so many leavers are known to lose it; `null` when none are known
 */
export function fewestDepartures(
  counts: readonly number[],
  keptBy: KeptBy,
  limit: WorkLimit = UNLIMITED,
  most: number | null = null,
): number | null {
  const attempts: Attempt[][] = [[{ broken: [], spared: new Set(), removed: counts.map(() => 0) }]];
  const add = (people: number, attempt: Attempt) => {
    const alike = attempts[people];
    if (alike === undefined) attempts[people] = [attempt];
    else alike.push(attempt);
  };
  for (let people = 0; people < attempts.length; people++) {
    if (people === most) return most;
    const waiting = attempts[people] ?? [];
    for (let attempt = waiting.pop(); attempt !== undefined; attempt = waiting.pop()) {
      const { broken } = attempt;
      limit.spend(ATTEMPT);
      if (limit.reached) return Math.max(1, people);
      const removed = attempt.removed ?? removalsFor(counts, broken);
      if (removed === null) continue;
      const total = removed.reduce((sum, count) => sum + count, 0);
      if (total > people) {
        add(total, { ...attempt, removed });
        continue;
      }
      const bounds = keptBy(counts.map((count, type) => count - removed[type]!));
      if (bounds === null || limit.reached) return Math.max(1, people);
      const spared = new Set(attempt.spared);
      for (const bound of bounds) {
        if (spared.has(bound.key)) continue;
        // To break this bound alone costs so many at the least.
        const least = Math.max(people, lossFor(counts, bound).least);
        add(least, { broken: [...broken, bound], spared: new Set(spared), removed: null });
        spared.add(bound.key);
      }
    }
  }
  return most;
}
