import type { RoleAssignmentsRequest, User as UserView } from '../../contract/users.ts';
import { notFound } from '../../http/problem.ts';
import type { TenantClaim } from '../../store/database.ts';
import type { RoleAssignment } from '../../store/user-roles-store.ts';
import { findUser, type User } from '../../store/users-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { stateTag } from '../shared/if-match.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { uuidParam } from '../shared/uuid-param.ts';
import { userViews } from './user-list.ts';

/** Ids of another form are answered like ids that do not exist. */
export function userIdOf(params: Readonly<Record<string, string>>): string {
  return uuidParam(params, 'userId');
}

/** What an administrator may change; signing in and learning accounts do not change it. */
export function userTag(user: User): string {
  const { lastSignInAt: _seen, passwordChosen: _chosen, ...rest } = user;
  return stateTag(rest);
}

/** One user as the API shows it, with the tag of its state. */
export async function shownUser(
  services: Services,
  claim: TenantClaim,
  userId: string,
): Promise<{ readonly view: UserView; readonly tag: string }> {
  const user = await services.database.readAsTenant(claim, (tx) => findUser(tx, userId));
  if (user === null) throw notFound();
  const answers = await answersOfEach(services, claim.partnerId, asOfQuery({}, services.now()));
  return { view: userViews([user], answers)[0]!, tag: userTag(user) };
}

export function assignmentsOf(roles: RoleAssignmentsRequest): RoleAssignment[] {
  const byRole = new Map(
    roles.map((one) =>
      typeof one === 'string'
        ? [one, { role: one, locationId: null }]
        : [one.role, { role: one.role, locationId: one.locationId ?? null }],
    ),
  );
  return [...byRole.values()];
}
