import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  AssociationProofView,
  EndingEffect,
  UserAssociations,
} from '../../src/contract/associations.ts';
import type { ProgrammeSummary, ProgrammeView } from '../../src/contract/catalogue.ts';
import type { CompetencyDetail, CompetencyList, Overview } from '../../src/contract/competencies.ts';
import type { DeparturePreview } from '../../src/contract/departures.ts';
import type { Exemptions } from '../../src/contract/exemptions.ts';
import type { IdentityProviderList } from '../../src/contract/identity-providers.ts';
import type { ImportListSchema, ImportRowsSchema, ImportRun } from '../../src/contract/imports.ts';
import type {
  MembershipPolicyView,
  Memberships,
  PendingPayments,
  TransferReturns,
} from '../../src/contract/memberships.ts';
import type { LearningAccountListSchema, OwnSkills } from '../../src/contract/profile.ts';
import type { Provisioning } from '../../src/contract/provisioning.ts';
import type { Risk } from '../../src/contract/risk.ts';
import type { RiskRanking } from '../../src/contract/risk-ranking.ts';
import type { Me, PartnerProgrammeView, PartnerSummary, SignInSettings } from '../../src/contract/session.ts';
import type { Security } from '../../src/contract/sign-in.ts';
import type { RecordWay } from '../../src/contract/skills-report.ts';
import type { DepartureEffect, LocationList, RoleHoldersSchema, User } from '../../src/contract/users.ts';
import { getJson, getLink, getTagged, rememberCsrfToken } from './client.ts';

/** The two times of a question, as they stand in the address of the page. */
export interface AsOfParameters {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

export interface SearchAnswer {
  people: { userId: string; label: string; email: string | null }[];
  skills: { id: string; title: string }[];
}

type RoleHolders = z.infer<typeof RoleHoldersSchema>;
type LearningAccounts = z.infer<typeof LearningAccountListSchema>;
type ImportList = z.infer<typeof ImportListSchema>;
type ImportRows = z.infer<typeof ImportRowsSchema>;

/** A question about a company: the programme as well, where the address of the page names one. */
export interface AnswerParameters extends AsOfParameters {
  readonly programme?: string | undefined;
}

const timesOf = (times: AsOfParameters) => ({ asOf: times.asOf, knownAt: times.knownAt });
const questionOf = (asked: AnswerParameters) => ({ ...timesOf(asked), programme: asked.programme });

export const meQuery = queryOptions({
  queryKey: ['me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }) => {
    const me = await getJson<Me>('/me', {}, signal);
    rememberCsrfToken(me.csrfToken);
    return me;
  },
});

export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  staleTime: 5 * 60_000,
  queryFn: ({ signal }) => getJson<{ value: PartnerSummary[] }>('/partners', {}, signal),
});

export function overviewQuery(partner: string, asked: AnswerParameters) {
  return queryOptions({
    queryKey: ['partner', partner, 'overview', questionOf(asked)],
    queryFn: ({ signal }) => getJson<Overview>(`/partners/${partner}/overview`, questionOf(asked), signal),
  });
}

export function competenciesQuery(partner: string, asked: AnswerParameters) {
  return queryOptions({
    queryKey: ['partner', partner, 'competencies', questionOf(asked)],
    queryFn: ({ signal }) =>
      getJson<CompetencyList>(`/partners/${partner}/competencies`, questionOf(asked), signal),
  });
}

export function competencyQuery(partner: string, competency: string, asked: AnswerParameters) {
  const path = `/partners/${partner}/competencies/${encodeURIComponent(competency)}`;
  return queryOptions({
    queryKey: ['partner', partner, 'competency', competency, questionOf(asked)],
    queryFn: ({ signal }) => getJson<CompetencyDetail>(path, questionOf(asked), signal),
  });
}

export function membershipsQuery(partner: string, asked: AnswerParameters) {
  return queryOptions({
    queryKey: ['partner', partner, 'memberships', questionOf(asked)],
    queryFn: ({ signal }) =>
      getJson<Memberships>(`/partners/${partner}/memberships`, questionOf(asked), signal),
  });
}

