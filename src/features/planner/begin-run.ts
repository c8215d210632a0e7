/** Takes a question, has it worked on, and waits a moment for an answer that comes soon. */
import { setTimeout as pause } from 'node:timers/promises';
import { HttpProblem } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim } from '../../store/database.ts';
import {
  addRun,
  countUnfinished,
  type NewPlannerRun,
  type PlannerRun,
} from '../../store/planner-runs-store.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { runNow } from './read-run.ts';
import { workOnRun } from './run-work.ts';

/** Whoever asks waits so long for the answer itself. */
const WAITED_MS = 1_000;
/** Questions of one company that are not answered yet. */
const MOST_UNFINISHED = 20;

type Asked = Parameters<typeof repeatable>[1];

export async function beginRun(
  services: Services,
  claim: TenantClaim,
  asked: Asked,
  run: NewPlannerRun,
): Promise<PlannerRun> {
  const { kept } = await services.database.asTenant(claim, (tx) =>
    repeatable(tx, asked, async () => {
      if ((await countUnfinished(tx)) >= MOST_UNFINISHED) {
        throw new HttpProblem(
          429,
          'too-many-plans',
          'Many plans of the company are being made.',
          { detail: 'Nothing was asked. Wait until some are ready, or stop them.' },
          { 'retry-after': '5' },
        );
      }
      const runId = await addRun(tx, run);
      if (run.kind === 'plan' && run.kept) {
        const details = { programme: run.programme, rerunOf: run.rerunOf };
        await recordAudit(tx, { action: 'plan.made', subject: `plan:${runId}`, details });
      }
      return { runId };
    }),
  );
  const { runId } = kept;
  // What fails here is taken up again by the round of plans.
  const work = workOnRun(services, { partnerId: claim.partnerId, runId }).catch(() => {});
  const waiting = new AbortController();
  const enough = pause(WAITED_MS, undefined, { signal: waiting.signal }).catch(() => {});
  await Promise.race([work, enough]);
  waiting.abort();
  return runNow(services, claim, runId);
}

export function isFinished({ state }: Pick<PlannerRun, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}
