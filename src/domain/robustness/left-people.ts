/** The people of a company when some have left: what they satisfy together, and how many are employed. */
import type { CountedHolders, CountedPeople } from '../evaluation/count-people.ts';
import { COUNTS, judgePerson, peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import type { PeopleAlike } from './people-types.ts';

/** So many of each type are left; who of a type does not matter. */
export function leftPeople(
  { compiled, baselines }: CountedPeople,
  types: readonly PeopleAlike[],
  left: readonly number[],
): CountedHolders {
  const satisfied = new Int32Array(compiled.predicates.length);
  const coupled = compiled.coupledGroups.map(() => new Map<number, number>());
  const holders = compiled.predicates.map((): number[] => []);
  types.forEach(({ predicates, individuals }, type) => {
    const people = individuals.slice(0, left[type]!);
    if (people.length === 0) return;
    const masks = new Map<number, number>();
    for (const predicate of predicates) {
      satisfied[predicate]! += people.length;
      for (const person of people) holders[predicate]!.push(person);
      for (const { group, bit } of compiled.coupledBits[predicate]!) {
        masks.set(group, (masks.get(group) ?? 0) | bit);
      }
    }
    for (const [group, mask] of masks) {
      coupled[group]!.set(mask, (coupled[group]!.get(mask) ?? 0) + people.length);
    }
  });
  return { compiled, satisfied, coupled, holders, baselines };
}

/** Asks while some individuals have left on the day with all their user accounts. */
export function withoutStaff<T>(
  facts: FactsTable,
  day: Day,
  individuals: readonly number[],
  ask: () => T,
): T {
  const { employedUntil } = facts;
  const before = employedUntil.slice();
  for (const individual of individuals) {
    for (const person of peopleOfIndividual(facts, individual)) {
      if (judgePerson(facts, day, person) === COUNTS) employedUntil[person] = day;
    }
  }
  const answer = ask();
  employedUntil.set(before);
  return answer;
}
