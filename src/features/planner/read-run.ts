/** A plan or study as somebody may read it now. */
import type { PlanView } from '../../contract/plans.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { findRun, type PlannerRun } from '../../store/planner-runs-store.ts';
import { assignmentsOf } from '../../store/training-assignments-store.ts';
import { today } from '../shared/as-of.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { Services } from '../shared/services.ts';
import { adoptionView } from './adoption-view.ts';
import { planView, questionOf } from './plan-view.ts';
import type { RunReader } from './run-view.ts';

export type PlannerServices = Pick<Services, 'database' | 'programmes' | 'programme' | 'answers' | 'now'>;

/** How a company stands today by the programme of a run; by the default one where it is not installed any more. */
export function standingToday(
  { answers, programmes, programme, now }: PlannerServices,
  partnerId: TenantClaim['partnerId'],
  programmeId: string,
): Promise<PartnerAnswer> {
  const asOf = { validAt: today(now()), knownAt: null };
  return answers.of(partnerId, programmes.get(programmeId) ?? programme, asOf);
}

export function readerOf(answer: PartnerAnswer, mayNames: boolean): RunReader {
  const { programme, directory, evidenceVersion } = answer;
  return { programme, directory, mayNames, factsVersion: evidenceVersion };
}

export async function plannedView(
  services: PlannerServices,
  claim: TenantClaim,
  run: PlannerRun,
  mayNames: boolean,
  inside?: TenantTransaction,
): Promise<PlanView> {
  const answer = await standingToday(services, claim.partnerId, run.programme);
  const reader = readerOf(answer, mayNames);
  const { adoptedAt } = run;
  if (adoptedAt === null) return planView(run, reader, null);
  const read = (tx: TenantTransaction) => assignmentsOf(tx, { planId: run.runId });
  const assignments = await (inside === undefined
    ? services.database.readAsTenant(claim, read)
    : read(inside));
  const { facts, programme, asOf } = answer;
  const now = { facts, programme, today: asOf.validAt };
  return planView(
    run,
    reader,
    adoptionView({ ...run, adoptedAt }, questionOf(run), assignments, now, reader),
  );
}

export async function runNow(
  services: PlannerServices,
  claim: TenantClaim,
  runId: string,
): Promise<PlannerRun> {
  const run = await services.database.readAsTenant(claim, (tx) => findRun(tx, runId));
  if (run === null) throw new Error(`the run ${runId} is gone`);
  return run;
}
