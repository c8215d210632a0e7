import type { LevelStateView } from '../../../src/contract/memberships.ts';
import { yearAfter } from '../../messages/use-dates.ts';

/** The next anniversary of what the company holds; without one a year from the day of the page. */
export function proposedDay(levels: readonly Pick<LevelStateView, 'anniversary'>[], day: string): string {
  const [next] = levels
    .flatMap(({ anniversary }) => (anniversary !== null && anniversary > day ? [anniversary] : []))
    .sort();
  return next ?? yearAfter(day);
}
