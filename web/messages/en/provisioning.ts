import type { provisioning as french } from '../fr/provisioning.ts';

/** The directory of the company and its token. */
export const provisioning: Record<keyof typeof french, string> = {
  'provisioning.title': 'Provisioning (SCIM)',
  'provisioning.tab': 'Directory',
  'provisioning.lead':
    'The directory of the company (Microsoft Entra ID or another) adds, changes and disables users by itself.',
  'provisioning.directory': 'Directory',
  'provisioning.address': 'Address to enter in the directory',
  'provisioning.people': 'People sent',
  'provisioning.peopleCount': '{count, plural, =0 {None so far} one {# person} other {# people}}',
  'provisioning.token': 'Secret token',
  'provisioning.noToken': 'No token: nothing is accepted from a directory.',
  'provisioning.created': 'Created',
  'provisioning.expires': 'Expires',
  'provisioning.lastUsed': 'Last used',
  'provisioning.never': 'Never',
  'provisioning.expired': 'The token has expired: the directory is refused until it is given a new one.',
  'provisioning.validFor': 'Valid for',
  'provisioning.days': '{days} days',
  'provisioning.make': 'Create the token',
  'provisioning.makeNext': 'Replace the token',
  'provisioning.makeNext.effect':
    'The present token is refused from this moment on. The directory needs the new one to go on.',
  'provisioning.revoke': 'Revoke the token',
  'provisioning.revoke.effect':
    'The directory is refused from this moment on. Users and their roles stay as they are.',
  'provisioning.once': 'This token is shown here only, once. Copy it into the directory.',
  'provisioning.copy': 'Copy the token',
  'provisioning.copied': 'Copied',
  'provisioning.groups': 'Groups and roles',
  'provisioning.groups.lead':
    'The members of a group hold the role chosen here. Whoever leaves the group loses it. Without a role the group is kept, without effect.',
  'provisioning.noGroups': 'The directory has sent no group.',
  'provisioning.group': 'Group',
  'provisioning.members': 'Members',
  'provisioning.role': 'Role',
  'provisioning.roleOf': 'Role of the group {group}',
  'provisioning.noRole': 'No role',
  'provisioning.lastAdmin':
    'Nobody would be left who can manage users and roles. Make somebody else a global admin first.',
  'provisioning.noMail':
    'No mail server is set up: people who are sent get no link for a first sign-in. They sign in by an identity provider, or with the temporary password that a reset gives.',
  'provisioning.failed': 'The change was not saved. Try again.',
};
