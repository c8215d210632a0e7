import type { CompetencyStatus } from '../../../src/contract/competencies.ts';
import type { ScoreSummary } from '../../../src/contract/scores.ts';

type Option = CompetencyStatus['options'][number];

export interface JudgedWay {
  readonly option: Option;
  readonly outcome: Option['levels'][number]['outcome'];
  readonly score: ScoreSummary;
  readonly qualifiedInWindow: boolean | null | undefined;
}

/** The ways by which a competency is judged on the day, where every one of them is a score; else none. */
function scoredWays({ options }: CompetencyStatus): readonly JudgedWay[] {
  const levels = options.flatMap((option) => option.levels.map((level) => ({ option, level })));
  const ways = levels.flatMap(({ option, level: { outcome, score, qualifiedInWindow } }) =>
    score === null ? [] : [{ option, outcome, score, qualifiedInWindow }],
  );
  return ways.length === levels.length ? ways : [];
}

/** A programme of designations: everything that has rules is judged by points at one level. */
export function isOfDesignations(statuses: readonly CompetencyStatus[]): boolean {
  const judged = statuses.filter(({ options }) => options.some(({ levels }) => levels.length > 0));
  const byPoints = (status: CompetencyStatus) =>
    scoredWays(status).length > 0 && status.options.every(({ levels }) => levels.length <= 1);
  return judged.length > 0 && judged.every(byPoints);
}

const RANK = { met: 2, undetermined: 1, unmet: 0 } as const;

/** Of several tracks the one that is furthest, which is what counts. */
export function bestWay(status: CompetencyStatus): JudgedWay | null {
  const ways = [...scoredWays(status)];
  ways.sort((a, b) => RANK[b.outcome] - RANK[a.outcome] || b.score.points - a.score.points);
  return ways[0] ?? null;
}
