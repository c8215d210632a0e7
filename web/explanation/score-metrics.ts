import type { ScoreNodeView } from '../../src/contract/explanation.ts';

export type ScoreMetricView = ScoreNodeView['metrics'][number];
export type ScoreStepView = ScoreMetricView['steps'][number];

/** Whether the score names a figure of the metric among those that are not known. */
export function isUnknown({ metric, inputs }: ScoreMetricView, unknown: readonly string[]): boolean {
  return (
    inputs.length > 0 && [metric, ...inputs.map((input) => input.metric)].some((id) => unknown.includes(id))
  );
}
