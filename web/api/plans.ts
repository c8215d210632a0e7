import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CandidateRequest,
  CompareRequest,
  CurveRequest,
  StudyView,
} from '../../src/contract/plan-studies.ts';
import type { MakePlanRequest, PlanList, PlanView, RunState } from '../../src/contract/plans.ts';
import type { OwnAssignments } from '../../src/contract/training-assignments.ts';
import { getJson, getLink, sendJson } from './client.ts';

/** How often a page asks how far a plan is, in ms. */
const FOLLOWED_EVERY = 400;

export const isUnderWay = (state: RunState | undefined): boolean => state === 'queued' || state === 'running';

export const plansPath = (partner: string) => `/partners/${partner}/plans`;
export const planPath = (partner: string, planId: string) =>
  `${plansPath(partner)}/${encodeURIComponent(planId)}`;
const studiesPath = (partner: string) => `/partners/${partner}/plan-studies`;
export const studyPath = (partner: string, studyId: string) =>
  `${studiesPath(partner)}/${encodeURIComponent(studyId)}`;

/** Has a plan made; the same request is answered by the same plan while the page is open. */
export function madePlanQuery(partner: string, request: MakePlanRequest) {
  return queryOptions({
    queryKey: ['partner', partner, 'plan made', request],
    staleTime: 10 * 60_000,
    retry: false,
    queryFn: () => sendJson<PlanView>('POST', plansPath(partner), request),
  });
}

/** A plan, followed while it is being made. */
export function planQuery(partner: string, planId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'plan', planId],
    queryFn: ({ signal }) => getJson<PlanView>(planPath(partner, planId), {}, signal),
    refetchInterval: ({ state: { data } }) => (isUnderWay(data?.state) ? FOLLOWED_EVERY : false),
  });
}

export type ShownPlans = 'all' | 'adopted' | 'open';

export function plansQuery(partner: string, show: ShownPlans, programme: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['partner', partner, 'plans', show, programme],
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }: PlanList) => nextLink ?? null,
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<PlanList>(plansPath(partner), { show, programme, top: 50 }, signal)
        : getLink<PlanList>(pageParam, signal),
  });
}

export type StudyKind = StudyView['kind'];
interface StudyRequests {
  readonly curve: CurveRequest;
  readonly comparison: CompareRequest;
  readonly candidates: CandidateRequest;
}
export type StudyOf<Kind extends StudyKind> = Extract<StudyView, { kind: Kind }>;

const STUDY_PATHS: Readonly<Record<StudyKind, string>> = {
  curve: 'curve',
  comparison: 'comparison',
  candidates: 'candidates',
};

/** Begins a study; what it has found so far is read by `studyQuery`. */
export function startedStudyQuery<Kind extends StudyKind>(
  partner: string,
  kind: Kind,
  request: StudyRequests[Kind],
) {
  return queryOptions({
    queryKey: ['partner', partner, 'study begun', kind, request],
    staleTime: 10 * 60_000,
    retry: false,
    queryFn: () => sendJson<StudyOf<Kind>>('POST', `${studiesPath(partner)}/${STUDY_PATHS[kind]}`, request),
  });
}

export function studyQuery<Kind extends StudyKind>(partner: string, studyId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'study', studyId],
    queryFn: ({ signal }) => getJson<StudyOf<Kind>>(studyPath(partner, studyId), {}, signal),
    refetchInterval: ({ state: { data } }) => (isUnderWay(data?.state) ? FOLLOWED_EVERY : false),
  });
}

export const ownAssignmentsQuery = queryOptions({
  queryKey: ['me', 'assignments'],
  queryFn: ({ signal }) => getJson<OwnAssignments>('/me/training-assignments', {}, signal),
});
