import { useCallback } from 'react';
import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { useMissingPoints, usePoints } from '../../explanation/use-points.ts';
import { useText } from '../../messages/use-text.ts';

type Level = Pick<
  CompetencyDetail['options'][number]['levels'][number],
  'level' | 'outcome' | 'score' | 'shortfall'
>;

/** How far a level is, in a few words: people or points missing, or that something is unknown. */
export function useLevelState(): (level: Level) => string {
  const t = useText();
  const points = usePoints();
  const missing = useMissingPoints();
  return useCallback(
    ({ level, outcome, score, shortfall }) => {
      if (outcome === 'met')
        return t(level === 'designation' ? 'designation.state.met' : 'competency.state.met');
      if (score !== null && outcome === 'undetermined') {
        return t('score.state.open', { count: score.points, points: points(score.points) });
      }
      if (score !== null && score.points < score.threshold) {
        const short = score.threshold - score.points;
        return t('score.state.short', { count: short, points: missing(short) });
      }
      if (score === null && shortfall.people > 0)
        return t('competency.state.short', { count: shortfall.people });
      return t(outcome === 'undetermined' ? 'competency.state.undetermined' : 'competency.state.unmet');
    },
    [t, points, missing],
  );
}
