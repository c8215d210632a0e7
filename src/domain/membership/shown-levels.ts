/** Which competencies a company's business profile shows, and at which level. */
import type { Level } from '../catalogue/catalogue.ts';
import type { Day } from '../time/day.ts';
import type { LevelState } from './lifecycle.ts';
import type { MembershipPolicy } from './membership-policy.ts';

export interface CompetencyLevelState extends LevelState {
  readonly competency: string;
  readonly level: string;
}

export interface ShownLevel {
  readonly competency: string;
  readonly level: string;
  /** Last day on which it is shown unless the membership is renewed. */
  readonly validThrough: Day | null;
}

/**
 * The highest level of each competency that a membership covers: with silver bought every competency whose silver is
 * earned, as silver; one earned at gold alone waits until gold is bought.
 */
export function shownLevels(
  { shownInGrace }: Pick<MembershipPolicy, 'shownInGrace'>,
  levels: readonly Level[],
  states: readonly CompetencyLevelState[],
): readonly ShownLevel[] {
  const ranks = new Map(levels.map(({ id, rank }) => [id, rank]));
  const highest = new Map<string, CompetencyLevelState>();
  for (const state of states) {
    const shown =
      state.state === 'active' || state.state === 'at-risk' || (shownInGrace && state.state === 'in-grace');
    const known = highest.get(state.competency);
    if (shown && (known === undefined || ranks.get(state.level)! > ranks.get(known.level)!))
      highest.set(state.competency, state);
  }
  return [...highest.values()].map(({ competency, level, anniversary, graceUntil }) => ({
    competency,
    level,
    validThrough: graceUntil ?? (anniversary === null ? null : ((anniversary - 1) as Day)),
  }));
}
