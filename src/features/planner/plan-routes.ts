import {
  MakePlanRequestSchema,
  NextBestQuerySchema,
  NextBestSchema,
  PlanFileQuerySchema,
  PlanListSchema,
  PlanSchema,
  PlansQuerySchema,
  type PlanView,
  RerunPlanRequestSchema,
} from '../../contract/plans.ts';
import { conflict } from '../../http/problem.ts';
import { type Answer, callerOf, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import {
  askToStop,
  countPlans,
  deleteRun,
  listPlans,
  type NewPlannerRun,
} from '../../store/planner-runs-store.ts';
import { assignmentsOfPlans } from '../../store/training-assignments-store.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { REPORT_MEDIA_TYPES } from '../shared/report-file.ts';
import type { Services } from '../shared/services.ts';
import { assignmentViews, countsOf } from './adoption-view.ts';
import { askedRun, heldRun, planOfRun } from './asked-run.ts';
import { beginRun, isFinished } from './begin-run.ts';
import { checkQuestion } from './check-question.ts';
import { nextBest } from './next-best.ts';
import { planFile } from './plan-file.ts';
import { planSummary } from './plan-view.ts';
import { plannedView, readerOf, runNow, standingToday } from './read-run.ts';
import { actorName } from './run-view.ts';

export const PLANS = '/api/v1/partners/{partnerId}/plans';
const READ = { kind: 'partner', abilities: ['plans'] } as const;
const MAKE = { kind: 'partner', abilities: ['make-plans'] } as const;
const SHOWN = 50;

type Asked = RouteRequest<unknown, unknown>;

export function mayNames(request: Asked): boolean {
  return callerOf(request).abilities.has('personal-data');
}

export function planRoutes(services: Services): Route[] {
  const { database, now } = services;

  const shown = async (request: Asked, planId: string): Promise<PlanView> => {
    const claim = claimOf(request);
    return plannedView(services, claim, await runNow(services, claim, planId), mayNames(request));
  };

  /** Where it can be followed; what is finished within a moment is told at once. */
  async function begun(request: Asked, run: NewPlannerRun): Promise<Answer<PlanView>> {
    const claim = claimOf(request);
    const made = await beginRun(services, claim, request, run);
    const body = await plannedView(services, claim, made, mayNames(request));
    const place = PLANS.replace('{partnerId}', claim.partnerId);
    const location = `${place}/${made.runId}`;
    return { kind: 'json', status: 202, body, headers: { location, 'operation-location': location } };
  }

  return [
    route({
      method: 'POST',
      path: PLANS,
      summary: 'The cheapest way to meet levels by a day: who achieves what, and where it can be followed',
      access: MAKE,
      body: MakePlanRequestSchema,
      response: PlanSchema,
      status: 202,
      handle: async (request) => {
        const { question, name = null, keep = true } = request.body;
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, question.programme);
        const { facts } = await standingToday(services, partnerId, programme.id);
        const people = new Set((facts.people ?? []).map(({ id }) => id));
        const day = today(now());
        checkQuestion(question, 'question', { programme, day, people, locale: request.locale });
        return begun(request, {
          kind: 'plan',
          programme: programme.id,
          name,
          kept: keep,
          rerunOf: null,
          request: request.body,
          asOf: day,
          knownAt: null,
        });
      },
    }),
    route({
      method: 'GET',
      path: PLANS,
      summary: 'Plans that are kept or carried out, the newest first',
      access: READ,
      query: PlansQuerySchema,
      response: PlanListSchema,
      handle: async (request) => {
        const { show = 'all', programme: asked, top = SHOWN, skip = 0 } = request.query;
        const claim = claimOf(request);
        const page = { show, programme: asked ?? null, top, skip };
        const { runs, count, assignments } = await database.readAsTenant(claim, async (tx) => {
          const found = await listPlans(tx, page);
          const adopted = found.filter(({ adoptedAt }) => adoptedAt !== null).map(({ runId }) => runId);
          return {
            runs: found,
            count: await countPlans(tx, page),
            assignments: await assignmentsOfPlans(tx, adopted),
          };
        });
        const value = [];
        for (const run of runs) {
          const answer = await standingToday(services, claim.partnerId, run.programme);
          const reader = readerOf(answer, mayNames(request));
          const own = assignments.filter(({ planId }) => planId === run.runId);
          const { facts, programme, asOf } = answer;
          const adoption =
            run.adoptedAt === null
              ? null
              : {
                  at: run.adoptedAt.toISOString(),
                  by: run.adoptedBy === null ? null : actorName(run.adoptedBy, reader),
                  endedAt: run.endedAt?.toISOString() ?? null,
                  counts: countsOf(assignmentViews(own, { facts, programme, today: asOf.validAt })),
                };
          value.push(planSummary(run, reader, adoption));
        }
        const nextLink = skip + top < count ? nextPage(request.url, skip + top, top) : null;
        return json({ value, nextLink, count });
      },
    }),
    route({
      method: 'GET',
      path: `${PLANS}/{planId}`,
      summary: 'A plan: how far it is, what was asked, what was found, and what has become of it',
      access: READ,
      response: PlanSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const run = await database.readAsTenant(claim, (tx) =>
          askedRun(tx, request.params.planId ?? '', 'plan'),
        );
        return json(await plannedView(services, claim, run, mayNames(request)));
      },
    }),
    route({
      method: 'POST',
      path: `${PLANS}/{planId}/cancel`,
      summary: 'Stops the making of a plan; the best that was found by then is told',
      access: MAKE,
      response: PlanSchema,
      handle: async (request) => {
        const run = await database.asTenant(claimOf(request), async (tx) => {
          const found = await heldRun(tx, request.params.planId ?? '', 'plan');
          if (!isFinished(found)) await askToStop(tx, found.runId);
          return found;
        });
        return json(await shown(request, run.runId));
      },
    }),
    route({
      method: 'POST',
      path: `${PLANS}/{planId}/rerun`,
      summary: 'Asks the question of a plan again, of the facts and rules of today',
      access: MAKE,
      body: RerunPlanRequestSchema,
      response: PlanSchema,
      status: 202,
      handle: async (request) => {
        const claim = claimOf(request);
        const run = await database.readAsTenant(claim, (tx) =>
          askedRun(tx, request.params.planId ?? '', 'plan'),
        );
        const before = MakePlanRequestSchema.parse(run.request);
        const seconds = request.body.seconds ?? before.seconds;
        const { programme, name, kept } = run;
        const answer = await standingToday(services, claim.partnerId, programme);
        const people = new Set((answer.facts.people ?? []).map(({ id }) => id));
        const day = today(now());
        const { locale } = request;
        checkQuestion(before.question, 'question', { programme: answer.programme, day, people, locale });
        return begun(request, {
          kind: 'plan',
          programme,
          name,
          kept,
          rerunOf: run.runId,
          request: { ...before, ...(seconds === undefined ? {} : { seconds }) },
          asOf: day,
          knownAt: null,
        });
      },
    }),
    route({
      method: 'DELETE',
      path: `${PLANS}/{planId}`,
      summary: 'Deletes a plan that nobody has adopted',
      access: MAKE,
      handle: async (request) => {
        await database.asTenant(claimOf(request), async (tx) => {
          const run = await heldRun(tx, request.params.planId ?? '', 'plan');
          if (run.adoptedAt !== null) {
            throw conflict('plan-adopted', 'A plan that was adopted is kept.', {
              detail: 'What is still open of it can be dropped.',
            });
          }
          await deleteRun(tx, run.runId);
          await recordAudit(tx, { action: 'plan.deleted', subject: `plan:${run.runId}`, details: {} });
        });
        return { kind: 'empty' };
      },
    }),
    route({
      method: 'GET',
      path: `${PLANS}/{planId}/next-best`,
      summary: 'What a plan without one of its actions costs more, and who would do instead',
      access: READ,
      query: NextBestQuerySchema,
      response: NextBestSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const run = await database.readAsTenant(claim, (tx) =>
          askedRun(tx, request.params.planId ?? '', 'plan'),
        );
        const answer = await standingToday(services, claim.partnerId, run.programme);
        return json(await nextBest(services, run, answer, request.query));
      },
    }),
    route({
      method: 'GET',
      path: `${PLANS}/{planId}/file`,
      summary: 'A plan as a workbook, as delimited text or as a document to print',
      access: READ,
      query: PlanFileQuerySchema,
      files: [...REPORT_MEDIA_TYPES, 'application/pdf'],
      handle: async (request) => {
        const claim = claimOf(request);
        const { format, lang } = request.query;
        const run = await database.asTenant(claim, async (tx) => {
          const found = await askedRun(tx, request.params.planId ?? '', 'plan');
          planOfRun(found);
          const details = { format, actions: planOfRun(found).actions.length };
          await recordAudit(tx, { action: 'plan.downloaded', subject: `plan:${found.runId}`, details });
          return found;
        });
        const view = await plannedView(services, claim, run, mayNames(request));
        const answer = await standingToday(services, claim.partnerId, run.programme);
        const caller = callerOf(request);
        const locale = lang ?? caller.locale;
        return { kind: 'file', ...(await planFile(view, answer, { format, locale, caller, at: now() })) };
      },
    }),
  ];
}
