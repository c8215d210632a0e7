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

interface Candidate {
  readonly people: readonly string[];
  readonly skill: SkillId;
}

/** Who could obtain what with an effect; skills of the option itself, which are likelier to help, before the others. */
function candidatesOf(
  alike: readonly PeopleAlike[],
  programme: Programme,
  day: Day,
  { option, options }: RulesBehind,
): readonly Candidate[] {
  const predicates = options.flatMap(({ requirement }) => personPredicates(requirement));
  const candidates = alike.flatMap(({ people, held }) =>
    helpfulSkills(predicates, held)
      .filter((skill) => !retired(programme, skill, day))
      .map((skill) => ({ people, skill })),
  );
  const own = new Set(requirementWalk.skills(option.requirement));
  return [
    ...candidates.filter((one) => own.has(one.skill)),
    ...candidates.filter((one) => !own.has(one.skill)),
  ];
}

function helps(trials: ActionTrials, { people, skill }: Candidate): boolean {
  return trials.meets({ kind: 'obtain', person: people[0]!, skill });
}

function obtainActions(
  trials: ActionTrials,
  candidates: readonly Candidate[],
  { skills }: RulesBehind,
): readonly SingleAction[] {
  const bySkill = new Map<SkillId, string[]>();
  for (const candidate of candidates) {
    if (!helps(trials, candidate)) continue;
    const { people, skill } = candidate;
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

interface Question {
  readonly rules: RulesBehind;
  readonly named: ReadonlySet<SkillId>;
  readonly candidates: readonly Candidate[];
  readonly trials: ActionTrials;
}

/** `null` when the option is met, has no rules, or lacks more than one thing can give. */
function questionAbout(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  target: OptionName,
  { competencies, verdicts }: ExplainedAnswer,
): Question | null {
  const result = competencies.find(
    ({ competency, level, option }) =>
      competency === target.competency && level === target.level && option === target.option,
  );
  const day = parseDay(asOf.validAt)!;
  if (result === undefined || result.outcome === 'met') return null;
  const rules = rulesBehind(programme, day, target);
  if (rules === null) return null;
  const named = new Set(rules.skills);
  const alike = peopleAlike(facts, day, verdicts, named);
  const tried = new Set(alike.map(({ people }) => people[0]!));
  const mattering = factsThatMatter(facts, programme, rules, tried);
  if (lacksSeveral(result, rules, mattering, programme, asOf)) return null;
  const trials = new ActionTrials(mattering, programme, asOf, result);
  return { rules, named, trials, candidates: candidatesOf(alike, programme, day, rules) };
}

/** `target` is one of the options of the answer. */
export function singleActions(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  target: OptionName,
  answer: ExplainedAnswer,
): SingleActions {
  const question = questionAbout(facts, programme, asOf, target, answer);
  if (question === null) return NONE;
  const { rules, named, trials, candidates } = question;
  const others = [
    ...companyActions(answer.competencies, rules.options),
    ...associateActions(answer.verdicts, named),
  ];
  const actions = [
    ...others.filter((action) => trials.meets(action)),
    ...obtainActions(trials, candidates, rules),
  ];
  return { actions, complete: trials.complete };
}

/**
 * The skills by one of which, whoever of the company has it too, the option would be met; whose they are to be is not
 * asked. `target` is one of the options of the answer.
 */
export function decisiveSkills(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  target: OptionName,
  answer: ExplainedAnswer,
): { readonly skills: ReadonlySet<SkillId>; readonly complete: boolean } {
  const skills = new Set<SkillId>();
  const question = questionAbout(facts, programme, asOf, target, answer);
  if (question === null) return { skills, complete: true };
  const { trials, candidates } = question;
  for (const candidate of candidates) {
    if (!skills.has(candidate.skill) && helps(trials, candidate)) skills.add(candidate.skill);
  }
  return { skills, complete: trials.complete };
}
