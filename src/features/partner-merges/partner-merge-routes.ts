import {
  MergedPartnersSchema,
  MergePartnersSchema,
  PartnerMergePreviewSchema,
  PartnerMergeQuestionSchema,
  type PartnerMergeRefusal,
  PartnerMergesQuerySchema,
  PartnerMergesSchema,
} from '../../contract/partner-merges.ts';
import { formatDay } from '../../domain/time/day.ts';
import { badRequest, conflict, type HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import type { Actor } from '../../store/database.ts';
import { NETWORK_PARTNER, type PartnerId, parsePartnerId } from '../../store/partner-id.ts';
import { countWork, listPartnerMerges, sameCandidates } from '../../store/partner-merges-store.ts';
import { findPartners, type Partner } from '../../store/partners-store.ts';
import { nextPage } from '../shared/paging.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { mergePartners } from './merge-partners.ts';
import { planMerge } from './merge-plan.ts';

const MERGES = '/api/v1/network/partner-merges';
const ACCESS = { kind: 'ability', ability: 'run-network' } as const;
const PAGE = 50;

const TITLES: Readonly<Record<PartnerMergeRefusal, string>> = {
  'same-company': 'A company cannot become part of itself.',
  'unknown-company': 'One of the companies does not exist.',
  'from-merged': 'The company has become part of another one already.',
  'into-merged': 'The company that would go on has itself become part of another one.',
};

function refused(kind: PartnerMergeRefusal): HttpProblem {
  if (kind === 'unknown-company') return notFound('company-not-found', TITLES[kind]);
  return conflict(kind, TITLES[kind], {
    detail: 'Nothing was changed. Look at both companies in the list and choose again.',
  });
}

interface Both {
  readonly from: Partner | null;
  readonly into: Partner | null;
  readonly refusal: PartnerMergeRefusal | null;
}

/** Companies that become one: what that means, doing it, and what was done; for operators. */
export function partnerMergeRoutes(services: Services): Route[] {
  const { database } = services;

  /** The two companies, and what stands in the way before any fact is looked at. */
  async function bothOf(
    actor: Actor,
    asked: { readonly from: string; readonly into: string },
  ): Promise<Both> {
    const ids = [asked.from, asked.into].flatMap((text) => parsePartnerId(text) ?? []);
    const found = await database.asNetwork({ actor }, (tx) =>
      ids.length === 0 ? Promise.resolve([]) : findPartners(tx, ids),
    );
    const of = (id: string) =>
      found.find(({ partnerId }) => partnerId === id && partnerId !== NETWORK_PARTNER) ?? null;
    const [from, into] = [of(asked.from), of(asked.into)];
    const refusal = () => {
      if (asked.from === asked.into) return 'same-company';
      if (from === null || into === null) return 'unknown-company';
      if (from.mergedAt !== null) return 'from-merged';
      return into.mergedAt === null ? null : 'into-merged';
    };
    return { from, into, refusal: refusal() };
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
        const { from, into, refusal } = await bothOf(actor, body);
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
      summary: 'Makes one company of two: people, associations, levels and figures go on at the second one',
      access: ACCESS,
      body: MergePartnersSchema,
      response: MergedPartnersSchema,
      handle: async (request) => {
        const { samePeople = [], keepRoles, reason, confirm, ...asked } = request.body;
        const actor = actorOf(callerOf(request));
        const { from, into, refusal } = await bothOf(actor, asked);
        // The same request sent again is answered as it was, though the company has been merged by then.
        const repeated =
          request.header('repeatability-request-id') !== undefined && refusal === 'from-merged';
        if (refusal !== null && !repeated) throw refused(refusal);
        if (confirm.trim() !== from!.name) {
          throw badRequest('not-confirmed', 'The name of the company was not typed as it is.', [
            { code: 'not-confirmed', field: 'confirm' },
          ]);
        }
        const order = { from: from!, into: into!, same: samePeople, keepRoles, reason };
        const result = await mergePartners(services, actor, order, request);
        switch (result.kind) {
          case 'merged':
            return json({ from: asked.from, into: asked.into, counts: result.counts });
          case 'merged-already':
            throw refused(result.company === asked.from ? 'from-merged' : 'into-merged');
          case 'unknown-person':
            throw badRequest(
              'unknown-person',
              'Somebody named as the same person works at neither company.',
              [{ code: 'unknown-person', field: 'samePeople', detail: result.userId }],
            );
          case 'changed-meanwhile':
            throw conflict('changed-meanwhile', 'Facts of the companies change at the moment.', {
              detail: 'Nothing was merged. Look at the effect again and repeat it in a moment.',
            });
        }
      },
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
        const found = await database.asNetwork({ actor }, (tx) =>
          listPartnerMerges(tx, { limit: top + 1, offset: skip }),
        );
        return json({
          value: found
            .slice(0, top)
            .map(({ mergedAt, ...merge }) => ({ ...merge, mergedAt: mergedAt.toISOString() })),
          nextLink: found.length > top ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
  ];
}
