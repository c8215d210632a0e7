import { PlanSchema } from '../../contract/plans.ts';
import {
  AdoptPlanRequestSchema,
  AssignmentListSchema,
  AssignmentSchema,
  AssignmentsQuerySchema,
  type AssignmentView,
  ChangeAssignmentRequestSchema,
  OwnAssignmentsSchema,
} from '../../contract/training-assignments.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findRun, markDropped, type PlannerRun } from '../../store/planner-runs-store.ts';
import {
  type Assignment,
  assignmentsOf,
  changeAssignment,
  dropAssignments,
  findAssignment,
} from '../../store/training-assignments-store.ts';
import { today } from '../shared/as-of.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { ownPerson } from '../shared/own-person.ts';
import { nextPage } from '../shared/paging.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { adoptPlan } from './adopt-plan.ts';
import { assignmentViews } from './adoption-view.ts';
import { heldRun } from './asked-run.ts';
import { ownAssignments } from './own-assignments.ts';
import { mayNames, PLANS } from './plan-routes.ts';
import { plannedView, readerOf, runNow, standingToday } from './read-run.ts';
import { Mentions } from './run-view.ts';

const ASSIGNMENTS = '/api/v1/partners/{partnerId}/training-assignments';
const READ = { kind: 'partner', abilities: ['plans'] } as const;
const MAKE = { kind: 'partner', abilities: ['make-plans'] } as const;
const SHOWN = 100;

interface Followed {
  readonly run: PlannerRun;
  readonly assignments: readonly Assignment[];
}

/** By plan, because each is judged by its programme. */
async function byPlan(
  tx: TenantTransaction,
  assignments: readonly Assignment[],
): Promise<readonly Followed[]> {
  const ids = [...new Set(assignments.map(({ planId }) => planId))];
  const followed: Followed[] = [];
  for (const id of ids) {
    const run = await findRun(tx, id);
    if (run !== null) followed.push({ run, assignments: assignments.filter(({ planId }) => planId === id) });
  }
  return followed;
}

