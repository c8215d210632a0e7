/** A plan against what has happened: assignments, money and hours, targets, and the course of it. */

import type { PlanTargetView } from '../../contract/plans.ts';
import type { AdoptionView, AssignmentView } from '../../contract/training-assignments.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { FactsDocument } from '../../domain/facts/facts-document.ts';
import { withActions } from '../../domain/planning/planned-facts.ts';
import { withFiguresHeld } from '../../domain/scenario/held-figures.ts';
import { parseDay } from '../../domain/time/day.ts';
import { fulfilments } from '../../domain/training/fulfilled-assignments.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import type { Assignment } from '../../store/training-assignments-store.ts';
import { evaluateFacts } from '../shared/evaluate-facts.ts';
import { withOwnExemptions } from '../shared/own-exemptions.ts';
import { actorName, type RunReader } from './run-view.ts';

/** What the facts of today say of some assignments. */
export interface AssignmentsToday {
  readonly facts: FactsDocument;
  readonly programme: Programme;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export function assignmentViews(
  assignments: readonly Assignment[],
  { facts, programme, today }: AssignmentsToday,
): readonly AssignmentView[] {
  const assigned = assignments.map(({ userId, skill, dueOn }) => ({
    person: userId,
    skill,
    dueOn: parseDay(dueOn)!,
  }));
  const done = fulfilments(facts, programme, parseDay(today)!, assigned);
  return assignments.map((each, index): AssignmentView => {
    const { assignmentId, planId, skill, dueOn, renewal, cost, hours } = each;
    const fulfilled = done[index] ?? null;
    const open = dueOn < today ? ('late' as const) : ('open' as const);
    const state = fulfilled !== null ? 'done' : each.droppedAt !== null ? 'dropped' : open;
    return {
      assignmentId,
      planId,
      person: each.userId,
      manager: each.managerId,
      skill,
      dueOn,
      state,
      renewal,
      doneOn: fulfilled?.doneOn ?? null,
      doneLate: fulfilled !== null && fulfilled.doneOn > dueOn,
      record: fulfilled?.record ?? null,
      cost,
      hours,
      told: each.mailed as AssignmentView['told'],
    };
  });
}

export function countsOf(views: readonly Pick<AssignmentView, 'state'>[]): AdoptionView['counts'] {
  const of = (state: AssignmentView['state']) => views.filter((view) => view.state === state).length;
  return {
    total: views.length,
    open: of('open'),
    late: of('late'),
    done: of('done'),
    dropped: of('dropped'),
  };
}

function sums(views: readonly AssignmentView[]) {
  return {
    cost: views.reduce((sum, { cost }) => sum + cost, 0),
    hours: views.reduce((sum, { hours }) => sum + hours, 0),
  };
}

/** From each day on which something was due or done: how much of it by then. */
function courseOf(views: readonly AssignmentView[]): AdoptionView['course'] {
  const kept = views.filter(({ state }) => state !== 'dropped');
  const days = [
    ...new Set(kept.flatMap(({ dueOn, doneOn }) => (doneOn === null ? [dueOn] : [dueOn, doneOn]))),
  ];
  return days.sort().map((on) => ({
    on,
    planned: kept.filter(({ dueOn }) => dueOn <= on).length,
    done: kept.filter(({ doneOn }) => doneOn !== null && doneOn <= on).length,
  }));
}

function metOn(
  supposed: { readonly facts: FactsDocument; readonly programme: Programme },
  on: string,
  targets: readonly PlanTargetView[],
): readonly boolean[] {
  const { competencies } = evaluateFacts(supposed.facts, supposed.programme, { validAt: on, knownAt: null });
  return targets.map(({ competency, level, option = null }) =>
    competencies.some(
      (one) =>
        one.competency === competency &&
        one.level === level &&
        (option === null || one.option === option) &&
        one.outcome === 'met',
    ),
  );
}

/** @param assignments of the plan, dropped ones included */
export function adoptionView(
  run: PlannerRun & { readonly adoptedAt: Date },
  plan: { readonly targets: readonly PlanTargetView[]; readonly by: string },
  assignments: readonly Assignment[],
  now: AssignmentsToday,
  reader: RunReader,
): AdoptionView {
  const views = assignmentViews(assignments, now);
  const { today, programme } = now;
  const facts = withOwnExemptions(now.facts, programme);
  const open = views.filter(({ state }) => state === 'open' || state === 'late');
  const then = plan.by > today ? plan.by : today;
  const held = withFiguresHeld({ facts, programme }, parseDay(today)!, parseDay(then)!);
  const carriedOut = { ...held, facts: withActions(held.facts, open, then) };
  const metNow = metOn({ facts, programme }, today, plan.targets);
  const metThen = metOn(carriedOut, then, plan.targets);
  return {
    at: run.adoptedAt.toISOString(),
    by: run.adoptedBy === null ? null : actorName(run.adoptedBy, reader),
    endedAt: run.endedAt?.toISOString() ?? null,
    counts: countsOf(views),
    done: sums(views.filter(({ state }) => state === 'done')),
    planned: sums(views.filter(({ state }) => state !== 'dropped')),
    assignments: [...views],
    targets: plan.targets.map(({ competency, level, option = null }, index) => ({
      competency,
      level,
      option,
      metNow: metNow[index]!,
      metThen: metThen[index]!,
    })),
    course: courseOf(views),
  };
}
