import type { TenantTransaction } from '../../store/database.ts';
import { holdersOfRoles, type User, usersById } from '../../store/users-store.ts';
import { hasAddress } from './mail/no-address.ts';

/** Who looks after the accounts of a company. */
const ROLES = ['account-admin', 'global-admin'] as const;

export interface Administrator {
  readonly userId: string;
  readonly displayName: string;
  readonly workEmail: string;
  readonly locale: 'fr' | 'en' | null;
}

/** Whether one of the roles is held for the whole company, or for the people of this location. */
function looksAfter({ roles, scopes }: User, locationId: string | null): boolean {
  return ROLES.some((role) => {
    if (!roles.includes(role)) return false;
    const scope = scopes.find((one) => one.startsWith(`${role} `));
    return scope === undefined || scope === `${role} ${locationId}`;
  });
}

/** The people whom a person of the company can turn to about the own account, without him or her, by name. */
export async function administratorsOf(
  tx: TenantTransaction,
  person: Pick<User, 'userId' | 'locationId'>,
): Promise<Administrator[]> {
  const holders = await holdersOfRoles(tx, ROLES);
  const names = new Map(holders.map(({ userId, displayName }) => [userId, displayName]));
  names.delete(person.userId);
  const users = await usersById(tx, [...names.keys()]);
  return [...names].flatMap(([userId, displayName]) => {
    const user = users.get(userId);
    if (user === undefined || !looksAfter(user, person.locationId) || !hasAddress(user.workEmail)) return [];
    return [{ userId, displayName, workEmail: user.workEmail, locale: user.locale }];
  });
}

export function nameAndAddress({ displayName, workEmail }: Administrator) {
  return { displayName, workEmail };
}
