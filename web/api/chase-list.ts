import { queryOptions } from '@tanstack/react-query';
import type { ChaseList } from '../../src/contract/chase-list.ts';
import { getJson, getLink, type Parameters } from './client.ts';

/** What stands around the chase list; of its rows only the first. */
export function chaseListQuery(partner: string, asked: Parameters | object) {
  const parameters = { ...asked, top: 1 };
  return queryOptions({
    queryKey: ['partner', partner, 'chase-list', 'head', parameters],
    staleTime: 60_000,
    queryFn: ({ signal }) => getJson<ChaseList>(`/partners/${partner}/chase-list`, parameters, signal),
  });
}

/** Ids of everybody in the list that these parameters show. */
export async function chasedIds(partner: string, asked: Parameters): Promise<readonly string[]> {
  let page = await getJson<ChaseList>(`/partners/${partner}/chase-list`, asked);
  const ids = page.value.map(({ userId }) => userId);
  while (page.nextLink != null) {
    page = await getLink<ChaseList>(page.nextLink);
    ids.push(...page.value.map(({ userId }) => userId));
  }
  return ids;
}
