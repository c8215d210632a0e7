import { recordAudit } from '../../store/audit-store.ts';
import { setPasswordHash } from '../../store/credentials-store.ts';
import { asOnePartner } from '../../store/database.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { isEmptyNetwork } from '../../store/partners-store.ts';
import { createSetupLink, redeemSetupLink, setupLinkIsOpen } from '../../store/setup-links-store.ts';
import { hashPassword } from '../shared/password.ts';
import { newSecretToken, tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { addPerson, type Invitation, linkEnd, type NewPerson } from './invitations.ts';
import { type FirstCompany, makeCompany, type Refused, refusal, SETUP_ACTOR } from './set-up.ts';

/**
 * On an empty database: the path of the page on which whoever started the server becomes its operator and makes the
 * first company, once, within a day. Only the newest link works; once a company exists there is none.
 */
export async function newSetUpPath({ database }: Services): Promise<string | null> {
  return database.asNetwork({ actor: SETUP_ACTOR }, async (tx) => {
    if (!(await isEmptyNetwork(tx))) return null;
    const token = newSecretToken();
    const link = { tokenHash: tokenHash(token), expiresAt: linkEnd(tx.now) };
    await asOnePartner(tx, NETWORK_PARTNER, (network) => createSetupLink(network, link));
    return `/set-up/${token}`;
  });
}

/** Whether the page may be filled in. */
export async function setUpLinkIsValid({ database }: Services, token: string): Promise<boolean> {
  return database.asNetwork(
    { actor: SETUP_ACTOR },
    async (tx) =>
      (await isEmptyNetwork(tx)) &&
      asOnePartner(tx, NETWORK_PARTNER, (network) => setupLinkIsOpen(network, tokenHash(token))),
  );
}

export interface SetUpByLink {
  readonly token: string;
  readonly operator: NewPerson & { readonly password: string };
  readonly company: FirstCompany;
  readonly admin: NewPerson;
}

export type SetUpByLinkResult =
  | { readonly kind: 'set-up'; readonly admin: Invitation }
  | { readonly kind: 'link-not-valid' }
  | Refused;

/** Uses the link up and makes everything the page asked for, or nothing at all. */
export async function setUpByLink(services: Services, order: SetUpByLink): Promise<SetUpByLinkResult> {
  const { database, programme } = services;
  const { token, operator, company, admin } = order;
  if (!(await setUpLinkIsValid(services, token))) return { kind: 'link-not-valid' };
  // Hashing takes longer than everything else here and must not hold the lock of the set-up.
  const passwordHash = await hashPassword(operator.password);
  return database.asNetwork({ actor: SETUP_ACTOR }, async (tx): Promise<SetUpByLinkResult> => {
    const refused = await refusal(tx, company, [operator.email, admin.email]);
    if (refused !== null) return refused;
    const redeemed = await asOnePartner(tx, NETWORK_PARTNER, async (network) => {
      if (!(await redeemSetupLink(network, tokenHash(token)))) return false;
      const userId = await addPerson(network, operator, 'programme-operator');
      await setPasswordHash(network, userId, passwordHash);
      const details = { purpose: 'setup' };
      await recordAudit(network, { action: 'password.set', subject: `user:${userId}`, details });
      return true;
    });
    if (!redeemed) return { kind: 'link-not-valid' };
    return { kind: 'set-up', admin: await makeCompany(tx, programme.id, company, admin) };
  });
}
