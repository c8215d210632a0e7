import type { CompetencyList } from '../../../src/contract/competencies.ts';
import type { LevelStateView } from '../../../src/contract/memberships.ts';
import { yearAfter } from '../../messages/use-dates.ts';
import type { DraftTarget } from './plan-draft.ts';

/** The next anniversary of what the company holds; without one a year from the day of the page. */
export function proposedDay(levels: readonly Pick<LevelStateView, 'anniversary'>[], day: string): string {
  const [next] = levels
    .flatMap(({ anniversary }) => (anniversary !== null && anniversary > day ? [anniversary] : []))
    .sort();
  return next ?? yearAfter(day);
}

/** The levels that the company has, as targets to be kept. */
export function heldTargets({ value }: Pick<CompetencyList, 'value'>): DraftTarget[] {
  return value.flatMap(({ competency, attained, options }) =>
    attained === null || options.length === 0 ? [] : [{ competency, level: attained.level, option: null }],
  );
}
