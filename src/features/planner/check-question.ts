/** Questions that name what is not there are refused before anybody works on them. */
import type { Locale } from '../../contract/common.ts';
import type { PlanQuestionView } from '../../contract/plans.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { readPlanQuestion } from '../../domain/planning/read-plan-question.ts';
import type { ScenarioChange } from '../../domain/scenario/scenario-changes.ts';
import { parseDay } from '../../domain/time/day.ts';
import { badRequest } from '../../http/problem.ts';
import { invalidField } from '../../http/validation.ts';
import { targetsOf } from './plan-run.ts';

/** What a question is held against. */
export interface QuestionGround {
  readonly programme: Programme;
  /** `YYYY-MM-DD` of the question. */
  readonly day: string;
  /** Ids of people of the company's facts. */
  readonly people: ReadonlySet<string>;
  readonly locale: Locale;
}

type PersonChange = Extract<ScenarioChange, { readonly kind: 'leaves' | 'passes' }>;

function namesPerson(change: ScenarioChange): change is PersonChange {
  return change.kind === 'leaves' || change.kind === 'passes';
}

export function checkChanges(
  changes: readonly ScenarioChange[],
  field: string,
  { people, programme }: Pick<QuestionGround, 'people' | 'programme'>,
): void {
  const joining = changes.flatMap((change) => (change.kind === 'joins' ? [change.person] : []));
  const refuse = (index: number, part: string, code: string, title: string) => {
    throw badRequest(code, title, [{ code, field: `${field}[${index}].${part}` }]);
  };
  if (new Set(joining).size < joining.length) refuse(0, 'person', 'person-twice', 'Somebody joins twice.');
  for (const [index, change] of changes.entries()) {
    if (namesPerson(change) && !people.has(change.person) && !joining.includes(change.person)) {
      refuse(index, 'person', 'unknown-person', 'A change names somebody who is not in the company.');
    }
    const skill = change.kind === 'passes' || change.kind === 'skill-retires' ? change.skill : null;
    if (skill !== null && !programme.skills.has(programme.aliases.get(skill) ?? skill)) {
      refuse(index, 'skill', 'unknown-skill', 'A change names a skill that the programme does not know.');
    }
    if (change.kind === 'metric' && !programme.metrics.has(change.metric)) {
      refuse(index, 'metric', 'unknown-metric', 'A change names a figure that the programme does not know.');
    }
  }
}

/** @param field where the question stands in the body */
export function checkQuestion(question: PlanQuestionView, field: string, ground: QuestionGround): void {
  const { programme, day, people, locale } = ground;
  const changes = question.changes ?? [];
  checkChanges(changes, `${field}.changes`, ground);
  const read = readPlanQuestion(targetsOf(question), programme, parseDay(day)!, people);
  if (read.kind === 'question') return;
  const { path, problem, expected } = read;
  if (problem === 'until-before-from') {
    throw invalidField('body', `${field}.${path}`, { format: 'date-from-as-of' }, locale);
  }
  throw invalidField('body', `${field}.${path}`, { enum: expected.split(' | ') }, locale);
}
