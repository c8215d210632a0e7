import type { ScoreSummary } from '../../src/contract/scores.ts';

type Outcome = 'met' | 'unmet' | 'undetermined';

/** What stands between a score and its level. */
export type ScoreGap =
  | { readonly kind: 'none' }
  /** Figures that are not known decide. */
  | { readonly kind: 'open' }
  /** Points are missing; fewer than so many where figures not known may bring some of them. */
  | { readonly kind: 'short'; readonly points: number; readonly atMost: boolean }
  /** The points are there, but some metrics have none at all. */
  | { readonly kind: 'empty-metrics'; readonly metrics: readonly string[] }
  /** The score belongs to a higher level. */
  | { readonly kind: 'too-high' };

export function scoreGap(outcome: Outcome, score: ScoreSummary): ScoreGap {
  const { points, threshold, below, metrics, unknown } = score;
  if (outcome === 'met') return { kind: 'none' };
  if (outcome === 'undetermined') return { kind: 'open' };
  if (points < threshold) return { kind: 'short', points: threshold - points, atMost: unknown.length > 0 };
  if (below !== null && points >= below) return { kind: 'too-high' };
  const empty = metrics.filter((metric) => metric.points === 0).map(({ metric }) => metric);
  return { kind: 'empty-metrics', metrics: empty };
}
