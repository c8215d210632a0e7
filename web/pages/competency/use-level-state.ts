import { useCallback } from 'react';
import type { CompetencyDetail } from '../../../src/contract/competencies.ts';
import { scoreGap } from '../../explanation/score-gap.ts';
import { useMissingPoints, usePoints } from '../../explanation/use-points.ts';
import { useText } from '../../messages/use-text.ts';

type Level = Pick<
  CompetencyDetail['options'][number]['levels'][number],
  'level' | 'outcome' | 'score' | 'shortfall'
>;

/** How far a level that is judged by points is. */
function useScoreState(): (outcome: Level['outcome'], score: NonNullable<Level['score']>) => string {
  const t = useText();
  const points = usePoints();
  const missing = useMissingPoints();
  return useCallback(
    (outcome, score) => {
      const gap = scoreGap(outcome, score);
      switch (gap.kind) {
        case 'none':
          return t('competency.state.met');
        case 'open':
          return t('score.state.open', { count: score.points, points: points(score.points) });
        case 'short': {
          const id = gap.atMost ? 'score.state.atMost' : 'score.state.short';
          return t(id, { count: gap.points, points: missing(gap.points) });
        }
        case 'empty-metrics':
          return t('score.state.empty', { count: gap.metrics.length });
        case 'too-high':
          return t('score.state.tooHigh');
      }
    },
    [t, points, missing],
  );
}

/** How far a level is, in a few words: people or points missing, or that something is unknown. */
export function useLevelState(): (level: Level) => string {
  const t = useText();
  const scoreState = useScoreState();
  return useCallback(
    ({ level, outcome, score, shortfall }) => {
      if (outcome === 'met')
        return t(level === 'designation' ? 'designation.state.met' : 'competency.state.met');
      if (score !== null) return scoreState(outcome, score);
      // While something unknown may be enough, nobody can be said to be missing.
      if (outcome === 'undetermined') return t('competency.state.undetermined');
      if (shortfall.people > 0) return t('competency.state.short', { count: shortfall.people });
      return t('competency.state.unmet');
    },
    [t, scoreState],
  );
}