/** What a programme sells; it changes with the catalogue alone. */
export function membershipPolicyQuery(programme: string) {
  return queryOptions({
    queryKey: ['programme', programme, 'membership'],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => getJson<MembershipPolicyView>(`/programmes/${programme}/membership`, {}, signal),
  });
}

export const pendingPaymentsQuery = queryOptions({
  queryKey: ['pending-payments'],
  queryFn: ({ signal }) => getJson<PendingPayments>('/pending-payments', {}, signal),
});

export const transferReturnsQuery = queryOptions({
  queryKey: ['transfer-returns'],
  queryFn: ({ signal }) => getJson<TransferReturns>('/transfer-returns', {}, signal),
});

/** Levels that a company holds, or held, by exemption. */
export function exemptionsQuery(partner: string, programme: string | undefined) {
  return queryOptions({
    queryKey: ['partner', partner, 'exemptions', programme],
    queryFn: ({ signal }) => getJson<Exemptions>(`/partners/${partner}/exemptions`, { programme }, signal),
  });
}

/** @param until the last day that is looked at */
export function riskQuery(partner: string, asked: AnswerParameters, until: string) {
  const question = { ...questionOf(asked), until };
  return queryOptions({
    queryKey: ['partner', partner, 'risk', question],
    queryFn: ({ signal }) => getJson<Risk>(`/partners/${partner}/risk`, question, signal),
  });
}

export function riskRankingQuery(partner: string, asked: AnswerParameters) {
  const question = questionOf(asked);
  return queryOptions({
    queryKey: ['partner', partner, 'risk-ranking', question],
    queryFn: ({ signal }) => getJson<RiskRanking>(`/partners/${partner}/risk-ranking`, question, signal),
  });
}

export const programmesQuery = queryOptions({
  queryKey: ['programmes'],
  staleTime: 10 * 60_000,
  queryFn: ({ signal }) => getJson<{ value: ProgrammeSummary[] }>('/programmes', {}, signal),
});

/** The programmes in which a company takes part. */
export function partnerProgrammesQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'programmes'],
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      getJson<{ value: PartnerProgrammeView[] }>(`/partners/${partner}/programmes`, {}, signal),
  });
}

export function programmeQuery(programme: string, asOf?: string) {
  return queryOptions({
    queryKey: ['programme', programme, asOf],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) => getJson<ProgrammeView>(`/programmes/${programme}`, { asOf }, signal),
  });
}

export function recordWayQuery(path: string, asked: AnswerParameters) {
  return queryOptions({
    queryKey: ['record-way', path, questionOf(asked)],
    queryFn: ({ signal }) => getJson<RecordWay>(path, questionOf(asked), signal),
  });
}

export function rolesQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'roles'],
    queryFn: ({ signal }) => getJson<RoleHolders>(`/partners/${partner}/roles`, {}, signal),
  });
}

/** One user with the name of the state in which he or she was read. */
export function userQuery(partner: string, userId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'user', userId],
    queryFn: ({ signal }) =>
      getTagged<User>(`/partners/${partner}/users/${encodeURIComponent(userId)}`, signal),
  });
}

export function departureEffectQuery(partner: string, userId: string, on: string) {
  const path = `/partners/${partner}/users/${encodeURIComponent(userId)}/departure-effect`;
  return queryOptions({
    queryKey: ['partner', partner, 'departure-effect', userId, on],
    queryFn: ({ signal }) => getJson<DepartureEffect>(path, { on }, signal),
  });
}

/** @param people ids with commas between them */
export function departurePreviewQuery(partner: string, people: string, on: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'departures', people, on],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      getJson<DeparturePreview>(`/partners/${partner}/departures`, { people, on }, signal),
  });
}

export function locationsQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'locations'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => getJson<LocationList>(`/partners/${partner}/locations`, {}, signal),
  });
}

export function signInSettingsQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'sign-in-settings'],
    queryFn: ({ signal }) => getJson<SignInSettings>(`/partners/${partner}/sign-in-settings`, {}, signal),
  });
}

