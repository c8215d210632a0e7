import type { CompetencyStatus, Overview } from '../../contract/competencies.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';

/** Below this share of the points a level is far away, whatever the unknown figures turn out to be. */
const CLOSE = 0.5;

/** What figures that nobody has reported leave open: of each competency the way with the most points. */
export function openLevels(programme: Programme, statuses: readonly CompetencyStatus[]): Overview['open'] {
  return statuses.flatMap(({ competency, name, attained, options }) => {
    if (attained !== null) return [];
    const ways = options.flatMap(({ option, levels }) =>
      levels.flatMap(({ level, outcome, score }) => {
        if (outcome !== 'undetermined' || score === null) return [];
        const { points, threshold } = score;
        if (score.unknown.length === 0 || points < threshold * CLOSE) return [];
        const unknown = score.unknown.map((id) => programme.metrics.get(id)?.name ?? { en: id, fr: id });
        return [{ competency, name, level, option, points, threshold, unknown }];
      }),
    );
    return ways.sort((a, b) => b.points - a.points).slice(0, 1);
  });
}
