import type { TenantClaim } from '../../../src/store/database.ts';
import { addRun } from '../../../src/store/planner-runs-store.ts';
import { assign, assignmentsOf } from '../../../src/store/training-assignments-store.ts';
import type { DemoServer } from '../../support/demo-server.ts';
import { waitingRun } from '../../support/waiting-run.ts';

/** A plan, a study and an assignment of a company. */
export function plannedThings({ services }: DemoServer, claim: TenantClaim, userId: string) {
  return services.database.asTenant(claim, async (tx) => {
    const planId = await addRun(tx, { ...waitingRun('plan'), kept: true });
    const studyId = await addRun(tx, waitingRun('curve'));
    const assigned = { skill: 'exam:70-761', renewal: false, cost: 0, hours: 0, dueOn: '2026-12-31' };
    await assign(tx, planId, [{ ...assigned, userId, managerId: null }]);
    return { planId, studyId, assignmentId: (await assignmentsOf(tx))[0]!.assignmentId };
  });
}
