/** The counts of people that keep a share of the staff qualified: enough who are, and a staff that asks for no more. */
import type { PercentOfStaffLeaf } from '../evaluation/compiled-programme.ts';
import { peopleNeeded } from '../requirement-kinds/percent-of-staff.ts';
import { atLeast, atMost, type KeptBy } from './fewest-departures.ts';
import type { TypePredicates } from './plan-bounds.ts';
import { furthest } from './score-bounds.ts';

/** `types` are all of the staff, who are `everybody` as long as nobody leaves. */
export function shareKeeping(
  { requirement, base }: PercentOfStaffLeaf,
  types: TypePredicates,
  everybody: number,
): KeptBy {
  const all = types.map((_, type) => type);
  const qualified = all.filter((type) => types[type]!.has(base));
  return (left) => {
    const staff = left.reduce((sum, people) => sum + people, 0);
    const need = peopleNeeded(requirement, staff);
    if (qualified.reduce((sum, type) => sum + left[type]!, 0) < need) return null;
    const most = furthest(staff, everybody, (more) => peopleNeeded(requirement, more) <= need);
    const enough = atLeast(qualified, need);
    return most < everybody ? [enough, atMost(all, most)] : [enough];
  };
}
