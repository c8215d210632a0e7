/**
 * "What single action would change this": everything that one person or the company could do by which an option
 * that is not met would be met. Nothing is guessed: each action is tried on the facts and evaluated, with all options
 * on which the answer depends.
 */
import type { Programme, SkillId } from '../catalogue/catalogue.ts';
import type { AsOf } from '../evaluation/evaluate.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { type Day, parseDay } from '../time/day.ts';
import { ActionTrials, factsThatMatter } from './action-trials.ts';
import { associateActions, companyActions, type OtherAction } from './company-actions.ts';
import { helpfulSkills, type PeopleAlike, peopleAlike, personPredicates } from './people-alike.ts';
import { type OptionName, type RulesBehind, rulesBehind } from './rules-behind.ts';

/** An action with everybody who could do it; one of them is enough. */
export type SingleAction =
  | { readonly kind: 'obtain'; readonly skill: SkillId; readonly people: readonly string[] }
  | OtherAction;

export interface SingleActions {
  readonly actions: readonly SingleAction[];
  /** `false`: the company is so large, or its options so entangled, that not everything was tried. */
  readonly complete: boolean;
}

/** The explained answer of the whole programme, from the same facts. */
export interface ExplainedAnswer {
  readonly competencies: readonly OptionResult[];
  readonly verdicts: readonly RecordVerdict[];
}

const NONE: SingleActions = { actions: [], complete: true };

function retired(programme: Programme, skill: SkillId, day: Day): boolean {
  const retiredOn = programme.skills.get(skill)?.retiredOn ?? null;
  return retiredOn !== null && retiredOn < day;
}

function obtainActions(
  trials: ActionTrials,
  alike: readonly PeopleAlike[],
  programme: Programme,
  day: Day,
  { option, options, skills }: RulesBehind,
): readonly SingleAction[] {
  const predicates = options.flatMap(({ requirement }) => personPredicates(requirement));
  const candidates = alike.flatMap(({ people, held }) =>
    helpfulSkills(predicates, held)
      .filter((skill) => !retired(programme, skill, day))
      .map((skill) => ({ people, skill })),
  );
  const own = new Set(requirementWalk.skills(option.requirement));
  const bySkill = new Map<SkillId, string[]>();
  // Where not everything can be tried, skills of the option itself are likelier to help.
  for (const { people, skill } of [
    ...candidates.filter((one) => own.has(one.skill)),
    ...candidates.filter((one) => !own.has(one.skill)),
  ]) {
    if (!trials.meets({ kind: 'obtain', person: people[0]!, skill })) continue;
    bySkill.set(skill, [...(bySkill.get(skill) ?? []), ...people]);
  }
  return [...bySkill]
    .sort(([left], [right]) => skills.indexOf(left) - skills.indexOf(right))
    .map(([skill, people]) => ({ kind: 'obtain', skill, people: people.sort() }));
}

/**
 * Whether more than one person is missing in any case: one can take the place of one only, so that further figures
 * leave the option unmet. Points can come from figures instead of people, and where people are shared the option may
 * be met in place of another, so that its own people alone say this.
 */
function lacksSeveral(
  result: OptionResult,
  rules: RulesBehind,
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
): boolean {
  if (result.shortfall.people <= 1 || rules.option.score !== null) return false;
  if (!rules.sharesPeople) return true;
  const unlimited = new ActionTrials(facts, { ...programme, sharingLimits: [] }, asOf, result).asItIs();
  return unlimited !== undefined && unlimited.shortfall.people > 1;
}

/** `target` is one of the options of the answer. */
export function singleActions(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  target: OptionName,
  { competencies, verdicts }: ExplainedAnswer,
): SingleActions {
  const result = competencies.find(
    ({ competency, level, option }) =>
      competency === target.competency && level === target.level && option === target.option,
  );
  const day = parseDay(asOf.validAt)!;
  if (result === undefined || result.outcome === 'met') return NONE;
  const rules = rulesBehind(programme, day, target);
  if (rules === null) return NONE;
  const named = new Set(rules.skills);
  const alike = peopleAlike(facts, day, verdicts, named);
  const tried = new Set(alike.map(({ people }) => people[0]!));
  const mattering = factsThatMatter(facts, programme, rules, tried);
  if (lacksSeveral(result, rules, mattering, programme, asOf)) return NONE;
  const trials = new ActionTrials(mattering, programme, asOf, result);
  const others = [...companyActions(competencies, rules.options), ...associateActions(verdicts, named)];
  const actions = [
    ...others.filter((action) => trials.meets(action)),
    ...obtainActions(trials, alike, programme, day, rules),
  ];
  return { actions, complete: trials.complete };
}
