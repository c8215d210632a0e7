import {
  AccountMergeSchema,
  AccountMergesSchema,
  MergePreviewSchema,
  MergeQuestionSchema,
  MergeRequestSchema,
  MergesQuerySchema,
  UndoMergeRequestSchema,
  UndoPreviewSchema,
} from '../../contract/account-merges.ts';
import { conflict, type HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import {
  type MergeResult,
  mergeAccounts,
  type UndoMergeResult,
  undoMerge,
} from '../../store/account-merges-store.ts';
import type { Actor } from '../../store/database.ts';
import {
  type AccountMerge,
  describeAccounts,
  findMerge,
  listMerges,
} from '../../store/merged-accounts-store.ts';
import { networkClaim } from '../shared/asked-partner.ts';
import { nextPage } from '../shared/paging.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { mergeEffect } from './merge-effect.ts';
import { tryMerge, tryUndo } from './merge-trial.ts';

const MERGES = '/api/v1/account-merges';
const ACCESS = { kind: 'ability', ability: 'merge-accounts' } as const;
const PAGE = 50;

type Refused = Exclude<MergeResult, { kind: 'merged' }>;

const REFUSALS: Readonly<Record<Refused['kind'], { readonly title: string; readonly detail: string }>> = {
  'same-account': {
    title: 'An account cannot be merged into itself.',
    detail: 'Name two accounts. Nothing was changed.',
  },
  'account-unknown': {
    title: 'No record and no association has named this account.',
    detail: 'Check its id. Nothing was changed.',
  },
  'merged-already': {
    title: 'The account is merged already.',
    detail: 'Undo that merge first if it is wrong. Nothing was changed.',
  },
  'survivor-merged': {
    title: 'The account that would survive is itself merged into another one.',
    detail: 'Merge into the one as which it is read. Nothing was changed.',
  },
};

function standingInTheWay(refused: Refused): string | null {
  if ('into' in refused) return refused.into;
  return 'accountId' in refused ? refused.accountId : null;
}

function mergeRefused(refused: Refused): HttpProblem {
  const { title, detail } = REFUSALS[refused.kind];
  const accountId = standingInTheWay(refused);
  const errors = accountId === null ? {} : { errors: [{ code: refused.kind, detail: accountId }] };
  return conflict(refused.kind, title, { detail, ...errors });
}

function undoRefused(result: Exclude<UndoMergeResult, { kind: 'undone' }>): HttpProblem {
  if (result.kind === 'unknown-merge') return notFound('merge-not-found', 'There is no such merge.');
  return conflict('undone-already', 'The merge is undone already.', { detail: 'Nothing was changed.' });
}

function viewOf({ mergedAt, undone, ...merge }: AccountMerge) {
  return {
    ...merge,
    mergedAt: mergedAt.toISOString(),
    undone: undone && { at: undone.at.toISOString(), reason: undone.reason },
  };
}

/** Merging learning accounts and telling them apart again, with what that changes shown before. */
export function accountMergeRoutes(services: Services): Route[] {
  const { database } = services;

  async function shown(actor: Actor, mergeId: string) {
    const merge = await database.asNetwork({ actor }, (tx) => findMerge(tx, mergeId));
    if (merge === null) throw undoRefused({ kind: 'unknown-merge' });
    return viewOf(merge);
  }

  return [
    route({
      method: 'GET',
      path: MERGES,
      summary: 'Merges of learning accounts, undone ones too, the latest first',
      access: ACCESS,
      query: MergesQuerySchema,
      response: AccountMergesSchema,
      handle: async (request) => {
        const { search = '', top = PAGE, skip = 0 } = request.query;
        const actor = actorOf(callerOf(request));
        const found = await database.asNetwork({ actor }, (tx) =>
          listMerges(tx, { search: search.trim(), skip, limit: top }),
        );
        const more = skip + top < found.count;
        return json({
          value: found.value.map(viewOf),
          count: found.count,
          nextLink: more ? nextPage(request.url, skip + top, top) : null,
        });
      },
    }),
    route({
      method: 'GET',
      path: `${MERGES}/preview`,
      summary:
        'What reading one learning account as another would change in every company’s report and levels',
      access: ACCESS,
      query: MergeQuestionSchema,
      response: MergePreviewSchema,
      handle: async (request) => {
        const { provider, accountId, intoAccountId } = request.query;
        const actor = actorOf(callerOf(request));
        const [account, into] = await database.asNetwork({ actor }, (tx) =>
          describeAccounts(tx, [
            { provider, accountId },
            { provider, accountId: intoAccountId },
          ]),
        );
        const { result, after } = await tryMerge(services, actor, { ...request.query, reason: 'trial' });
        const refusal =
          result.kind === 'merged' ? null : { code: result.kind, accountId: standingInTheWay(result) };
        return json({
          refusal,
          account: account!,
          into: into!,
          effect: refusal === null ? await mergeEffect(services, after) : null,
        });
      },
    }),
    route({
      method: 'POST',
      path: MERGES,
      summary: 'Has the records of one learning account read as those of another one',
      access: ACCESS,
      body: MergeRequestSchema,
      response: AccountMergeSchema,
      status: 201,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const kept = await togetherOrAgain(() =>
          database.asTenant(networkClaim(actor), (tx) =>
            repeatable(tx, request, async () => {
              const result = await mergeAccounts(tx, request.body);
              if (result.kind !== 'merged') throw mergeRefused(result);
              return { mergeId: result.mergeId };
            }),
          ),
        );
        return { kind: 'json', status: 201, body: await shown(actor, kept.kept.mergeId) };
      },
    }),
    route({
      method: 'GET',
      path: `${MERGES}/{mergeId}/undo-preview`,
      summary: 'What undoing a merge would change in every company’s report and levels',
      access: ACCESS,
      response: UndoPreviewSchema,
      handle: async (request) => {
        const mergeId = uuidParam(request.params, 'mergeId');
        const { result, after } = await tryUndo(services, actorOf(callerOf(request)), mergeId);
        if (result.kind !== 'undone') throw undoRefused(result);
        return json({ effect: await mergeEffect(services, after) });
      },
    }),
    route({
      method: 'POST',
      path: `${MERGES}/{mergeId}/undo`,
      summary: 'Takes a merge back: both accounts are read as before it',
      access: ACCESS,
      body: UndoMergeRequestSchema,
      response: AccountMergeSchema,
      handle: async (request) => {
        const mergeId = uuidParam(request.params, 'mergeId');
        const actor = actorOf(callerOf(request));
        await togetherOrAgain(() =>
          database.asTenant(networkClaim(actor), (tx) =>
            repeatable(tx, request, async () => {
              const result = await undoMerge(tx, { mergeId, reason: request.body.reason });
              if (result.kind !== 'undone') throw undoRefused(result);
              return { mergeId };
            }),
          ),
        );
        return json(await shown(actor, mergeId));
      },
    }),
  ];
}
