import { ROLES, type Role } from '../../contract/roles.ts';
import type { UsersReportRow } from '../../contract/users-report.ts';
import { MICROSOFT_LEARNING, PARTNER_UNIVERSITY } from '../../sources/provider-names.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { type OpenAssociation, openAssociations } from '../../store/open-associations-store.ts';
import { listUsers, type User } from '../../store/users-store.ts';
import { statusOn } from './status-on.ts';

function several(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join('; ');
}

/** Those made in Partner Center stay; where there are none, those made in PMC are what the person has. */
function lasting(associations: readonly OpenAssociation[]): readonly OpenAssociation[] {
  const own = associations.filter(({ via }) => via === 'partner-center');
  return own.length > 0 ? own : associations;
}

/** Access given by the company, or shown by an account of the person. */
function partnerUniversitySince(user: User, accounts: readonly OpenAssociation[], day: string) {
  const { partnerUniversitySince: given } = user;
  if (given !== null && given <= day) return given;
  return lasting(accounts)[0]?.since ?? null;
}

function rowOf(user: User, associations: readonly OpenAssociation[], day: string): UsersReportRow {
  const of = (provider: string) => associations.filter((one) => one.provider === provider);
  const learning = of(MICROSOFT_LEARNING);
  const emails = learning.flatMap(({ email }) => email ?? []);
  const access = partnerUniversitySince(user, of(PARTNER_UNIVERSITY), day);
  const status = user.status === 'deleted' ? 'left' : user.status;
  return {
    userId: user.userId,
    firstName: user.firstName,
    lastName: user.lastName,
    workEmail: user.workEmail,
    userStatus: statusOn({ status, employedUntil: user.employedUntil }, day),
    roles: ROLES.filter((role: Role) => user.roles.includes(role)),
    technical: user.technical,
    lastSignIn: user.lastSignInAt?.toISOString() ?? null,
    partnerUniversity: access !== null,
    partnerUniversitySince: access,
    associated: learning.length > 0,
    associatedSince: lasting(learning)[0]?.since ?? null,
    mcid: several(learning.map(({ accountId }) => accountId)),
    learningEmail: several(emails),
    sameEmail:
      emails.length === 0
        ? null
        : emails.every((email) => email.toLowerCase() === user.workEmail.toLowerCase()),
  };
}

/** One row for everybody with a user account, leavers included, as of a day. */
export async function usersReportRows(tx: TenantTransaction, day: string): Promise<UsersReportRow[]> {
  const users = await listUsers(tx);
  const associations = await openAssociations(tx, day);
  return users.map((user) => rowOf(user, associations.get(user.userId) ?? [], day));
}
