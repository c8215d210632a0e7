import {
  MergePartnersSchema,
  PartnerMergePreviewSchema,
  PartnerMergeQuestionSchema,
  PartnerMergeRunSchema,
  type PartnerMergeRunView,
  PartnerMergesQuerySchema,
  PartnerMergesSchema,
} from '../../contract/partner-merges.ts';
import { formatDay } from '../../domain/time/day.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import type { Actor } from '../../store/database.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findMergeRun, listOpenMergeRuns, type MergeRun } from '../../store/partner-merge-runs-store.ts';
import { countWork, listPartnerMerges, sameCandidates } from '../../store/partner-merges-store.ts';
import type { Partner } from '../../store/partners-store.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { askMerge, bothCompanies, refused } from './ask-merge.ts';
import { planMerge } from './merge-plan.ts';

const MERGES = '/api/v1/network/partner-merges';
const ACCESS = { kind: 'ability', ability: 'run-network' } as const;
const PAGE = 50;

function runView({ from, fromName, into, intoName, ...run }: MergeRun): PartnerMergeRunView {
  return {
    mergeId: run.mergeId,
    from: { partnerId: from, name: fromName },
    into: { partnerId: into, name: intoName },
    reason: run.reason,
    requestedAt: run.requestedAt.toISOString(),
    requestedBy: run.requestedBy,
    state: run.state,
    phase: run.phase,
    done: run.done,
    total: run.total,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    counts: run.counts,
    failure: run.failure,
  };
}

/** Companies that become one: what that means, doing it, and what was done; for operators. */
export function partnerMergeRoutes(services: Services): Route[] {
  const { database } = services;

  async function askedMerge(actor: Actor, mergeId: string | undefined): Promise<PartnerMergeRunView> {
    const run = isUuid(mergeId)
      ? await database.asNetwork({ actor }, (tx) => findMergeRun(tx, mergeId))
      : null;
    if (run === null) throw notFound('merge-not-found', 'There is no such merge.');
    return runView(run);
  }

  const named = (partner: Partner | null) =>
    partner && { partnerId: partner.partnerId as string, name: partner.name };

  async function effectOf(
    actor: Actor,
    from: PartnerId,
    into: PartnerId,
    same: Parameters<typeof planMerge>[3],
  ) {
    const plan = await planMerge(services, from, into, same);
    if (plan === null) throw refused('from-merged');
    const { pmc, shown } = plan;
    const { work, candidates } = await database.asNetwork({ actor }, async (tx) => ({
      work: await countWork(tx, from),
      candidates: await sameCandidates(tx, from, into),
    }));
    const { apiTokens, directory, schedules, orders, ...counts } = work;
    return {
      ...counts,
      ...shown,
      samePeople: [...candidates],
      pmcGoesOn: pmc.pmcGoesOn,
      pmcUntil: pmc.pmcUntil === null ? null : formatDay(pmc.pmcUntil),
      ends: { apiTokens, directory, schedules, orders },
    };
  }

  return [
    route({
      method: 'POST',
      path: `${MERGES}/preview`,
      summary: 'What one company will be that is two now; nothing is changed',
      access: ACCESS,
      body: PartnerMergeQuestionSchema,
      response: PartnerMergePreviewSchema,
      handle: async (request) => {
        const { body } = request;
        const actor = actorOf(callerOf(request));
        const { from, into, refusal } = await database.asNetwork({ actor }, (tx) => bothCompanies(tx, body));
        const effect =
          refusal === null
            ? await effectOf(actor, from!.partnerId, into!.partnerId, body.samePeople ?? [])
            : null;
        return json({ from: named(from), into: named(into), refusal, effect });
      },
    }),
    route({
      method: 'POST',
      path: MERGES,
      summary:
        'Makes one company of two, in the background: people, associations, levels and figures go on at the second one',
      access: ACCESS,
      body: MergePartnersSchema,
      response: PartnerMergeRunSchema,
      status: 202,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const mergeId = await askMerge(services, actor, request);
        const body = await askedMerge(actor, mergeId);
        return { kind: 'json', status: 202, body, headers: { 'operation-location': `${MERGES}/${mergeId}` } };
      },
    }),
    route({
      method: 'GET',
      path: `${MERGES}/{mergeId}`,
      summary: 'How far a merge of two companies is, and how it ended',
      access: ACCESS,
      response: PartnerMergeRunSchema,
      handle: async (request) => json(await askedMerge(actorOf(callerOf(request)), request.params.mergeId)),
    }),
    route({
      method: 'GET',
      path: MERGES,
      summary: 'Companies that have become part of another one, the latest first',
      access: ACCESS,
      query: PartnerMergesQuerySchema,
      response: PartnerMergesSchema,
      handle: async (request) => {
        const { top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const { found, open } = await database.asNetwork({ actor }, async (tx) => ({
          found: await listPartnerMerges(tx, { limit: top + 1, offset: skip }),
          open: await listOpenMergeRuns(tx),
        }));
        return json({
          value: found
            .slice(0, top)
            .map(({ mergedAt, ...merge }) => ({ ...merge, mergedAt: mergedAt.toISOString() })),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
          open: open.map(runView),
        });
      },
    }),
  ];
}
