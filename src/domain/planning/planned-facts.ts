/** The facts as they will be once a plan is carried out, and the judgement of the real rules on them. */
import { isForPartner } from '../evaluation/applicable-options.ts';
import type { CompiledOption, CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { dependsOnMore } from '../evaluation/depends-on-more.ts';
import { createEvaluator, isFailure } from '../evaluation/evaluate.ts';
import type { OptionResult } from '../evaluation/evaluation-result.ts';
import type { FactsDocument, FactsRecord } from '../facts/facts-document.ts';
import { FactsReader } from '../facts/facts-reader.ts';
import { FactsTable } from '../facts/facts-table.ts';
import { readFacts } from '../facts/read-facts.ts';
import { FollowedPeople } from '../projection/followed-people.ts';
import { CoupledDepartures } from '../robustness/coupled-departures.ts';
import { levelDepartures } from '../robustness/level-departures.ts';
import { peopleAlike } from '../robustness/people-types.ts';
import { formatDay } from '../time/day.ts';
import type { PlanQuestion, PlanTarget } from './plan-question.ts';
import type { PlanAction } from './plan-result.ts';
import type { PlanTime } from './plan-time.ts';

type Achieved = Pick<PlanAction, 'person' | 'skill'>;

const PREFIX = 'planned-';

/** Steps of the search for departures where levels depend on more than their own requirements, in a second about. */
const WORK_A_SECOND = 100_000_000;
/** In seconds: so long even a plan that is found when the time is over is looked at. */
const MOMENT = 0.3;

/** One record for each action, achieved on the day. */
export function withActions(facts: FactsDocument, actions: readonly Achieved[], day: string): FactsDocument {
  const taken = new Set<string>();
  for (const { records = [] } of facts.people ?? []) {
    for (const { id } of records) if (id.startsWith(PREFIX)) taken.add(id);
  }
  const learned = new Map<string, FactsRecord[]>();
  actions.forEach(({ person, skill }, index) => {
    let id = `${PREFIX}${index + 1}`;
    while (taken.has(id)) id += '+';
    learned.set(person, [...(learned.get(person) ?? []), { id, skill, achievedOn: day }]);
  });
  const people = (facts.people ?? []).map((person) => {
    const more = learned.get(person.id);
    return more === undefined ? person : { ...person, records: [...(person.records ?? []), ...more] };
  });
  return { ...facts, people };
}

function isOf({ competency, level, option }: PlanTarget, one: Pick<OptionResult, keyof PlanTarget>): boolean {
  return one.competency === competency && one.level === level && (option === null || one.option === option);
}

export interface Judgement {
  /** Targets that are not met, or do not bear the departures. */
  readonly missed: readonly PlanTarget[];
  /** Of each target the option by which it is met, in catalogue order. */
  readonly metBy: readonly (OptionResult | null)[];
}

export class PlanJudge {
  private readonly facts: FactsDocument;
  private readonly question: PlanQuestion;
  private readonly compiled: CompiledProgramme;
  private readonly time: Pick<PlanTime, 'left'>;
  /** The answer to the last question, which is often asked again. */
  private last: { readonly key: string; readonly judgement: Judgement } | null = null;

  constructor(
    facts: FactsDocument,
    question: PlanQuestion,
    compiled: CompiledProgramme,
    time: Pick<PlanTime, 'left'>,
  ) {
    this.facts = facts;
    this.question = question;
    this.compiled = compiled;
    this.time = time;
  }

  /** @param departures false where those who may leave have been tried out one by one */
  judge(actions: readonly Achieved[], departures = true): Judgement {
    const key = JSON.stringify([departures, ...actions.map(({ person, skill }) => [person, skill])]);
    if (this.last?.key === key) return this.last.judgement;
    const judgement = this.judged(actions, departures);
    this.last = { key, judgement };
    return judgement;
  }

  private judged(actions: readonly Achieved[], departures: boolean): Judgement {
    const { targets, survive } = this.question;
    const planned = withActions(this.facts, actions, formatDay(this.compiled.day));
    const metBy = this.metBy(planned);
    const met = metBy.every((option) => option !== null);
    const survived = met && survive > 0 && departures ? this.survived(planned) : targets.map(() => true);
    const missed = targets.filter((_, index) => metBy[index] === null || !survived[index]);
    return { missed, metBy };
  }

  /** Whether all targets are met without these people, by their ids. */
  isMetWithout(actions: readonly Achieved[], left: ReadonlySet<string>): boolean {
    const planned = withActions(this.facts, actions, formatDay(this.compiled.day));
    const people = (planned.people ?? []).filter(({ id }) => !left.has(id));
    return this.metBy({ ...planned, people }).every((option) => option !== null);
  }

  private metBy(planned: FactsDocument): readonly (OptionResult | null)[] {
    const { programme, day, scope } = this.compiled;
    const { competency, level } = scope;
    const asOf = { validAt: formatDay(day), knownAt: null };
    const evaluator = createEvaluator(programme, asOf, { competency, level, window: false });
    if (isFailure(evaluator)) throw new Error(`the question was asked before: ${evaluator.field}`);
    const answer = evaluator.evaluate(planned);
    if (isFailure(answer)) throw new Error('the planned facts cannot be read');
    return this.question.targets.map(
      (target) => answer.competencies.find((one) => isOf(target, one) && one.outcome === 'met') ?? null,
    );
  }

  /** Whether each target bears that so many people leave, whoever they are. */
  private survived(planned: FactsDocument): readonly boolean[] {
    const { compiled, question } = this;
    const facts = new FactsTable();
    if (readFacts(planned, compiled, null, facts, new FactsReader()) !== null)
      throw new Error('the planned facts cannot be read');
    const people = new FollowedPeople(facts, compiled);
    const alike = peopleAlike(people.predicatesOf);
    const coupled = dependsOnMore(compiled) ? new CoupledDepartures(facts, people, alike) : null;
    const work = Math.ceil(((this.time.left + MOMENT) * WORK_A_SECOND) / question.targets.length);
    return question.targets.map((target) => {
      const options = compiled.options.filter(
        (option: CompiledOption) => isOf(target, option) && isForPartner(option, facts),
      );
      const { survived } = coupled?.of(options, work) ?? levelDepartures(options, { facts, people }, alike);
      return survived === null || survived >= question.survive;
    });
  }
}
