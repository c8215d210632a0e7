import type { CompetencyStatus, Overview } from '../../contract/competencies.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { EvaluationResult, OptionResult } from '../../domain/evaluation/evaluation-result.ts';
import { missingThings } from '../shared/missing-things.ts';
import { scoreSummary } from '../shared/score-summary.ts';

type OpenLevel = Overview['open'][number];

/** Below this share of the points a level is far away, whatever the unknown figures turn out to be. */
const CLOSE = 0.5;

/** Levels above the attained one that something unknown leaves open, with something achieved towards them. */
function openOptions(
  programme: Programme,
  { competency, attained, options }: CompetencyStatus,
  results: readonly OptionResult[],
): readonly OptionResult[] {
  const ranks = new Map(programme.levels.map(({ id, rank }) => [id, rank]));
  const reached = attained === null ? Number.NEGATIVE_INFINITY : (ranks.get(attained.level) ?? 0);
  const started = new Set(
    options.flatMap(({ option, levels }) =>
      levels.filter((level) => level.started).map(({ level }) => `${option}/${level}`),
    ),
  );
  return results.filter(
    (result) =>
      result.competency === competency &&
      result.outcome === 'undetermined' &&
      (ranks.get(result.level) ?? 0) > reached &&
      started.has(`${result.option}/${result.level}`),
  );
}

/** What is not known leaves these open: of each competency the nearest way, the one with the most points first. */
export function openLevels(
  programme: Programme,
  statuses: readonly CompetencyStatus[],
  { competencies: results }: EvaluationResult,
): OpenLevel[] {
  const ranks = new Map(programme.levels.map(({ id, rank }) => [id, rank]));
  return statuses.flatMap((status) => {
    // What one or two people would earn for certain is told as within reach.
    if (status.withinReach !== null) return [];
    const ways = openOptions(programme, status, results).flatMap((result): OpenLevel[] => {
      const { unknown } = missingThings(result, programme);
      const score = scoreSummary(result);
      if (unknown.length === 0 || (score !== null && score.points < score.threshold * CLOSE)) return [];
      const { competency, name } = status;
      const { level, option } = result;
      const points = score?.points ?? null;
      return [{ competency, name, level, option, points, threshold: score?.threshold ?? null, unknown }];
    });
    const rankOf = ({ level }: OpenLevel) => ranks.get(level) ?? 0;
    return ways.sort((a, b) => rankOf(a) - rankOf(b) || (b.points ?? 0) - (a.points ?? 0)).slice(0, 1);
  });
}
