import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  AccountMerges,
  MergeEffect,
  MergePreview,
  MergeProposals,
  MergeQuestion,
  UnassociatedAccounts,
} from '../../src/contract/account-merges.ts';
import { getJson, getLink } from './client.ts';

/** Under which everything about merged accounts is kept. */
export const ACCOUNT_MERGES = ['account-merges'] as const;

interface Page {
  readonly nextLink?: string | null | undefined;
}

/** A list of the network, a page at a time by its own links. */
function listQuery<List extends Page>(path: string, parameters: Readonly<Record<string, string>>) {
  return infiniteQueryOptions({
    queryKey: [...ACCOUNT_MERGES, path, parameters],
    queryFn: ({ pageParam, signal }) =>
      pageParam === null ? getJson<List>(path, parameters, signal) : getLink<List>(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }) => nextLink ?? undefined,
  });
}

export const proposalsQuery = (show: 'open' | 'closed') =>
  listQuery<MergeProposals>('/merge-proposals', { show });
export const mergesQuery = listQuery<AccountMerges>('/account-merges', {});
export const unassociatedAccountsQuery = listQuery<UnassociatedAccounts>('/unassociated-accounts', {});

/** Always worked out anew: it says what would happen now. */
export function mergePreviewQuery(question: MergeQuestion) {
  return queryOptions({
    queryKey: [...ACCOUNT_MERGES, 'preview', question],
    queryFn: ({ signal }) => getJson<MergePreview>('/account-merges/preview', question, signal),
    gcTime: 0,
    retry: false,
  });
}

export function undoPreviewQuery(mergeId: string) {
  return queryOptions({
    queryKey: [...ACCOUNT_MERGES, 'undo-preview', mergeId],
    queryFn: ({ signal }) =>
      getJson<{ effect: MergeEffect }>(`/account-merges/${mergeId}/undo-preview`, {}, signal),
    gcTime: 0,
    retry: false,
  });
}
