import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import {
  type DirectoryAccount,
  findDirectoryAccount,
  keepSentUser,
} from '../../store/provisioned-users-store.ts';
import { hasAddress, NO_ADDRESS_DOMAIN } from '../shared/mail/no-address.ts';
import type { Post } from '../shared/mail/post-mail.ts';
import { addUser } from '../shared/people/add-user.ts';
import { editUser, renameSignIn } from '../shared/people/edit-user.ts';
import { disableUser, enableUser } from '../shared/people/end-access.ts';
import { sendFirstSignIn } from '../shared/people/first-sign-in.ts';
import { type DirectoryPerson, directoryPerson } from './directory-person.ts';
import { followGroups } from './group-roles.ts';
import { accepted, nameTaken } from './people-refusals.ts';
import type { JsonObject } from './scim-json.ts';
import { scimConflict } from './scim-problem.ts';
import { isActive, keptOfUser } from './user-resource.ts';

/** Of whoever has no address that is free: a place to which no mail can go (RFC 2606). */
function noAddress(userName: string): string {
  const readable = userName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${readable}.${randomUUID().slice(0, 8)}@${NO_ADDRESS_DOMAIN}`;
}

/** Keeps what was sent, with an entry in the trail that names what is new and no value of it. */
async function keep(
  tx: TenantTransaction,
  userId: string,
  before: JsonObject,
  sent: JsonObject,
): Promise<void> {
  const { active: _known, ...content } = sent;
  const { userName, externalId } = directoryPerson(sent);
  if (!(await keepSentUser(tx, userId, { userName, externalId, content }))) throw nameTaken(userName);
  const names = [...new Set([...Object.keys(before), ...Object.keys(sent)])];
  const fields = names.filter((name) => !isDeepStrictEqual(before[name], sent[name]));
  await recordAudit(tx, { action: 'user.provisioned', subject: `user:${userId}`, details: { fields } });
}

async function welcome(post: Post, tx: TenantTransaction, userId: string): Promise<void> {
  const account = await findDirectoryAccount(tx, userId);
  if (account === null || account.lastSignInAt !== null || !hasAddress(account.workEmail)) return;
  await sendFirstSignIn(post, tx, 'everything', userId);
}

/** Adds the account; when only a second address is taken by somebody else, without one. */
async function addAccount(tx: TenantTransaction, person: DirectoryPerson): Promise<string> {
  const { userName, address, signsInByAddress, firstName, lastName, locale } = person;
  const order = {
    firstName,
    lastName,
    locale,
    roles: [],
    technical: person.technical ?? false,
    locationId: null,
    team: person.team,
  };
  const workEmail = address ?? noAddress(userName);
  let added = await addUser(tx, 'everything', { ...order, workEmail });
  if (added.kind === 'email-taken') {
    if (signsInByAddress) throw nameTaken(userName);
    added = await addUser(tx, 'everything', { ...order, workEmail: noAddress(userName) });
  }
  const done = accepted(added);
  if (done.kind !== 'added') throw nameTaken(userName);
  return done.userId;
}

/** A new person of the directory. */
export async function addFromDirectory(post: Post, tx: TenantTransaction, sent: JsonObject): Promise<string> {
  const person = directoryPerson(sent);
  const userId = await addAccount(tx, person);
  await keep(tx, userId, {}, sent);
  if (person.active === false) accepted(await disableUser(tx, 'everything', userId));
  else await welcome(post, tx, userId);
  return userId;
}

/**
 * An address may be given to somebody else after a person left: whoever has another id in the directory, or none that
 * is known, is not the person whose skills lie behind the account.
 */
function returnRefusal(account: DirectoryAccount, person: DirectoryPerson): string | null {
  const known = account.externalId;
  const same = known !== null && known === person.externalId;
  if (account.status === 'left' && !same)
    return 'The person has left. An administrator can let him or her back in.';
  const other = known !== null && person.externalId !== null && !same;
  return other ? 'The account belonged to somebody with another id in the directory. Delete it first.' : null;
}

async function followAddress(
  post: Post,
  tx: TenantTransaction,
  account: DirectoryAccount,
  person: DirectoryPerson,
): Promise<void> {
  const { address, signsInByAddress, userName } = person;
  if (address === null || address.toLowerCase() === account.workEmail.toLowerCase()) return;
  const name = { workEmail: address, by: 'directory' } as const;
  const renamed = await renameSignIn(post, tx, 'everything', account.userId, name);
  if (renamed.kind === 'email-taken') {
    if (signsInByAddress) throw nameTaken(userName);
    return;
  }
  accepted(renamed);
  // The link to a first password lay in the mailbox of the old address, and is worth nothing any more.
  if (isActive(account) && person.active !== false) await welcome(post, tx, account.userId);
}

async function followActive(
  post: Post,
  tx: TenantTransaction,
  account: DirectoryAccount,
  person: DirectoryPerson,
): Promise<void> {
  if (person.active === null || person.active === isActive(account)) return;
  if (!person.active) {
    accepted(await disableUser(tx, 'everything', account.userId));
    return;
  }
  const refused = returnRefusal(account, person);
  if (refused !== null) throw scimConflict('not-the-same-person', refused);
  accepted(await enableUser(tx, 'everything', account.userId));
  await followGroups(tx, account.userId);
  await welcome(post, tx, account.userId);
}

/** A department that the directory has sent and sends no more is no team; of one that it never sent it says nothing. */
function teamSaid({ team }: DirectoryPerson, before: JsonObject): string | null | undefined {
  return team ?? (directoryPerson(before).team === null ? undefined : null);
}

/** Makes an account what the directory now says of the person, all of it or nothing. */
export async function changeFromDirectory(
  post: Post,
  tx: TenantTransaction,
  account: DirectoryAccount,
  sent: JsonObject,
): Promise<void> {
  const before = keptOfUser(account);
  const unchanged = isDeepStrictEqual(before, { ...sent, active: sent.active ?? before.active });
  if (unchanged && account.content !== null) return;
  const person = directoryPerson(sent);
  const { firstName, lastName, locale, technical } = person;
  const change = {
    ...{ firstName, lastName, locale: locale ?? undefined, technical: technical ?? undefined },
    team: teamSaid(person, before),
  };
  accepted(await editUser(tx, 'everything', account.userId, change));
  await followAddress(post, tx, account, person);
  await followActive(post, tx, account, person);
  await keep(tx, account.userId, before, sent);
}
