import type { ScoreSummary } from '../../contract/scores.ts';
import type { NamedThing, Programme } from '../../domain/catalogue/catalogue.ts';
import type { OptionResult, RequirementNode, ScoreNode } from '../../domain/evaluation/evaluation-result.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { firstDayOf, formatDay, type Month, monthOf, parseDay } from '../../domain/time/day.ts';

function scoreNodeOf(nodes: readonly RequirementNode[]): ScoreNode | null {
  for (const node of nodes) {
    if (node.kind === 'score') return node;
    if (node.kind !== 'all-of' && node.kind !== 'any-of') continue;
    const found = scoreNodeOf(node.children);
    if (found !== null) return found;
  }
  return null;
}

/** The points of an explained result, without the people behind them; `null` when it is not judged by points. */
export function scoreSummary({ requirements = [] }: OptionResult): ScoreSummary | null {
  const node = scoreNodeOf(requirements);
  if (node === null) return null;
  const { have, need, below, max, metrics, unknown } = node;
  return {
    points: have,
    threshold: need,
    below,
    max,
    metrics: metrics.map(({ metric, points, max: most }) => ({ metric, points, max: most })),
    unknown: [...unknown],
  };
}

/** The first day of the window that ends with the day; `null` in programmes without one. */
export function qualificationWindowFrom(
  { qualificationWindowMonths: months }: Programme,
  day: string,
): string | null {
  return months === null ? null : formatDay(firstDayOf((monthOf(parseDay(day)!) - months + 1) as Month));
}

/** The track by which a company is judged; `null` in programmes without tracks. */
export function trackOf(programme: Programme, { enrolments = [] }: FactsDocument): NamedThing | null {
  const enrolled = enrolments.find((enrolment) => enrolment.programme === programme.id);
  return programme.tracks.get(enrolled?.track ?? programme.defaultTrack ?? '') ?? null;
}
