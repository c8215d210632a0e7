/** How many departures a level survives, whoever leaves, and whose leaving alone loses it. */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import { fewestDepartures } from './fewest-departures.ts';
import { type LevelFacts, LevelKeeping } from './level-keeping.ts';
import { scorePredicates } from './score-bounds.ts';

/** Individuals who satisfy the same predicates. */
export interface PeopleAlike {
  readonly predicates: readonly number[];
  readonly individuals: readonly number[];
}

export interface LevelDepartures {
  /** The largest k such that any k people may leave; `null` when the level is kept whoever leaves. */
  readonly survived: number | null;
  /** Individuals whose leaving alone loses the level. */
  readonly critical: readonly number[];
}

/** Everybody who satisfies a predicate at all, by what they satisfy; `satisfied[individual]` lists predicates. */
export function peopleAlike(satisfied: readonly (readonly number[])[]): readonly PeopleAlike[] {
  const types = new Map<string, { predicates: readonly number[]; individuals: number[] }>();
  satisfied.forEach((predicates, individual) => {
    if (predicates.length === 0) return;
    const key = predicates.join();
    const type = types.get(key);
    if (type === undefined) types.set(key, { predicates, individuals: [individual] });
    else type.individuals.push(individual);
  });
  return [...types.values()];
}

/** Predicates by which the options count people. */
export function namedPredicates(options: readonly CompiledOption[]): ReadonlySet<number> {
  const named = new Set<number>();
  for (const { alternatives, score } of options) {
    for (const { groups } of alternatives) {
      for (const { predicates } of groups) for (const predicate of predicates) named.add(predicate);
    }
    if (score !== null) for (const predicate of scorePredicates(score)) named.add(predicate);
  }
  return named;
}

/** The same people told apart only by what matters for the level. */
function forLevel(people: readonly PeopleAlike[], named: ReadonlySet<number>): readonly PeopleAlike[] {
  const types = new Map<string, { predicates: readonly number[]; individuals: number[] }>();
  for (const { predicates, individuals } of people) {
    const mattering = predicates.filter((predicate) => named.has(predicate));
    if (mattering.length === 0) continue;
    const key = mattering.join();
    const type = types.get(key) ?? { predicates: mattering, individuals: [] };
    types.set(key, type);
    for (const individual of individuals) type.individuals.push(individual);
  }
  return [...types.values()];
}

/** `options` are all those of a level that is met on the day. */
export function levelDepartures(
  options: readonly CompiledOption[],
  of: LevelFacts,
  people: readonly PeopleAlike[],
): LevelDepartures {
  const types = forLevel(people, namedPredicates(options));
  const predicates = types.map((type) => new Set(type.predicates));
  const keptBy = new LevelKeeping(of, predicates).level(options);
  const counts = types.map((type) => type.individuals.length);
  const fewest = fewestDepartures(counts, keptBy);
  if (fewest !== 1) return { survived: fewest === null ? null : fewest - 1, critical: [] };
  const critical = types.filter((_, type) => keptBy(counts.with(type, counts[type]! - 1)) === null);
  return { survived: 0, critical: critical.flatMap((type) => type.individuals) };
}
