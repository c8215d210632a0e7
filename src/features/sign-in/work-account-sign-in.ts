import type { WorkAccountProblem } from '../../contract/sign-in.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { endSignIn } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { IdentityProvider } from '../../store/identity-providers-store.ts';
import { redeemOneTimeLink } from '../../store/one-time-links-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { findPartnerBySecret } from '../../store/secret-lookup.ts';
import { endSession } from '../../store/sessions-store.ts';
import {
  findUserIdentity,
  linkUserIdentity,
  noteUseOfIdentity,
  type ProviderAccount,
} from '../../store/user-identities-store.ts';
import { findUser } from '../../store/users-store.ts';
import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';
import { tellOwner } from '../shared/people/tell-owner.ts';
import { tokenHash } from '../shared/secret-token.ts';
import type { Services } from '../shared/services.ts';
import { accountOf, admission, placeAccount } from './find-work-account.ts';
import { createJustInTime } from './just-in-time-user.ts';
import { newSession, type SignInManner } from './new-session.ts';
import { isPersonalAccount } from './personal-accounts.ts';

/** A work account that has just been shown by its provider. */
export interface ShownAccount {
  readonly clientKey: string;
  readonly identity: OidcIdentity;
  /** Of the one-time link that was followed, if one was. */
  readonly linkHash: Buffer | null;
  readonly manner: Omit<SignInManner, 'method'>;
  /** The session that the browser had before; it ends. */
  readonly earlierSession: string | null;
}

export type WorkAccountResult =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'refused'; readonly problem: WorkAccountProblem };

const SYSTEM = { kind: 'system', name: 'sign-in' } as const;

/** Undoes what a transaction has begun, a used link among it. */
class Refused extends Error {
  readonly problem: WorkAccountProblem;
  constructor(problem: WorkAccountProblem) {
    super(problem);
    this.problem = problem;
  }
}

async function active(tx: TenantTransaction, userId: string): Promise<string> {
  const user = await findUser(tx, userId);
  // Also when somebody else has the address by now: the account stays that of the person who left.
  if (user === null || user.status !== 'active') throw new Refused('account-closed');
  return userId;
}

/** The user of a one-time link becomes the user of the account. */
async function userOfLink(
  post: Services['post'],
  tx: TenantTransaction,
  linkHash: Buffer,
  account: ProviderAccount,
  identity: OidcIdentity,
): Promise<string> {
  const redeemed = await redeemOneTimeLink(tx, linkHash);
  if (redeemed === null || redeemed.purpose === 'password-reset') throw new Refused('link-not-valid');
  const userId = await active(tx, redeemed.userId);
  const linked = await linkUserIdentity(tx, { ...account, userId, name: identity.accountName });
  if (linked.kind === 'taken') throw new Refused('account-taken');
  // What was handed out for the first sign-in is of no more use.
  await endSignIn(tx, userId);
  const details = { issuer: account.issuer, by: 'one-time-link' };
  await recordAudit(tx, { action: 'work-account.linked', subject: `user:${userId}`, details });
  await tellOwner(post, tx, userId, 'workAccountLinked');
  return userId;
}

/** The user whose account this is; one that nobody knows becomes a user where the company wants that. */
async function userOfAccount(
  tx: TenantTransaction,
  account: ProviderAccount,
  identity: OidcIdentity,
  provider: IdentityProvider | null,
): Promise<string> {
  const known = await findUserIdentity(tx, account);
  if (known !== null) {
    await noteUseOfIdentity(tx, known.identityId, identity.accountName);
    return active(tx, known.userId);
  }
  if (provider === null || !provider.justInTime) throw new Refused('not-invited');
  const created = await createJustInTime(tx, account, identity, provider);
  if (created.kind === 'refused') throw new Refused(created.problem);
  return created.userId;
}

async function partnerOfLink({ database }: Services, hash: Buffer): Promise<PartnerId> {
  const partnerId = await findPartnerBySecret(database, 'one-time-link', hash);
  if (partnerId === null) throw new Refused('link-not-valid');
  return partnerId;
}

async function place(services: Services, shown: ShownAccount) {
  const { clientKey, identity, linkHash } = shown;
  if (isPersonalAccount(identity)) throw new Refused('personal-account');
  const placed = await placeAccount(services.database, clientKey, identity);
  if (linkHash === null) {
    if (placed === null) throw new Refused('not-invited');
    return placed;
  }
  const partnerId = await partnerOfLink(services, linkHash);
  // Accounts of a company's own provider are of use in that company alone.
  if (clientKey !== 'work' && placed?.partnerId !== partnerId) throw new Refused('other-directory');
  return { partnerId, account: accountOf(clientKey, identity) };
}

async function refuse(
  services: Services,
  partnerId: PartnerId,
  shown: ShownAccount,
  problem: WorkAccountProblem,
) {
  const details = { ip: shown.manner.address, method: 'work-account', reason: problem };
  await services.database.asTenant({ partnerId, actor: SYSTEM }, (tx) =>
    recordAudit(tx, { action: 'sign-in.failed', subject: null, details }),
  );
}

/**
 * Signs in the user of a work account. Only issuer and subject decide whose it is: an account that nobody knows opens
 * nothing, whatever its e-mail address, unless a one-time link or the company's setting says so.
 */
export async function signInWithWorkAccount(
  services: Services,
  shown: ShownAccount,
): Promise<WorkAccountResult> {
  const { identity, linkHash, manner, earlierSession } = shown;
  let home: PartnerId = NETWORK_PARTNER;
  try {
    const { partnerId, account } = await place(services, shown);
    home = partnerId;
    const token = await services.database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
      const admitted = await admission(tx, account, identity);
      if (admitted.kind === 'other-directory') throw new Refused('other-directory');
      const userId =
        linkHash === null
          ? await userOfAccount(tx, account, identity, admitted.provider)
          : await userOfLink(services.post, tx, linkHash, account, identity);
      const acting = { ...tx, actor: { kind: 'user', userId } } as const;
      if (earlierSession !== null) await endSession(acting, tokenHash(earlierSession));
      const fresh = await newSession(acting, userId, {
        ...manner,
        method: 'work-account',
        provedAt: identity.authenticatedAt,
      });
      const details = { ip: manner.address, method: 'work-account' };
      await recordAudit(acting, { action: 'sign-in', subject: `user:${userId}`, details });
      return fresh;
    });
    return { kind: 'signed-in', token };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await refuse(services, home, shown, error.problem);
    return { kind: 'refused', problem: error.problem };
  }
}
