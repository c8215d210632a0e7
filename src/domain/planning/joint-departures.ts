/**
 * Departures that a plan under sharing limits does not bear, found by asking the rules again without those people. People of
 * the same abilities stand for each other.
 */
import type { BitSet } from './abilities.ts';
import type { People } from './departure-cuts.ts';
import type { PlanModel } from './plan-model.ts';

/** So many departures are tried out; what lies beyond is left to the search of departures. */
const MOST_TRIALS = 3000;

/** Final abilities → the persons who have them. */
export function personsByAbilities(
  { classes, columns }: PlanModel,
  values: readonly number[],
): ReadonlyMap<BitSet, readonly number[]> {
  const persons = new Map<BitSet, number[]>();
  const add = (abilities: BitSet, people: readonly number[]) => {
    const known = persons.get(abilities) ?? [];
    persons.set(abilities, known);
    known.push(...people);
  };
  const next = classes.map(() => 0);
  columns.forEach(({ of, bundle }, index) => {
    const first = next[of]!;
    next[of] = first + values[index]!;
    add(bundle.abilities, classes[of]!.people.slice(first, next[of]));
  });
  classes.forEach(({ held, people }, place) => {
    add(held, people.slice(next[place]!));
  });
  persons.delete(0n);
  return persons;
}

/** A departure that is not borne; `none` when all have been tried, `undecided` when they are too many to try. */
export type JointDeparture = People | 'none' | 'undecided';

/**
 * @param bears whether all targets stay met without these persons
 * @param isOver whether there is no time to try more
 */
export function jointDeparture(
  persons: ReadonlyMap<BitSet, readonly number[]>,
  most: number,
  bears: (left: readonly number[]) => boolean,
  isOver: () => boolean,
): JointDeparture {
  const kinds = [...persons].sort(([left], [right]) => (left < right ? -1 : 1));
  let trials = 0;
  let undecided = false;
  const search = (
    from: number,
    left: ReadonlyMap<BitSet, number>,
    people: readonly number[],
  ): People | null => {
    if (people.length > 0) {
      undecided ||= ++trials > MOST_TRIALS || isOver();
      if (undecided) return null;
      if (!bears(people)) return left;
    }
    if (people.length === most) return null;
    for (let kind = from; kind < kinds.length; kind++) {
      const [abilities, all] = kinds[kind]!;
      const gone = left.get(abilities) ?? 0;
      const person = all[gone];
      if (person === undefined) continue;
      const found = search(kind, new Map([...left, [abilities, gone + 1]]), [...people, person]);
      if (found !== null) return found;
    }
    return null;
  };
  return search(0, new Map(), []) ?? (undecided ? 'undecided' : 'none');
}
