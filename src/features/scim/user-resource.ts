import type { DirectoryAccount } from '../../store/provisioned-users-store.ts';
import { stateTag } from '../shared/if-match.ts';
import type { JsonObject } from './scim-json.ts';
import { JALON_SCHEMA, type ResourceType, USER_SCHEMA } from './scim-schemas.ts';

/** What the directory would have sent of a user whom it has not sent yet. */
function asIfSent({ workEmail, firstName, lastName, technical, locale }: DirectoryAccount): JsonObject {
  return {
    schemas: technical ? [USER_SCHEMA, JALON_SCHEMA] : [USER_SCHEMA],
    userName: workEmail,
    name: { givenName: firstName, familyName: lastName },
    displayName: `${firstName} ${lastName}`.trim(),
    ...(locale === null ? {} : { preferredLanguage: locale }),
    emails: [{ type: 'work', value: workEmail, primary: true }],
    ...(technical ? { [JALON_SCHEMA]: { technical } } : {}),
  };
}

export function isActive({ status }: Pick<DirectoryAccount, 'status'>): boolean {
  return status === 'active';
}

/** What is kept of a person: what was sent, or what stands for it. Whether the account is active is known here alone. */
export function keptOfUser(account: DirectoryAccount): JsonObject {
  const kept = (account.content as JsonObject | null) ?? asIfSent(account);
  return { ...kept, active: isActive(account) };
}

interface Dates {
  readonly created: Date;
  readonly lastModified: Date;
}

/** A resource as it is answered: with its id, address, dates, and the tag of its state. */
export function withMeta(
  type: ResourceType,
  id: string,
  kept: JsonObject,
  { created, lastModified }: Dates,
  baseUrl: string,
): JsonObject {
  const { schemas = [], ...rest } = kept;
  const meta = {
    resourceType: type,
    created: created.toISOString(),
    lastModified: lastModified.toISOString(),
    location: `${baseUrl}/scim/v2/${type}s/${id}`,
  };
  const resource = { schemas, id, ...rest, meta };
  return { ...resource, meta: { ...meta, version: `W/${stateTag(resource)}` } };
}

function datesOf({ provisionedAt, userCreatedAt, changedAt }: DirectoryAccount): Dates {
  const created = provisionedAt ?? userCreatedAt;
  return { created, lastModified: changedAt ?? created };
}

export function userResource(account: DirectoryAccount, baseUrl: string): JsonObject {
  return withMeta('User', account.userId, keptOfUser(account), datesOf(account), baseUrl);
}

/** What a filter is asked about: the resource without the tag of its state, which costs more than all the rest. */
export function searchedUser(account: DirectoryAccount): JsonObject {
  const { created, lastModified } = datesOf(account);
  const meta = { created: created.toISOString(), lastModified: lastModified.toISOString() };
  return { id: account.userId, ...keptOfUser(account), meta };
}
