import { rolesWith } from '../../contract/roles.ts';
import { notFound } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { findBusinessProfile, setSuspension } from '../../store/business-profile-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { removeListing } from '../../store/directory-listings-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { holdersOfRoles, usersById } from '../../store/users-store.ts';
import { PROFILE_SUSPENDED } from '../shared/mail/kinds/profile-suspended.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import type { Services } from '../shared/services.ts';

/** Tells everybody in the company who looks after the profile. */
async function mailsAbout(tx: TenantTransaction, reason: string): Promise<MailOrder[]> {
  const partner = await findPartner(tx, tx.partnerId);
  const holders = await holdersOfRoles(tx, rolesWith('business-profile'));
  const users = await usersById(tx, [...new Set(holders.map(({ userId }) => userId))]);
  return [...users.values()].map((user) => ({
    kind: PROFILE_SUSPENDED,
    to: user.workEmail,
    userId: user.userId,
    locale: user.locale ?? partner?.locale ?? 'en',
    values: { name: `${user.firstName} ${user.lastName}`.trim(), reason },
    path: '/business-profile',
  }));
}

/**
 * The operator of the programme keeps a profile from being shown. What the company wrote and whether it wants to be
 * seen stays as it is; the company is told why.
 */
export async function suspendProfile(
  tx: TenantTransaction,
  { post }: Pick<Services, 'post'>,
  reason: string,
): Promise<void> {
  if (!(await setSuspension(tx, reason))) throw notFound();
  await removeListing(tx);
  await recordAudit(tx, { action: 'business-profile.suspended', subject: null, details: { reason } });
  await post.sendAll(tx, await mailsAbout(tx, reason));
}

export async function releaseProfile(tx: TenantTransaction): Promise<void> {
  const profile = await findBusinessProfile(tx);
  if (profile === null || profile.suspension === null) throw notFound();
  await setSuspension(tx, null);
  await recordAudit(tx, { action: 'business-profile.released', subject: null, details: {} });
}
