import { conflict, notFound } from '../../http/problem.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findRun, holdRun, type PlannerRun } from '../../store/planner-runs-store.ts';
import { isUuid } from '../shared/uuid-param.ts';
import type { FoundPlan } from './plan-run.ts';

type Kind = 'plan' | 'study';

function ofKind(run: PlannerRun | null, kind: Kind): PlannerRun {
  if (run === null || (run.kind === 'plan') !== (kind === 'plan')) {
    throw notFound(`${kind}-not-found`, 'There is no such plan or study.');
  }
  return run;
}

export async function askedRun(tx: TenantTransaction, id: string, kind: Kind): Promise<PlannerRun> {
  return ofKind(isUuid(id) ? await findRun(tx, id) : null, kind);
}

/** The same, which nobody else changes until the transaction ends. */
export async function heldRun(tx: TenantTransaction, id: string, kind: Kind): Promise<PlannerRun> {
  return ofKind(isUuid(id) ? await holdRun(tx, id) : null, kind);
}

/** @throws when there is nothing to carry out */
export function planOfRun(run: PlannerRun): FoundPlan['plan'] {
  const found = run.result as FoundPlan | null;
  if (run.state === 'queued' || run.state === 'running') {
    throw conflict('plan-not-ready', 'The plan is still being made.', {
      detail: 'Wait until it is ready, or stop it.',
    });
  }
  if (found === null || found.plan.status === 'infeasible') {
    throw conflict('no-plan', 'There is no plan to carry out.', {
      detail: 'Change the question, and plan again.',
    });
  }
  return found.plan;
}