export function adoptionRoutes(services: Services): Route[] {
  const { database, now } = services;

  async function viewsOf(
    partnerId: ReturnType<typeof claimOf>['partnerId'],
    followed: readonly Followed[],
  ): Promise<readonly AssignmentView[]> {
    const views: AssignmentView[] = [];
    for (const { run, assignments } of followed) {
      const { facts, programme, asOf } = await standingToday(services, partnerId, run.programme);
      views.push(...assignmentViews(assignments, { facts, programme, today: asOf.validAt }));
    }
    return views.sort((left, right) => (left.dueOn < right.dueOn ? -1 : Number(left.dueOn > right.dueOn)));
  }

  return [
    route({
      method: 'POST',
      path: `${PLANS}/{planId}/adopt`,
      summary:
        'Has a plan carried out: everybody in it is assigned what to achieve by when, and told by e-mail',
      access: MAKE,
      body: AdoptPlanRequestSchema,
      response: PlanSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const { kept } = await database.asTenant(claim, (tx) =>
          repeatable(tx, request, async () => {
            const run = await heldRun(tx, request.params.planId ?? '', 'plan');
            await adoptPlan(services, tx, run, request.body);
            return { planId: run.runId };
          }),
        );
        const run = await runNow(services, claim, kept.planId);
        return json(await plannedView(services, claim, run, mayNames(request)));
      },
    }),
    route({
      method: 'POST',
      path: `${PLANS}/{planId}/drop`,
      summary: 'Gives a plan up: nobody expects any more what is still open of it',
      access: MAKE,
      response: PlanSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const planId = await database.asTenant(claim, async (tx) => {
          const run = await heldRun(tx, request.params.planId ?? '', 'plan');
          if (run.adoptedAt === null || run.endedAt !== null) {
            throw conflict('plan-not-adopted', 'The plan is not being carried out.');
          }
          const assignments = await assignmentsOf(tx, { planId: run.runId });
          const { facts, programme, asOf } = await standingToday(services, claim.partnerId, run.programme);
          const done = assignmentViews(assignments, { facts, programme, today: asOf.validAt }).filter(
            ({ state }) => state === 'done',
          );
          await dropAssignments(
            tx,
            run.runId,
            done.map(({ assignmentId }) => assignmentId),
          );
          await markDropped(tx, run.runId);
          const details = { dropped: assignments.length - done.length };
          await recordAudit(tx, { action: 'plan.dropped', subject: `plan:${run.runId}`, details });
          return run.runId;
        });
        const run = await runNow(services, claim, planId);
        return json(await plannedView(services, claim, run, mayNames(request)));
      },
    }),
    route({
      method: 'GET',
      path: ASSIGNMENTS,
      summary: 'What people are to achieve by when, of all plans that are carried out, by due day',
      access: READ,
      query: AssignmentsQuerySchema,
      response: AssignmentListSchema,
      handle: async (request) => {
        const { state, person, top = SHOWN, skip = 0 } = request.query;
        const claim = claimOf(request);
        if (person !== undefined && !isUuid(person))
          return json({ value: [], count: 0, people: {}, skills: {} });
        const followed = await database.readAsTenant(claim, async (tx) =>
          byPlan(tx, await assignmentsOf(tx, person === undefined ? {} : { userId: person })),
        );
        const all = (await viewsOf(claim.partnerId, followed)).filter(
          (view) => state === undefined || view.state === state,
        );
        const value = all.slice(skip, skip + top);
        const mentions = new Mentions();
        for (const view of value) {
          mentions.person(view.person, ...(view.manager === null ? [] : [view.manager]));
          mentions.skill(view.skill);
        }
        const [programme] = await services.programmesOf(claim.partnerId);
        const answer = await standingToday(services, claim.partnerId, programme.programme.id);
        return json({
          value,
          nextLink: skip + top < all.length ? nextPage(request.url, skip + top, top) : null,
          count: all.length,
          people: mentions.namedPeople(readerOf(answer, mayNames(request))),
          skills: mentions.namedSkills([...services.programmes.values()]),
        });
      },
    }),
    route({
      method: 'PATCH',
      path: `${ASSIGNMENTS}/{assignmentId}`,
      summary: 'Gives an assignment another due day, or drops it',
      access: MAKE,
      body: ChangeAssignmentRequestSchema,
      response: AssignmentSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const assignmentId = request.params.assignmentId ?? '';
        const { dueOn, dropped } = request.body;
        const followed = await database.asTenant(claim, async (tx) => {
          const found = isUuid(assignmentId) ? await findAssignment(tx, assignmentId) : null;
          if (found === null) throw notFound('assignment-not-found', 'There is no such assignment.');
          if (found.droppedAt !== null) throw conflict('assignment-dropped', 'The assignment was dropped.');
          if (dueOn !== undefined && dueOn < today(now())) {
            throw conflict('due-day-past', 'A due day lies before today.', {
              detail: 'The assignment stays as it was. Choose a day from today on.',
            });
          }
          await changeAssignment(tx, assignmentId, {
            ...(dueOn === undefined ? {} : { due_on: dueOn }),
            ...(dropped === undefined ? {} : { dropped_at: tx.now }),
          });
          await recordAudit(tx, {
            action: 'assignment.changed',
            subject: `user:${found.userId}`,
            details: { plan: found.planId, skill: found.skill, before: found.dueOn, ...request.body },
          });
          return byPlan(tx, [
            { ...found, dueOn: dueOn ?? found.dueOn, droppedAt: dropped === undefined ? null : tx.now },
          ]);
        });
        return json((await viewsOf(claim.partnerId, followed))[0]!);
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/me/training-assignments',
      summary: 'What the signed-in person is to achieve, by when and why',
      access: { kind: 'ability', ability: 'own-profile' },
      response: OwnAssignmentsSchema,
      handle: async (request) => json(await ownAssignments(services, ownPerson(callerOf(request)))),
    }),
  ];
}
