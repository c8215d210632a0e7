import type { TenantTransaction } from '../../store/database.ts';
import { rolesThroughGroups } from '../../store/provisioned-groups-store.ts';
import { roleAssignments } from '../../store/user-roles-store.ts';
import { setRoles } from '../shared/people/set-roles.ts';
import { lastAdmin } from './people-refusals.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Makes the roles of a person follow the groups of the directory: given is what a group gives at this moment, and
 * `lost` is taken away unless another group gives it. Roles that no group has to do with stay.
 * @param member the id that was sent; of nobody, or of another company, it has no effect
 */
export async function followGroups(
  tx: TenantTransaction,
  member: string,
  lost: string | null = null,
): Promise<void> {
  if (!UUID.test(member)) return;
  const held = await roleAssignments(tx, member);
  const through = await rolesThroughGroups(tx, member);
  const missing = through.filter((role) => !held.some((one) => one.role === role));
  const kept = held.filter(({ role }) => role !== lost || through.includes(role));
  if (missing.length === 0 && kept.length === held.length) return;
  const roles = [...kept, ...missing.map((role) => ({ role, locationId: null }))];
  const result = await setRoles(tx, 'everything', member, roles);
  if (result.kind === 'last-admin') throw lastAdmin();
  // Whoever is disabled or has left is given nothing, but loses what is taken: the rest follows with the account.
  if (result.kind === 'user-not-active') await setRoles(tx, 'everything', member, kept);
}
