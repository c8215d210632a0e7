import type { OwnAssignments } from '../../contract/training-assignments.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findRun, type PlannerRun } from '../../store/planner-runs-store.ts';
import { assignmentsOf } from '../../store/training-assignments-store.ts';
import { assignmentViews } from './adoption-view.ts';
import { namedTargets, questionOf } from './plan-view.ts';
import { type PlannerServices, readerOf, standingToday } from './read-run.ts';
import { actorName, skillNamed } from './run-view.ts';

const FIRST = { late: 0, open: 1, done: 2, dropped: 3 } as const;

/** What a person is to achieve, with the reasons: late and open ones first, by due day. */
export async function ownAssignments(
  services: PlannerServices,
  { userId, partnerId }: { readonly userId: string; readonly partnerId: PartnerId },
): Promise<OwnAssignments> {
  const claim = { partnerId, actor: { kind: 'user', userId } } as const;
  const { assignments, runs } = await services.database.readAsTenant(claim, async (tx) => {
    const own = await assignmentsOf(tx, { userId });
    const found = new Map<string, PlannerRun>();
    for (const planId of new Set(own.map((each) => each.planId))) {
      const run = await findRun(tx, planId);
      if (run !== null) found.set(planId, run);
    }
    return { assignments: own, runs: found };
  });
  const value: OwnAssignments['value'] = [];
  for (const [planId, run] of runs) {
    const answer = await standingToday(services, partnerId, run.programme);
    const { facts, programme, asOf, partner } = answer;
    const reader = readerOf(answer, true);
    const own = assignments.filter((each) => each.planId === planId);
    const targets = namedTargets(programme, questionOf(run).targets).map(({ name, levelName }) => ({
      name,
      levelName,
    }));
    assignmentViews(own, { facts, programme, today: asOf.validAt }).forEach((view, index) => {
      const { person: _person, manager: _manager, cost: _cost, told: _told, ...told } = view;
      const { title, code } = skillNamed([programme], view.skill);
      const { assignedAt, assignedBy } = own[index]!;
      value.push({
        ...told,
        title,
        code,
        partner: { partnerId, name: partner.name },
        targets,
        assignedBy: actorName(assignedBy, reader),
        assignedAt: assignedAt.toISOString(),
      });
    });
  }
  const order = (each: OwnAssignments['value'][number]) => `${FIRST[each.state]} ${each.dueOn} ${each.title}`;
  return { value: value.sort((left, right) => (order(left) < order(right) ? -1 : 1)) };
}
