import type { CompetencyStatus } from '../../contract/competencies.ts';
import type { Competency, Programme } from '../../domain/catalogue/catalogue.ts';
import type {
  AttainedLevel,
  EvaluationResult,
  OptionResult,
  RequirementNode,
} from '../../domain/evaluation/evaluation-result.ts';

/** Whether something has been achieved towards a requirement. */
function hasProgress(node: RequirementNode): boolean {
  switch (node.kind) {
    case 'people':
      return node.have > 0;
    case 'performance':
      return node.have > 0;
    case 'asset':
      return node.outcome === 'met';
    case 'all-of':
    case 'any-of':
      return node.children.some(hasProgress);
  }
}

/** Everything but people is there: with enough further people the requirement would be met. */
function lacksOnlyPeople(node: RequirementNode): boolean {
  switch (node.kind) {
    case 'people':
      return true;
    case 'performance':
    case 'asset':
      return node.outcome === 'met';
    case 'all-of':
      return node.children.every(lacksOnlyPeople);
    case 'any-of':
      return node.children.some(lacksOnlyPeople);
  }
}

/** Somebody has begun, nothing but people is missing, and no more than `people` of them. */
export function isWithinReach(
  { outcome, requirements = [], shortfall }: OptionResult,
  people: number,
): boolean {
  return (
    outcome !== 'met' &&
    shortfall.people > 0 &&
    shortfall.people <= people &&
    requirements.some(hasProgress) &&
    requirements.every(lacksOnlyPeople)
  );
}

/** The lowest level above the attained one, by the option in which the fewest people are missing. */
function nextLevel(
  programme: Programme,
  results: readonly OptionResult[],
  attained: AttainedLevel | undefined,
): CompetencyStatus['next'] {
  const rank = new Map(programme.levels.map((level) => [level.id, level.rank]));
  const reached = attained === undefined ? Number.NEGATIVE_INFINITY : (rank.get(attained.level) ?? 0);
  const above = results
    .filter((result) => result.outcome !== 'met' && (rank.get(result.level) ?? 0) > reached)
    .map((result) => ({ result, rank: rank.get(result.level) ?? 0 }))
    .sort((a, b) => a.rank - b.rank || a.result.shortfall.people - b.result.shortfall.people);
  const nearest = above[0]?.result;
  if (nearest === undefined) return null;
  const { level, option, outcome, shortfall } = nearest;
  return { level, option, outcome, people: shortfall.people };
}

function optionStatuses(competency: Competency, results: readonly OptionResult[]) {
  return competency.options.map((option) => ({
    option: option.id,
    name: option.name,
    levels: results
      .filter((result) => result.option === option.id)
      .map((result) => ({
        level: result.level,
        outcome: result.outcome,
        shortfall: result.shortfall,
        started: (result.requirements ?? []).some(hasProgress),
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
): CompetencyStatus[] {
  const results = byCompetency(evaluation.competencies);
  const attained = new Map(evaluation.attained.map((level) => [level.competency, level]));
  return programme.competencies.map((competency) => {
    const own = results.get(competency.id) ?? [];
    const level = attained.get(competency.id);
    return {
      competency: competency.id,
      name: competency.name,
      area: competency.area,
      attained: level === undefined ? null : { level: level.level, exempt: level.exempt === true },
      next: nextLevel(programme, own, level),
      endsOn: level === undefined ? null : (endsOn.get(`${competency.id}/${level.level}`) ?? null),
      options: optionStatuses(competency, own),
    };
  });
}
