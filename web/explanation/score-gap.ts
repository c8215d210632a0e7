import type { ScoreSummary } from '../../src/contract/scores.ts';

type Outcome = 'met' | 'unmet' | 'undetermined';

/** What stands between a score and its level. */
export type ScoreGap =
  | { readonly kind: 'none' }
  /** Figures that are not known decide. */
  | { readonly kind: 'open' }
  /** Points are missing; fewer than so many where figures not known may bring some of them. */
  | { readonly kind: 'short'; readonly points: number; readonly atMost: boolean }
  /** The points are there or may be, but some metrics have none at all. */
  | { readonly kind: 'empty-metrics'; readonly metrics: readonly string[] }
  /** The score belongs to a higher level. */
  | { readonly kind: 'too-high' };

type Metrics = Pick<ScoreSummary, 'metrics' | 'unknown'>;

/** A figure of the metric is not known. */
function isOpen({ metric }: ScoreSummary['metrics'][number], unknown: readonly string[]): boolean {
  return unknown.some((id) => id === metric || id.startsWith(`${metric}_`));
}

/** Points that the metrics without a known figure may still bring. */
export function openPoints({ metrics, unknown }: Metrics): number {
  return metrics
    .filter((metric) => isOpen(metric, unknown))
    .reduce((sum, { points, max }) => sum + max - points, 0);
}

/** Metrics of which it is known that they bring nothing. */
function emptyMetrics({ metrics, unknown }: Metrics): readonly string[] {
  return metrics
    .filter((metric) => metric.points === 0 && !isOpen(metric, unknown))
    .map(({ metric }) => metric);
}

export function scoreGap(outcome: Outcome, score: ScoreSummary): ScoreGap {
  const { points, threshold, below, unknown } = score;
  if (outcome === 'met') return { kind: 'none' };
  if (outcome === 'undetermined') return { kind: 'open' };
  if (below !== null && points >= below) return { kind: 'too-high' };
  // What is not known might bring the points: then it is a metric without any that decides.
  if (points + openPoints(score) >= threshold) return { kind: 'empty-metrics', metrics: emptyMetrics(score) };
  return { kind: 'short', points: threshold - points, atMost: unknown.length > 0 };
}
