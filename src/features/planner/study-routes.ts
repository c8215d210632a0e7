import {
  CandidateRequestSchema,
  CompareRequestSchema,
  CurveRequestSchema,
  StudySchema,
  type StudyView,
} from '../../contract/plan-studies.ts';
import type { PlanQuestionView } from '../../contract/plans.ts';
import { type Answer, json, type Route, type RouteRequest, route } from '../../http/route.ts';
import type { TenantClaim } from '../../store/database.ts';
import { askToStop, type PlannerRun } from '../../store/planner-runs-store.ts';
import type { PlannerRunKind } from '../../store/planning-tables.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { askedRun, heldRun } from './asked-run.ts';
import { beginRun, isFinished } from './begin-run.ts';
import { checkChanges, checkQuestion, type QuestionGround } from './check-question.ts';
import { mayNames } from './plan-routes.ts';
import { readerOf, runNow, standingToday } from './read-run.ts';
import { studyView } from './study-view.ts';

const STUDIES = '/api/v1/partners/{partnerId}/plan-studies';
const READ = { kind: 'partner', abilities: ['plans'] } as const;
const MAKE = { kind: 'partner', abilities: ['make-plans'] } as const;

type Asked = RouteRequest<unknown, unknown>;

/** The three kinds differ in what they ask; how they are begun is the same. */
export function studyRoutes(services: Services): Route[] {
  const { database, now } = services;

  async function shown(request: Asked, claim: TenantClaim, run: PlannerRun): Promise<StudyView> {
    const answer = await standingToday(services, claim.partnerId, run.programme);
    return studyView(run, readerOf(answer, mayNames(request)));
  }

  async function groundOf(
    request: Asked,
    programmeId: string | undefined,
    day: string,
  ): Promise<QuestionGround> {
    const partnerId = askedPartner(request);
    const programme = await askedProgramme(services, partnerId, programmeId);
    const { facts } = await standingToday(services, partnerId, programme.id);
    const people = new Set((facts.people ?? []).map(({ id }) => id));
    return { programme, day, people, locale: request.locale };
  }

  async function begun(
    request: Asked,
    kind: Exclude<PlannerRunKind, 'plan'>,
    { programme, day }: QuestionGround,
    knownAt: string | null = null,
  ): Promise<Answer<StudyView>> {
    const claim = claimOf(request);
    const run = await beginRun(services, claim, request, {
      kind,
      programme: programme.id,
      name: null,
      kept: false,
      rerunOf: null,
      request: request.body,
      asOf: day,
      knownAt,
    });
    const body = await shown(request, claim, run);
    const location = `${STUDIES.replace('{partnerId}', claim.partnerId)}/${run.runId}`;
    return { kind: 'json', status: 202, body, headers: { location, 'operation-location': location } };
  }

  async function checkedGround(request: Asked, question: PlanQuestionView): Promise<QuestionGround> {
    const ground = await groundOf(request, question.programme, today(now()));
    checkQuestion(question, 'question', ground);
    return ground;
  }

  return [
    route({
      method: 'POST',
      path: `${STUDIES}/curve`,
      summary: 'What surviving departures costs, and what budgets suffice for',
      access: MAKE,
      body: CurveRequestSchema,
      response: StudySchema,
      status: 202,
      handle: async (request) => begun(request, 'curve', await checkedGround(request, request.body.question)),
    }),
    route({
      method: 'POST',
      path: `${STUDIES}/candidates`,
      summary: 'What somebody who might be hired is worth: levels gained, and what the plan costs less',
      access: MAKE,
      body: CandidateRequestSchema,
      response: StudySchema,
      status: 202,
      handle: async (request) =>
        begun(request, 'candidates', await checkedGround(request, request.body.question)),
    }),
    route({
      method: 'POST',
      path: `${STUDIES}/comparison`,
      summary: 'Scenarios side by side: every competency, what it bears, and what repairing costs',
      access: MAKE,
      body: CompareRequestSchema,
      response: StudySchema,
      status: 202,
      handle: async (request) => {
        const { asOf, knownAt = null, programme, scenarios, repair } = request.body;
        const ground = await groundOf(request, programme, asOf ?? today(now()));
        scenarios.forEach(({ changes }, index) => {
          checkChanges(changes, `scenarios[${index}].changes`, ground);
        });
        if (repair !== undefined) checkQuestion(repair, 'repair', ground);
        return begun(request, 'comparison', ground, knownAt);
      },
    }),
    route({
      method: 'GET',
      path: `${STUDIES}/{studyId}`,
      summary: 'A study: how far it is, and what it has found so far',
      access: READ,
      response: StudySchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const run = await database.readAsTenant(claim, (tx) =>
          askedRun(tx, request.params.studyId ?? '', 'study'),
        );
        return json(await shown(request, claim, run));
      },
    }),
    route({
      method: 'POST',
      path: `${STUDIES}/{studyId}/cancel`,
      summary: 'Stops a study; what it has found by then is told',
      access: MAKE,
      response: StudySchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const { runId } = await database.asTenant(claim, async (tx) => {
          const found = await heldRun(tx, request.params.studyId ?? '', 'study');
          if (!isFinished(found)) await askToStop(tx, found.runId);
          return found;
        });
        return json(await shown(request, claim, await runNow(services, claim, runId)));
      },
    }),
  ];
}
