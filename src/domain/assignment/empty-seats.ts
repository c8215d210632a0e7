/**
 * How many seats stay empty in a best assignment of people to seats. People are given as counts per mask: bit c of
 * a mask says that these people can fill seats of class c. Exact: by Hall's condition the answer is, over all sets
 * of classes, the greatest excess of seats over the people who can fill any of them.
 */

/** Up to this many classes, going through all their sets is cheaper than searching for a flow. */
const HALL_CLASSES = 6;

export function emptySeats(needs: readonly number[], supply: ReadonlyMap<number, number>): number {
  return needs.length <= HALL_CLASSES ? byHall(needs, supply) : byFlow(needs, supply);
}

export function byHall(needs: readonly number[], supply: ReadonlyMap<number, number>): number {
  let worst = 0;
  for (let set = 1; set < 1 << needs.length; set++) {
    let excess = 0;
    for (let index = 0; index < needs.length; index++) if (set & (1 << index)) excess += needs[index]!;
    if (excess <= worst) continue;
    for (const [mask, people] of supply) if (mask & set) excess -= people;
    if (excess > worst) worst = excess;
  }
  return worst;
}

/** A best assignment of groups of interchangeable people to classes. */
export interface FilledSeats {
  /** Empty seats of each class. */
  readonly empty: readonly number[];
  /** Group → class → people seated. */
  readonly seated: readonly (readonly number[])[];
}

/** Maximum flow by augmenting paths, one seat at a time, from classes to groups of interchangeable people. */
export function fillSeats(needs: readonly number[], supply: ReadonlyMap<number, number>): FilledSeats {
  const masks = [...supply.keys()];
  const free = [...supply.values()];
  const seated = masks.map(() => needs.map(() => 0));

  function fill(index: number, visited: Set<number>): boolean {
    for (let group = 0; group < masks.length; group++) {
      if (!(masks[group]! & (1 << index)) || visited.has(group)) continue;
      visited.add(group);
      if (free[group]! > 0) {
        free[group]!--;
        seated[group]![index]!++;
        return true;
      }
      for (let other = 0; other < needs.length; other++) {
        if (other === index || seated[group]![other] === 0 || !fill(other, visited)) continue;
        seated[group]![other]!--;
        seated[group]![index]!++;
        return true;
      }
    }
    return false;
  }

  const empty = needs.map((need, index) => {
    let filled = 0;
    while (filled < need && fill(index, new Set())) filled++;
    return need - filled;
  });
  return { empty, seated };
}

export function byFlow(needs: readonly number[], supply: ReadonlyMap<number, number>): number {
  return fillSeats(needs, supply).empty.reduce((sum, seats) => sum + seats, 0);
}
