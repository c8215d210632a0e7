/** Tries actions on the facts that matter to an option, as often as is allowed. */
import type { Programme } from '../catalogue/catalogue.ts';
import { type AsOf, createEvaluator, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import type { Evaluator } from '../evaluation/evaluator.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { type Day, parseDay } from '../time/day.ts';
import { type Action, applyAction } from './apply-action.ts';
import type { OptionName, RulesBehind } from './rules-behind.ts';

const MOST_TRIALS = 400;

/** People counted in all trials together: a second or two. */
const MOST_PEOPLE = 500_000;

/**
 * What the option can be answered from: the people with a skill that its rules name and those to try on, with the
 * records of these skills; where the staff is counted, everybody.
 */
export function factsThatMatter(
  facts: FactsDocument,
  programme: Programme,
  { skills, countsStaff }: RulesBehind,
  tried: ReadonlySet<string>,
): FactsDocument {
  const named = new Set(skills);
  const people = (facts.people ?? []).flatMap((person) => {
    const records = (person.records ?? []).filter(({ skill }) =>
      named.has(programme.aliases.get(skill) ?? skill),
    );
    const matters = countsStaff || records.length > 0 || tried.has(person.id) || person.sameAs != null;
    return matters ? [{ ...person, records }] : [];
  });
  return { ...facts, people };
}

export class ActionTrials {
  /** False when some action could not be tried, or its effect not be decided. */
  complete = true;
  private left: number;
  private readonly facts: FactsDocument;
  private readonly target: OptionName;
  private readonly day: Day;
  private readonly evaluator: Evaluator;

  /** The programme answers on the day: it has been asked the same question before. */
  constructor(facts: FactsDocument, programme: Programme, asOf: AsOf, target: OptionName) {
    const { competency, level } = target;
    const evaluator = createEvaluator(programme, asOf, { competency, level, window: false });
    if (isFailure(evaluator))
      throw new Error(`no answer to a question that was asked before: ${evaluator.field}`);
    const people = facts.people?.length ?? 0;
    this.facts = facts;
    this.target = target;
    this.day = parseDay(asOf.validAt)!;
    this.evaluator = evaluator;
    this.left = Math.min(MOST_TRIALS, Math.ceil(MOST_PEOPLE / Math.max(1, people)));
  }

  /** The option as it is answered from these facts. */
  asItIs(): OptionResult | undefined {
    return this.answer(this.facts);
  }

  meets(action: Action): boolean {
    if (this.left === 0) {
      this.complete = false;
      return false;
    }
    this.left -= 1;
    return this.answer(applyAction(this.facts, action, this.day))?.outcome === 'met';
  }

  private answer(facts: FactsDocument): OptionResult | undefined {
    const answer = this.evaluator.evaluate(facts);
    if (isFailure(answer)) return undefined;
    const { competencies, warnings } = answer;
    const own = competencies.find(({ option }) => option === this.target.option);
    const undecided = warnings.some(({ code }) => code === 'sharing-limits-undecided');
    if (undecided && own?.outcome !== 'met') this.complete = false;
    return own;
  }
}
