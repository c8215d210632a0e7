/** How many departures a level survives, whoever leaves, and whose leaving alone loses it. */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import { fewestDepartures, isTight, type KeptBy } from './fewest-departures.ts';
import { type LevelFacts, LevelKeeping } from './level-keeping.ts';
import { byPredicates, type PeopleAlike } from './people-types.ts';
import { scorePredicates } from './score-bounds.ts';
import { UNLIMITED, type WorkLimit } from './work-limit.ts';

export interface LevelDepartures {
  /** The largest k such that any k people may leave; `null` when the level is kept whoever leaves. */
  readonly survived: number | null;
  /** Individuals whose leaving alone loses the level. */
  readonly critical: readonly number[];
  /** False when the search was given up: so many are survived at least, and who is critical is not known. */
  readonly proved: boolean;
}

/** Predicates by which the options count people. */
export function namedPredicates(options: readonly CompiledOption[]): ReadonlySet<number> {
  const named = new Set<number>();
  for (const { alternatives, score } of options) {
    for (const { groups, shares } of alternatives) {
      for (const { predicates } of groups) for (const predicate of predicates) named.add(predicate);
      for (const { base } of shares) named.add(base);
    }
    if (score !== null) for (const predicate of scorePredicates(score)) named.add(predicate);
  }
  return named;
}

/** From a level that is kept, how many leavers lose it, and of which types one is enough. */
export function departuresOf(
  types: readonly PeopleAlike[],
  keptBy: KeptBy,
  limit: WorkLimit,
  fewestLeavers = fewestDepartures,
): LevelDepartures {
  const counts = types.map((type) => type.individuals.length);
  const fewest = fewestLeavers(counts, keptBy, limit);
  if (limit.reached) return { survived: fewest! - 1, critical: [], proved: false };
  if (fewest !== 1) return { survived: fewest === null ? null : fewest - 1, critical: [], proved: true };
  // Somebody whose leaving breaks no bound of today is not needed.
  const tight = (keptBy(counts) ?? []).filter((bound) => isTight(counts, bound));
  const needed = new Set(tight.flatMap((bound) => bound.types));
  const critical = types.filter(
    (_, type) => needed.has(type) && keptBy(counts.with(type, counts[type]! - 1)) === null,
  );
  if (limit.reached) return { survived: 0, critical: [], proved: false };
  return { survived: 0, critical: critical.flatMap((type) => type.individuals), proved: true };
}

/** `options` are all those of a level that is met on the day, and nothing but they decide it. */
export function levelDepartures(
  options: readonly CompiledOption[],
  of: LevelFacts,
  people: readonly PeopleAlike[],
): LevelDepartures {
  const types = byPredicates(people, namedPredicates(options));
  const predicates = types.map((type) => new Set(type.predicates));
  return departuresOf(types, new LevelKeeping(of, predicates).level(options), UNLIMITED);
}
