import type { PlanQuestionView } from '../../../src/contract/plans.ts';
import { type PlanDraft, USUAL_SUCCESS } from './plan-draft.ts';

type Wishes = NonNullable<PlanQuestionView['people']>[string];

function wishesOf({ without, maxHours, pins, barred }: PlanDraft): Record<string, Wishes> {
  const people: Record<string, Wishes> = {};
  const wish = (person: string, wishes: Wishes) => {
    people[person] = { ...people[person], ...wishes };
  };
  for (const person of without) wish(person, { exclude: true });
  for (const [person, hours] of Object.entries(maxHours)) wish(person, { maxHours: hours });
  for (const { person, skill } of pins) {
    wish(person, { pinned: [...(people[person]?.pinned ?? []), skill] });
  }
  for (const { person, skill } of barred) {
    wish(person, { barred: [...(people[person]?.barred ?? []), skill] });
  }
  return people;
}

/** What is sent to the planner; without targets there is nothing to ask. */
export function questionOf(
  draft: PlanDraft,
  by: string,
  programme: string | undefined,
): PlanQuestionView | null {
  const { targets, survive, budget, cost, costs, confidence, success, pins } = draft;
  if (targets.length === 0) return null;
  const people = wishesOf(draft);
  return {
    ...(programme !== undefined && { programme }),
    targets: [...targets],
    by: draft.by ?? by,
    survive,
    budget,
    costs: { ...costs, default: cost },
    // What is pinned is done whatever happens: nobody says how likely that is.
    ...(confidence !== null && pins.length === 0 && { confidence, successProbability: success }),
    ...(Object.keys(people).length > 0 && { people }),
  };
}

/** A plan that was made, as a draft that can be changed further. */
export function draftOf({
  targets,
  by,
  survive,
  budget,
  confidence,
  successProbability,
  costs = {},
  people = {},
}: PlanQuestionView): PlanDraft {
  const { default: usual, ...own } = costs;
  const filled = (cost: { money?: number | undefined; hours?: number | undefined } | undefined) => ({
    money: cost?.money ?? 0,
    hours: cost?.hours ?? 0,
  });
  const wishes = Object.entries(people);
  return {
    targets: targets.map((target) => ({ ...target, option: target.option ?? null })),
    by,
    survive: survive ?? 0,
    budget: budget ?? null,
    confidence: confidence ?? null,
    success: successProbability ?? USUAL_SUCCESS,
    cost: filled(usual),
    costs: Object.fromEntries(Object.entries(own).map(([skill, cost]) => [skill, filled(cost)])),
    without: wishes.flatMap(([person, { exclude }]) => (exclude === true ? [person] : [])),
    maxHours: Object.fromEntries(
      wishes.flatMap(([person, { maxHours }]) => (maxHours == null ? [] : [[person, maxHours]])),
    ),
    pins: wishes.flatMap(([person, { pinned = [] }]) => pinned.map((skill) => ({ person, skill }))),
    barred: wishes.flatMap(([person, { barred = [] }]) => barred.map((skill) => ({ person, skill }))),
  };
}