export function identityProvidersQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'identity-providers'],
    queryFn: ({ signal }) =>
      getJson<IdentityProviderList>(`/partners/${partner}/identity-providers`, {}, signal),
  });
}

export function provisioningQuery(partner: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'provisioning'],
    queryFn: ({ signal }) => getJson<Provisioning>(`/partners/${partner}/provisioning`, {}, signal),
  });
}

export function learningAccountsQuery(times: AsOfParameters) {
  return queryOptions({
    queryKey: ['me', 'learning-accounts', timesOf(times)],
    queryFn: ({ signal }) => getJson<LearningAccounts>('/me/learning-accounts', timesOf(times), signal),
  });
}

export function associationProofQuery(proofId: string) {
  return queryOptions({
    queryKey: ['me', 'association-proof', proofId],
    queryFn: ({ signal }) =>
      getJson<AssociationProofView>(`/me/association-proofs/${encodeURIComponent(proofId)}`, {}, signal),
    retry: false,
  });
}

export function userAssociationsQuery(partner: string, userId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'user-associations', userId],
    queryFn: ({ signal }) =>
      getJson<UserAssociations>(`/partners/${partner}/users/${userId}/associations`, {}, signal),
  });
}

export function userEndingEffectQuery(partner: string, userId: string, associationId: string) {
  const path = `/partners/${partner}/users/${userId}/associations/${associationId}/ending-effect`;
  return queryOptions({
    queryKey: ['partner', partner, 'user-ending-effect', userId, associationId],
    queryFn: ({ signal }) => getJson<EndingEffect>(path, {}, signal),
    staleTime: 0,
    // After the end there is nothing left to ask about.
    retry: false,
  });
}

export function endingEffectQuery(associationId: string) {
  return queryOptions({
    queryKey: ['me', 'ending-effect', associationId],
    queryFn: ({ signal }) =>
      getJson<EndingEffect>(`/me/associations/${associationId}/ending-effect`, {}, signal),
    // Shown before an act: it must be that of this moment.
    staleTime: 0,
  });
}

export function ownSkillsQuery(times: AsOfParameters) {
  return queryOptions({
    queryKey: ['me', 'skills', timesOf(times)],
    queryFn: ({ signal }) => getJson<OwnSkills>('/me/skills', timesOf(times), signal),
  });
}

/** Page after page, as the reader asks for older ones. */
export function importsQuery(partner: string) {
  return infiniteQueryOptions({
    queryKey: ['partner', partner, 'imports'],
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }: ImportList) => nextLink ?? null,
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<ImportList>(`/partners/${partner}/imports`, {}, signal)
        : getLink<ImportList>(pageParam, signal),
  });
}

/** A small file is done in a moment: the first answers are asked for sooner than those of a long run. */
const FIRST_ASKS = 12;

/** Asked again while the server is working on it. */
export function importRunQuery(partner: string, importId: string) {
  return queryOptions({
    queryKey: ['partner', partner, 'import', importId],
    queryFn: ({ signal }) => getJson<ImportRun>(`/partners/${partner}/imports/${importId}`, {}, signal),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      if (state !== 'checking' && state !== 'applying') return false;
      return query.state.dataUpdateCount < FIRST_ASKS ? 200 : 1_000;
    },
  });
}

export function importRowsQuery(partner: string, run: ImportRun, result: string, skip: number, top: number) {
  const path = `/partners/${partner}/imports/${run.importId}/rows`;
  return queryOptions({
    queryKey: ['partner', partner, 'import', run.importId, 'rows', run.state, run.mapping, result, skip, top],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => getJson<ImportRows>(path, { result, skip, top }, signal),
  });
}

export function searchQuery(partner: string, text: string, programme: string | undefined) {
  return queryOptions({
    queryKey: ['partner', partner, 'search', text, programme],
    placeholderData: keepPreviousData,
    enabled: text.length >= 2,
    queryFn: ({ signal }) =>
      getJson<SearchAnswer>(`/partners/${partner}/search`, { q: text, programme }, signal),
  });
}

export const securityQuery = queryOptions({
  queryKey: ['me', 'security'],
  queryFn: ({ signal }) => getJson<Security>('/me/security', {}, signal),
});
