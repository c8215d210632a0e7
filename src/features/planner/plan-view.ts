import type { MakePlanRequest, PlanSummary, PlanTargetView, PlanView } from '../../contract/plans.ts';
import type { AdoptionView } from '../../contract/training-assignments.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import { optionName } from '../shared/option-names.ts';
import type { FoundPlan } from './plan-run.ts';
import { creatorName, Mentions, madeOf, type RunReader, resultView, runFields } from './run-view.ts';

export function questionOf(run: PlannerRun) {
  return (run.request as MakePlanRequest).question;
}

/** Targets with their names; what the programme no longer knows has its id for a name. */
export function namedTargets({ competencies, levels }: Programme, targets: readonly PlanTargetView[]) {
  return targets.map(({ competency: id, level: levelId, option: optionId = null }) => {
    const competency = competencies.find((each) => each.id === id);
    const level = levels.find((each) => each.id === levelId);
    const option = competency?.options.find((each) => each.id === optionId);
    const unnamed = (text: string) => ({ en: text, fr: text });
    return {
      competency: id,
      level: levelId,
      option: optionId,
      name: competency?.name ?? unnamed(id),
      levelName: level?.name ?? unnamed(levelId),
      optionName: option === undefined || optionId === null ? null : optionName(option),
    };
  });
}

/** @param adoption `null` of a plan that was not adopted */
export function planView(run: PlannerRun, reader: RunReader, adoption: AdoptionView | null): PlanView {
  const question = questionOf(run);
  const found = run.result as FoundPlan | null;
  const mentions = new Mentions();
  mentions.question(question);
  if (found !== null) mentions.plan(found.plan);
  for (const { person, manager, skill } of adoption?.assignments ?? []) {
    mentions.person(person);
    mentions.skill(skill);
    if (manager !== null) mentions.person(manager);
  }
  return {
    planId: run.runId,
    name: run.name,
    kept: run.kept,
    createdAt: run.createdAt.toISOString(),
    createdBy: creatorName(run, reader),
    rerunOf: run.rerunOf,
    ...runFields(run),
    question,
    ...madeOf(run, question.currency, mentions, reader),
    targets: namedTargets(reader.programme, question.targets),
    result: found === null ? null : resultView(found, question, reader.programme),
    adoption,
  };
}

export function planSummary(
  run: PlannerRun,
  reader: RunReader,
  adoption: PlanSummary['adoption'],
): PlanSummary {
  const question = questionOf(run);
  const plan = (run.result as FoundPlan | null)?.plan ?? null;
  const { programme, currency, outdated } = madeOf(run, question.currency, new Mentions(), reader);
  return {
    planId: run.runId,
    name: run.name,
    createdAt: run.createdAt.toISOString(),
    createdBy: creatorName(run, reader),
    state: run.state,
    programme,
    targets: namedTargets(reader.programme, question.targets),
    currency,
    outdated,
    by: question.by,
    survive: question.survive ?? 0,
    supposes: (question.changes ?? []).length > 0,
    status: plan?.status ?? null,
    cost: plan?.cost ?? null,
    hours: plan?.hours ?? null,
    people: new Set(plan?.actions.map(({ person }) => person)).size,
    actions: plan?.actions.length ?? 0,
    adoption,
  };
}
