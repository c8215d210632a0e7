import { type ScoreGap, scoreGap } from '../explanation/score-gap.ts';
import { useMissingPoints } from '../explanation/use-points.ts';
import { useText } from '../messages/use-text.ts';

interface ScoreGapTextProps {
  readonly outcome: Parameters<typeof scoreGap>[0];
  readonly score: Parameters<typeof scoreGap>[1];
  readonly nameOf: (metric: string) => string;
}

/** What a score lacks, as a cell of a table says it: points, or which metric has none. */
export function ScoreGapText({ outcome, score, nameOf }: ScoreGapTextProps) {
  const t = useText();
  const missing = useMissingPoints();
  const textOf = (gap: ScoreGap): string | null => {
    switch (gap.kind) {
      case 'none':
      case 'open':
        return null;
      case 'short':
        return t(gap.atMost ? 'score.missing.atMost' : 'score.missing', {
          count: gap.points,
          points: missing(gap.points),
        });
      case 'empty-metrics':
        return t('score.missing.empty', { metrics: gap.metrics.map(nameOf).join(', ') });
      case 'too-high':
        return t('score.state.tooHigh');
    }
  };
  return textOf(scoreGap(outcome, score));
}
