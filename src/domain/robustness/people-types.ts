/** People told apart only by what they satisfy: who of several alike leaves does not matter. */

/** Individuals who satisfy the same predicates. */
export interface PeopleAlike {
  readonly predicates: readonly number[];
  readonly individuals: readonly number[];
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

/** The same people told apart only by the named predicates; those who satisfy none are left out, unless wanted. */
export function byPredicates(
  people: readonly PeopleAlike[],
  named: ReadonlySet<number>,
  withOthers = false,
): readonly PeopleAlike[] {
  const types = new Map<string, { predicates: readonly number[]; individuals: number[] }>();
  for (const { predicates, individuals } of people) {
    const mattering = predicates.filter((predicate) => named.has(predicate));
    if (mattering.length === 0 && !withOthers) continue;
    const key = mattering.join();
    const type = types.get(key) ?? { predicates: mattering, individuals: [] };
    types.set(key, type);
    for (const individual of individuals) type.individuals.push(individual);
  }
  return [...types.values()];
}
