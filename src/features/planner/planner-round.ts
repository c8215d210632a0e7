/** What is done again and again about plans, by every server of an installation. */
import type { TenantClaim } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { abandonedRuns, findRun, forgetOldRuns, type PlannerRun } from '../../store/planner-runs-store.ts';
import {
  type Assignment,
  assignmentsOf,
  changeAssignment,
  partnersWithOverdue,
} from '../../store/training-assignments-store.ts';
import { today } from '../shared/as-of.ts';
import { type NoticeDraft, raiseNotices } from '../shared/notices/raise-notices.ts';
import type { Services } from '../shared/services.ts';
import { assignmentViews } from './adoption-view.ts';
import { standingToday } from './read-run.ts';
import { workOnRun } from './run-work.ts';

const SYSTEM = { kind: 'system', name: 'planner' } as const;
const RUNS_AT_ONCE = 20;

/** Takes up what a server left in the middle, and forgets what nobody keeps. */
export async function plannerRound(services: Services, goesOn: () => boolean): Promise<void> {
  const left = await services.database.asNetwork({ actor: SYSTEM }, async (tx) => {
    await forgetOldRuns(tx);
    return abandonedRuns(tx, RUNS_AT_ONCE);
  });
  for (const job of left) {
    if (!goesOn()) return;
    await workOnRun(services, job);
  }
}

interface OverduePlan {
  readonly run: PlannerRun;
  readonly assignments: readonly Assignment[];
}

async function overdueOf(
  services: Services,
  claim: TenantClaim,
  day: string,
): Promise<readonly OverduePlan[]> {
  return services.database.readAsTenant(claim, async (tx) => {
    const overdue = (await assignmentsOf(tx)).filter(
      ({ dueOn, lateToldFor }) => dueOn < day && lateToldFor !== dueOn,
    );
    const plans: OverduePlan[] = [];
    for (const planId of new Set(overdue.map((each) => each.planId))) {
      const run = await findRun(tx, planId);
      if (run !== null) plans.push({ run, assignments: overdue.filter((each) => each.planId === planId) });
    }
    return plans;
  });
}

function draftsOf({ run }: OverduePlan, assignment: Assignment): readonly NoticeDraft[] {
  const { assignmentId, userId, managerId, skill, dueOn } = assignment;
  const content = {
    kind: 'training-late',
    programme: run.programme,
    planId: run.runId,
    person: userId,
    skill,
    dueOn,
  } as const;
  const key = `training-late ${assignmentId} ${dueOn}`;
  return [
    { content: { ...content, own: true }, key, userId },
    ...(managerId === null ? [] : [{ content: { ...content, own: false }, key, userId: managerId }]),
  ];
}

async function tellLate(services: Services, partnerId: PartnerId, day: string): Promise<void> {
  const claim = { partnerId, actor: SYSTEM };
  const plans = await overdueOf(services, claim, day);
  const drafts: NoticeDraft[] = [];
  for (const plan of plans) {
    const { facts, programme } = await standingToday(services, partnerId, plan.run.programme);
    const views = assignmentViews(plan.assignments, { facts, programme, today: day });
    plan.assignments.forEach((assignment, index) => {
      if (views[index]!.state === 'late') drafts.push(...draftsOf(plan, assignment));
    });
  }
  await services.database.asTenant(claim, async (tx) => {
    await raiseNotices(tx, drafts);
    for (const { assignmentId, dueOn } of plans.flatMap(({ assignments }) => assignments)) {
      await changeAssignment(tx, assignmentId, { late_told_for: dueOn });
    }
  });
}

/** Tells people, and whoever follows them, that a due day has passed: once for each due day. */
export async function lateTrainingRound(services: Services, goesOn: () => boolean): Promise<void> {
  const day = today(services.now());
  const partners = await services.database.asNetwork({ actor: SYSTEM }, (tx) => partnersWithOverdue(tx, day));
  for (const partnerId of partners) {
    if (!goesOn()) return;
    await tellLate(services, partnerId, day);
  }
}
