/**
 * Which person takes which seat, in one canonical way: as many seats filled as possible, then the classes in order,
 * each by the first people in the given order who can sit there without costing a seat elsewhere.
 */
import { emptySeats } from './empty-seats.ts';

/** @returns for each person the class of the seat, or -1; `masks` are in the order of preference. */
export function seatPeople(needs: readonly number[], masks: readonly number[]): Int32Array {
  const open = [...needs];
  const supply = new Map<number, number>();
  for (const mask of masks) supply.set(mask, (supply.get(mask) ?? 0) + 1);
  const empty = emptySeats(open, supply);
  const seatOf = new Int32Array(masks.length).fill(-1);
  for (let index = 0; index < open.length; index++) {
    // People with equal masks are interchangeable: one refusal holds for all until somebody sits down.
    const refused = new Set<number>();
    for (let person = 0; person < masks.length && open[index]! > 0; person++) {
      const mask = masks[person]!;
      if (seatOf[person] !== -1 || !(mask & (1 << index)) || refused.has(mask)) continue;
      open[index]!--;
      supply.set(mask, supply.get(mask)! - 1);
      if (emptySeats(open, supply) === empty) {
        seatOf[person] = index;
        refused.clear();
      } else {
        open[index]!++;
        supply.set(mask, supply.get(mask)! + 1);
        refused.add(mask);
      }
    }
  }
  return seatOf;
}
