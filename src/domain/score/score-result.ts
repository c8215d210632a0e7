/** The points of an option as they stand in results: each the number nearest to the exact value. */
import type { Score, ScoreStepResult } from '../evaluation/evaluation-result.ts';
import { nearest } from '../numbers/fraction.ts';
import type { ScoreAssessment } from './assess-score.ts';

export function maxPoints({ leaf }: ScoreAssessment): number {
  return leaf.requirement.metrics.reduce((sum, { max }) => sum + max, 0);
}

/** Metrics of the facts that are unknown, in the order of the rule. */
export function unknownMetrics({ metrics }: ScoreAssessment): readonly string[] {
  return [...new Set(metrics.flatMap(({ unknown }) => unknown))];
}

export function stepResults(assessment: ScoreAssessment, metric: number): readonly ScoreStepResult[] {
  const compiled = assessment.leaf.metrics[metric]!;
  if (compiled.kind !== 'people') return [];
  return assessment.metrics[metric]!.steps.map(({ people, open, points }, index) => {
    const { need, gate } = compiled.rule.steps[index]!;
    return { step: index + 1, people, need, gate, open, points: nearest(points) };
  });
}

export function scoreResult(assessment: ScoreAssessment): Score {
  return {
    points: nearest(assessment.points),
    threshold: assessment.leaf.requirement.threshold,
    max: maxPoints(assessment),
    metrics: assessment.leaf.metrics.map(({ rule }, index) => ({
      metric: rule.metric,
      points: nearest(assessment.metrics[index]!.low),
      max: rule.max,
      steps: stepResults(assessment, index),
    })),
    unknown: unknownMetrics(assessment),
  };
}
