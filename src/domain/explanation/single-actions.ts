/**
 * "What single action would change this": everything that one person or the company could do by which an option
 * that is not met would be met. Nothing is guessed: each action is tried on the facts and evaluated.
 */
import type { Programme, Requirement, SkillId } from '../catalogue/catalogue.ts';
import { type AsOf, evaluate, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult, RequirementNode, ScoreNode } from '../evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { type Day, parseDay } from '../time/day.ts';
import { type Action, applyAction } from './apply-action.ts';
import { helpfulSkills, type PeopleAlike, personPredicates } from './people-alike.ts';

type OtherAction = Exclude<Action, { kind: 'obtain' }>;

/** An action with everybody who could do it; one of them is enough. */
export type SingleAction =
  | { readonly kind: 'obtain'; readonly skill: SkillId; readonly people: readonly string[] }
  | OtherAction;

export interface SingleActions {
  readonly actions: readonly SingleAction[];
  /** `false`: the company is so large that not everything was tried. */
  readonly complete: boolean;
}

export interface ExplainedOption {
  readonly result: OptionResult;
  readonly requirement: Requirement;
}

/** Reasons that end when the person associates the account with this partner in Partner Center. */
const MENDED_BY_ASSOCIATION: ReadonlySet<string> = new Set([
  'not-associated',
  'associated-elsewhere',
  'association-ended',
  'pmc-window-over',
]);

const MOST_TRIALS = 400;

function leafNodes(nodes: readonly RequirementNode[]): readonly RequirementNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'all-of' || node.kind === 'any-of' ? leafNodes(node.children) : [node],
  );
}

/** Each reported figure of a score by as many units as bring the points that are missing, or the first one. */
function* raisesOf({ metrics, shortfall }: ScoreNode): Iterable<OtherAction> {
  for (const { inputs, points, max } of metrics) {
    if (points === max) continue;
    for (const { metric, unitsForMax, associations } of inputs) {
      const by = Math.max(1, Math.ceil((shortfall * unitsForMax) / max));
      yield { kind: 'raise-metric', metric, by, association: associations?.[0] ?? null };
    }
  }
}

function* companyActions({ result, requirement }: ExplainedOption): Iterable<OtherAction> {
  const associations = new Map(
    requirementWalk
      .leaves(requirement)
      .flatMap((leaf) => (leaf.kind === 'performance' ? [[leaf.metric, leaf.associations] as const] : [])),
  );
  for (const node of leafNodes(result.requirements ?? [])) {
    if (node.outcome === 'met') continue;
    if (node.kind === 'performance') {
      const association = associations.get(node.metric)?.[0] ?? null;
      yield { kind: 'raise-metric', metric: node.metric, by: node.shortfall, association };
    } else if (node.kind === 'asset') {
      yield { kind: 'have-asset', asset: node.asset };
    } else if (node.kind === 'score') {
      yield* raisesOf(node);
    }
  }
}

function* associateActions(result: OptionResult, verdicts: readonly RecordVerdict[]): Iterable<OtherAction> {
  const tried = new Set<string>();
  for (const { person, account, reason, options } of verdicts) {
    if (reason === null || !MENDED_BY_ASSOCIATION.has(reason.code)) continue;
    if (!options.some((one) => one.competency === result.competency && one.option === result.option))
      continue;
    const key = JSON.stringify([person, account]);
    if (tried.has(key)) continue;
    tried.add(key);
    yield { kind: 'associate', person, account };
  }
}

function retired(programme: Programme, skill: SkillId, day: Day): boolean {
  const retiredOn = programme.skills.get(skill)?.retiredOn ?? null;
  return retiredOn !== null && retiredOn < day;
}

/** Tries actions on the facts that matter to the option, as often as is allowed. */
class Trials {
  left = MOST_TRIALS;
  private readonly facts: FactsDocument;
  private readonly programme: Programme;
  private readonly asOf: AsOf;
  private readonly target: OptionResult;
  private readonly day: Day;

  constructor(facts: FactsDocument, programme: Programme, asOf: AsOf, target: OptionResult) {
    this.facts = facts;
    this.programme = programme;
    this.asOf = asOf;
    this.target = target;
    this.day = parseDay(asOf.validAt)!;
  }

  meets(action: Action): boolean {
    if (this.left === 0) return false;
    this.left -= 1;
    const { competency, level, option } = this.target;
    const changed = applyAction(this.facts, action, this.day);
    const answer = evaluate(changed, this.programme, this.asOf, { competency, level, window: false });
    if (isFailure(answer)) return false;
    return answer.competencies.some((one) => one.option === option && one.outcome === 'met');
  }
}

/** What the option can be answered from: people with a skill that it names, and one of each group to try on. */
function factsForOption(
  facts: FactsDocument,
  programme: Programme,
  requirement: Requirement,
  alike: readonly PeopleAlike[],
): FactsDocument {
  const named = new Set(requirementWalk.skills(requirement));
  const tried = new Set(alike.map(({ people }) => people[0]!));
  const people = (facts.people ?? []).filter(
    ({ id, sameAs, records = [] }) =>
      tried.has(id) ||
      sameAs != null ||
      records.some(({ skill }) => named.has(programme.aliases.get(skill) ?? skill)),
  );
  return { ...facts, people };
}

function obtainActions(
  trials: Trials,
  alike: readonly PeopleAlike[],
  programme: Programme,
  day: Day,
  requirement: Requirement,
): readonly SingleAction[] {
  const predicates = personPredicates(requirement);
  const bySkill = new Map<SkillId, string[]>();
  for (const { people, held } of alike) {
    for (const skill of helpfulSkills(predicates, held)) {
      if (retired(programme, skill, day)) continue;
      if (!trials.meets({ kind: 'obtain', person: people[0]!, skill })) continue;
      bySkill.set(skill, [...(bySkill.get(skill) ?? []), ...people]);
    }
  }
  const order = requirementWalk.skills(requirement);
  return [...bySkill]
    .sort(([left], [right]) => order.indexOf(left) - order.indexOf(right))
    .map(([skill, people]) => ({ kind: 'obtain', skill, people: people.sort() }));
}

/**
 * @param verdicts of the same evaluation of the same facts as `option.result`
 * @param alike people by what they hold for the option: see `peopleAlike`
 */
export function singleActions(
  facts: FactsDocument,
  programme: Programme,
  asOf: AsOf,
  option: ExplainedOption,
  verdicts: readonly RecordVerdict[],
  alike: readonly PeopleAlike[],
): SingleActions {
  const { result } = option;
  // One person can fill the place of one person only, so further people or figures leave the option unmet.
  if (result.outcome === 'met' || result.shortfall.people > 1) return { actions: [], complete: true };
  const day = parseDay(asOf.validAt)!;
  const trials = new Trials(
    factsForOption(facts, programme, option.requirement, alike),
    programme,
    asOf,
    result,
  );
  const others = [...companyActions(option), ...associateActions(result, verdicts)];
  const actions = [
    ...others.filter((action) => trials.meets(action)),
    ...obtainActions(trials, alike, programme, day, option.requirement),
  ];
  return { actions, complete: trials.left > 0 };
}
