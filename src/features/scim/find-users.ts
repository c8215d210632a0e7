import type { TenantTransaction } from '../../store/database.ts';
import {
  type AccountKey,
  accountsByKeys,
  countProvisioned,
  listProvisioned,
  searchProvisioned,
} from '../../store/provisioned-users-store.ts';
import { matches } from './match-filter.ts';
import { narrowedBy } from './narrow-search.ts';
import type { Page } from './scim-answers.ts';
import type { ScimFilter } from './scim-filter.ts';
import type { JsonObject } from './scim-json.ts';
import type { ScimPath } from './scim-path.ts';
import { searchedUser, userResource } from './user-resource.ts';

const KEYS: Readonly<Record<string, AccountKey['attribute']>> = {
  id: 'id',
  username: 'userName',
  externalid: 'externalId',
  emails: 'email',
  'emails.value': 'email',
};

/** `emails[value eq "…"]`: an element is looked for by its value. */
function keyOfElement({ extension, attribute, filter }: ScimPath): readonly AccountKey[] | null {
  if (extension !== null || attribute?.toLowerCase() !== 'emails' || filter === null) return null;
  if (filter.kind === 'and') {
    const path = { extension, attribute, sub: null };
    return keyOfElement({ ...path, filter: filter.left }) ?? keyOfElement({ ...path, filter: filter.right });
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string') return null;
  const { attribute: part, sub } = filter.path;
  return part?.toLowerCase() === 'value' && sub === null
    ? [{ attribute: 'email', value: filter.value }]
    : null;
}

/**
 * The keys of which one must be a person's for the filter to find him or her; `null` when it may find others too. A
 * directory that names a key looks for one person.
 */
function keysOf(filter: ScimFilter): readonly AccountKey[] | null {
  if (filter.kind === 'present') return keyOfElement(filter.path);
  if (filter.kind === 'and') return keysOf(filter.left) ?? keysOf(filter.right);
  if (filter.kind === 'or') {
    const [left, right] = [keysOf(filter.left), keysOf(filter.right)];
    return left === null || right === null ? null : [...left, ...right];
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string') return null;
  const { extension, attribute, sub } = filter.path;
  const name = [attribute, sub]
    .filter((part) => part !== null)
    .join('.')
    .toLowerCase();
  const key = extension === null ? KEYS[name] : undefined;
  return key === undefined ? null : [{ attribute: key, value: filter.value }];
}

/** Whether a filter asks for what only the whole resource says: its address, its tag, its schemas or its type. */
function asksForMore(filter: ScimFilter): boolean {
  if ('left' in filter) return asksForMore(filter.left) || asksForMore(filter.right);
  if (filter.kind === 'not') return asksForMore(filter.filter);
  const { attribute, sub } = filter.path;
  if (attribute?.toLowerCase() === 'schemas') return true;
  return attribute?.toLowerCase() === 'meta' && !/^(created|lastmodified)$/i.test(sub ?? '');
}

/**
 * The people that a directory asks for, and how many there are. A list is of those whom it has sent. Whoever is named
 * by a key is found among everybody, so that the directory takes over an account that is there already.
 */
export async function findUsers(
  tx: TenantTransaction,
  filter: ScimFilter | null,
  { offset, limit }: Page,
  baseUrl: string,
): Promise<{ readonly total: number; readonly resources: readonly JsonObject[] }> {
  if (filter === null) {
    const accounts = await listProvisioned(tx, { offset, limit });
    const resources = accounts.map((account) => userResource(account, baseUrl));
    return { total: await countProvisioned(tx), resources };
  }
  const keys = keysOf(filter);
  const accounts =
    keys === null ? await searchProvisioned(tx, narrowedBy(filter)) : await accountsByKeys(tx, keys);
  const whole = asksForMore(filter);
  const found = accounts.filter((account) =>
    matches(whole ? userResource(account, baseUrl) : searchedUser(account), filter),
  );
  const page = found.slice(offset, offset + limit);
  return { total: found.length, resources: page.map((account) => userResource(account, baseUrl)) };
}
