import type {
  CandidateRequest,
  CompareRequest,
  CurveRequest,
  ScenarioResult,
  StudyView,
} from '../../contract/plan-studies.ts';
import type { PlanResultView } from '../../contract/plans.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { PlannerRun } from '../../store/planner-runs-store.ts';
import { candidateId, type FoundCandidates } from './candidates-run.ts';
import type { FoundScenario, FoundStanding } from './comparison-run.ts';
import type { FoundPoint } from './curve-run.ts';
import { creatorName, Mentions, madeOf, type RunReader, resultView, runFields } from './run-view.ts';

type Level = Programme['levels'][number];

/** The highest level met of a competency. */
function highest({ levels }: Programme, { met }: FoundStanding, competency: string): Level | null {
  const own = met.filter((each) => each.competency === competency).map(({ level }) => level);
  return levels
    .filter(({ id }) => own.includes(id))
    .reduce<Level | null>((best, level) => (best === null || level.rank > best.rank ? level : best), null);
}

function nextOutcome(
  { levels }: Programme,
  { outcomes }: FoundStanding,
  competency: string,
  rank: number,
): ScenarioResult['competencies'][number]['nextOutcome'] {
  const own = outcomes.filter((each) => each.competency === competency);
  const next = levels
    .filter((level) => level.rank > rank && own.some((each) => each.level === level.id))
    .sort((left, right) => left.rank - right.rank)[0];
  if (next === undefined) return null;
  const found = own.filter(({ level }) => level === next.id).map(({ outcome }) => outcome);
  return found.includes('undetermined') ? 'undetermined' : 'unmet';
}

function changeOf(
  before: Level | null,
  after: Level | null,
): ScenarioResult['competencies'][number]['change'] {
  if (before?.id === after?.id) return 'same';
  if (before === null) return 'gained';
  if (after === null) return 'lost';
  return after.rank > before.rank ? 'higher' : 'lower';
}

function competencyResults(
  programme: Programme,
  standing: FoundStanding,
  base: FoundStanding,
): ScenarioResult['competencies'] {
  return programme.competencies.map(({ id, name }) => {
    const level = highest(programme, standing, id);
    const met = standing.met.find((each) => each.competency === id && each.level === level?.id);
    return {
      competency: id,
      name,
      level: level?.id ?? null,
      levelName: level?.name ?? null,
      nextOutcome: nextOutcome(programme, standing, id, level?.rank ?? Number.NEGATIVE_INFINITY),
      change: changeOf(highest(programme, base, id), level),
      departuresSurvived: met?.departuresSurvived ?? null,
    };
  });
}

function difference(without: number | null | undefined, withPerson: number | null): number | null {
  return without == null || withPerson === null ? null : without - withPerson;
}

function curveFields(run: PlannerRun, mentions: Mentions) {
  const request = run.request as CurveRequest;
  const points = (run.result ?? []) as FoundPoint[];
  mentions.question(request.question);
  for (const { reason } of points) mentions.skill(...(reason?.skills ?? []));
  const told = points.map((point) => ({
    ...point,
    reason: structuredClone(point.reason) as unknown as PlanResultView['reason'],
    affordable: point.affordable === null ? null : [...point.affordable],
  }));
  return { kind: 'curve' as const, request, points: told };
}

function comparisonFields(run: PlannerRun, mentions: Mentions, { programme }: RunReader) {
  const request = run.request as CompareRequest;
  const found = (run.result ?? []) as FoundScenario[];
  const base = found[0]?.standing;
  for (const { changes } of request.scenarios) mentions.changes(changes);
  mentions.question(request.repair ?? {});
  const scenarios = found.map(({ name, changes, standing, repair }): ScenarioResult => {
    if (repair !== null) mentions.plan(repair.plan);
    const told = repair === null ? null : resultView(repair, request.repair ?? {}, programme);
    return {
      name,
      changes: structuredClone(changes) as ScenarioResult['changes'],
      competencies: competencyResults(programme, standing, base!),
      repair: told,
      warnings: told?.warnings ?? [],
    };
  });
  return { kind: 'comparison' as const, request, scenarios };
}

function candidateFields(run: PlannerRun, mentions: Mentions, { programme }: RunReader) {
  const request = run.request as CandidateRequest;
  const { question } = request;
  const found = run.result as FoundCandidates | null;
  mentions.question(question);
  request.candidates.forEach(({ name, skills }, place) => {
    mentions.joining(candidateId(place), name);
    mentions.skill(...skills);
  });
  const without = found?.without ?? null;
  if (without !== null) mentions.plan(without.plan);
  const candidates = (found?.candidates ?? []).map(({ name, skills, levelsGained, found: worth }) => {
    mentions.plan(worth.plan);
    const plan = resultView(worth, question, programme);
    return {
      name,
      skills: [...skills],
      levelsGained: levelsGained.map(({ competency, level }) => ({
        competency,
        name: programme.competencies.find(({ id }) => id === competency)!.name,
        level,
        levelName: programme.levels.find(({ id }) => id === level)!.name,
      })),
      plan,
      saved: difference(without?.plan.cost, worth.plan.cost),
      savedHours: difference(without?.plan.hours, worth.plan.hours),
      warnings: plan.warnings,
    };
  });
  return {
    kind: 'candidates' as const,
    request,
    without: without === null ? null : resultView(without, question, programme),
    candidates,
  };
}

function foundFields(run: PlannerRun, mentions: Mentions, reader: RunReader) {
  switch (run.kind) {
    case 'curve':
      return { ...curveFields(run, mentions), currency: (run.request as CurveRequest).question.currency };
    case 'comparison':
      return {
        ...comparisonFields(run, mentions, reader),
        currency: (run.request as CompareRequest).repair?.currency,
      };
    case 'candidates':
      return {
        ...candidateFields(run, mentions, reader),
        currency: (run.request as CandidateRequest).question.currency,
      };
    case 'plan':
      throw new Error('a plan is no study');
  }
}

export function studyView(run: PlannerRun, reader: RunReader): StudyView {
  const mentions = new Mentions();
  const { currency, ...found } = foundFields(run, mentions, reader);
  return {
    studyId: run.runId,
    createdAt: run.createdAt.toISOString(),
    createdBy: creatorName(run, reader),
    ...runFields(run),
    ...found,
    ...madeOf(run, currency, mentions, reader),
  };
}
