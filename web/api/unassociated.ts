import type { UserList } from '../../src/contract/users.ts';
import { getJson, getLink } from './client.ts';

/** Active users without a learning account: the filters of the list of users. */
export const UNASSOCIATED = { associated: 'no', status: 'active' } as const;

/** Everybody who could still associate an account, whatever a page shows of them. */
export async function unassociatedIds(partner: string): Promise<readonly string[]> {
  let page = await getJson<UserList>(`/partners/${partner}/users`, { ...UNASSOCIATED, top: 1_000 });
  const ids = page.value.map(({ userId }) => userId);
  while (page.nextLink != null) {
    page = await getLink<UserList>(page.nextLink);
    ids.push(...page.value.map(({ userId }) => userId));
  }
  return ids;
}
