import type { CompetencyStatus } from '../../contract/competencies.ts';
import type { Competency, Programme } from '../../domain/catalogue/catalogue.ts';
import type {
  AttainedLevel,
  EvaluationResult,
  OptionResult,
  RequirementNode,
  ScoreNode,
} from '../../domain/evaluation/evaluation-result.ts';
import type { FactsExemption } from '../../domain/facts/facts-document.ts';
import { heldLevel } from './held-exemption.ts';
import { missingThings } from './missing-things.ts';
import { optionName } from './option-names.ts';
import { scoreSummary } from './score-summary.ts';

/** Whether something has been achieved towards a requirement. */
export function hasProgress(node: RequirementNode): boolean {
  switch (node.kind) {
    case 'people':
    case 'percent-of-staff':
    case 'performance':
    case 'score':
    case 'asset-count':
      return node.have > 0;
    case 'asset':
    case 'attained':
      return node.outcome === 'met';
    case 'all-of':
    case 'any-of':
      return node.children.some(hasProgress);
  }
}

/** The points that do not come from people, and all that people can earn, reach the threshold. */
function reachableWithPeople({ metrics, need, everyMetricPositive }: ScoreNode): boolean {
  const possible = metrics.map(({ make, points, max }) => (make === 'units' ? points : max));
  if (everyMetricPositive && possible.some((points) => points === 0)) return false;
  return possible.reduce((sum, points) => sum + points, 0) >= need;
}

/** Everything but people is there: with enough further people the requirement would be met. */
function lacksOnlyPeople(node: RequirementNode): boolean {
  switch (node.kind) {
    case 'people':
    case 'percent-of-staff':
      return true;
    case 'performance':
    case 'asset':
    case 'asset-count':
    case 'attained':
      return node.outcome === 'met';
    case 'score':
      return reachableWithPeople(node);
    case 'all-of':
      return node.children.every(lacksOnlyPeople);
    case 'any-of':
      return node.children.some(lacksOnlyPeople);
  }
}

/** So many people may be missing for a level to be called within reach. */
const REACH = 2;

/** Somebody has begun, and it is certain that nothing is missing but one or two people. */
function isWithinReach({ outcome, requirements = [], shortfall }: OptionResult): boolean {
  return (
    outcome === 'unmet' &&
    shortfall.people > 0 &&
    shortfall.people <= REACH &&
    requirements.some(hasProgress) &&
    requirements.every(lacksOnlyPeople)
  );
}

type LevelRanks = ReadonlyMap<string, number>;

function levelsAbove(
  ranks: LevelRanks,
  results: readonly OptionResult[],
  attained: AttainedLevel | undefined,
) {
  const reached = attained === undefined ? Number.NEGATIVE_INFINITY : (ranks.get(attained.level) ?? 0);
  return results.filter(({ outcome, level }) => outcome !== 'met' && (ranks.get(level) ?? 0) > reached);
}

/** The level above the attained one for which the fewest people are missing, if it is within reach. */
function levelWithinReach(above: readonly OptionResult[]): CompetencyStatus['withinReach'] {
  const [nearest] = above.filter(isWithinReach).sort((a, b) => a.shortfall.people - b.shortfall.people);
  if (nearest === undefined) return null;
  return { level: nearest.level, option: nearest.option, people: nearest.shortfall.people };
}

/** The lowest level above the attained one, by the option in which the fewest people are missing. */
function nextLevel(
  programme: Programme,
  ranks: LevelRanks,
  above: readonly OptionResult[],
): CompetencyStatus['next'] {
  const rankOf = (result: OptionResult) => ranks.get(result.level) ?? 0;
  const [nearest] = [...above].sort(
    (a, b) => rankOf(a) - rankOf(b) || a.shortfall.people - b.shortfall.people,
  );
  if (nearest === undefined) return null;
  const { level, option, outcome, shortfall } = nearest;
  // As long as an unknown figure may be enough, nobody can be said to be missing.
  const people = outcome === 'undetermined' ? 0 : shortfall.people;
  const score = scoreSummary(nearest);
  return { level, option, outcome, people, ...missingThings(nearest, programme), score };
}

function optionStatuses(programme: Programme, competency: Competency, results: readonly OptionResult[]) {
  return competency.options.map((option) => ({
    option: option.id,
    name: optionName(option),
    track: programme.tracks.get(option.track ?? '') ?? null,
    levels: results
      .filter((result) => result.option === option.id)
      .map((result) => ({
        level: result.level,
        outcome: result.outcome,
        shortfall: result.shortfall,
        started: (result.requirements ?? []).some(hasProgress),
        score: scoreSummary(result),
        ...(result.qualifiedInWindow !== undefined && { qualifiedInWindow: result.qualifiedInWindow }),
      })),
  }));
}

function byCompetency(results: readonly OptionResult[]): Map<string, OptionResult[]> {
  const groups = new Map<string, OptionResult[]>();
  for (const result of results) {
    const group = groups.get(result.competency);
    if (group === undefined) groups.set(result.competency, [result]);
    else group.push(result);
  }
  return groups;
}

/**
 * Every competency of the programme with what is attained and what is nearest.
 * @param endsOn first day on which an attained level is lost, by `competency/level`
 */
export function competencyStatuses(
  programme: Programme,
  evaluation: EvaluationResult,
  endsOn: ReadonlyMap<string, string>,
  exemptions: readonly FactsExemption[] = [],
): CompetencyStatus[] {
  const results = byCompetency(evaluation.competencies);
  const attained = new Map(evaluation.attained.map((level) => [level.competency, level]));
  const ranks = new Map(programme.levels.map((level) => [level.id, level.rank]));
  return programme.competencies.map((competency) => {
    const own = results.get(competency.id) ?? [];
    const level = attained.get(competency.id);
    const above = levelsAbove(ranks, own, level);
    return {
      competency: competency.id,
      name: competency.name,
      area: competency.area,
      attained: heldLevel(level, exemptions),
      next: nextLevel(programme, ranks, above),
      withinReach: levelWithinReach(above),
      endsOn: level === undefined ? null : (endsOn.get(`${competency.id}/${level.level}`) ?? null),
      prerequisites: competency.prerequisites === null ? null : [...competency.prerequisites.anyOf],
      options: optionStatuses(programme, competency, own),
    };
  });
}
