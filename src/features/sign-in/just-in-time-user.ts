import { EMAIL_FORM } from '../../contract/forms.ts';
import type { WorkAccountProblem } from '../../contract/sign-in.ts';
import { fitPersonName } from '../../domain/text/person-name.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { findSignIn } from '../../store/credentials-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { IdentityProvider } from '../../store/identity-providers-store.ts';
import { linkUserIdentity, type ProviderAccount } from '../../store/user-identities-store.ts';
import { createUser } from '../../store/users-store.ts';
import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';

export type JustInTime =
  | { readonly kind: 'created'; readonly userId: string }
  | { readonly kind: 'refused'; readonly problem: WorkAccountProblem };

/**
 * The address to write to. A directory vouches for the names of its accounts, any other provider must say that it has
 * verified the address.
 */
function workEmail(identity: OidcIdentity): string | null {
  const { accountName, email, emailVerified, directoryTenant } = identity;
  if (directoryTenant !== null) return accountName ?? email;
  return emailVerified === true ? email : null;
}

/** Names as the form takes them: what a provider says of its people is text from outside. */
function namesOf({ givenName, familyName, name }: OidcIdentity, email: string): [string, string] {
  const [given, family] = [fitPersonName(givenName ?? ''), fitPersonName(familyName ?? '')];
  if (given !== '' || family !== '') return [given, family];
  const whole = fitPersonName(name ?? '') || fitPersonName(email.split('@')[0]!) || email;
  const [first = '', ...rest] = whole.split(' ');
  return [first, rest.join(' ')];
}

/** Whether the company's wish for new users is about this account: its own people, with addresses of its own. */
function isOfTheCompany(provider: IdentityProvider, identity: OidcIdentity, email: string): boolean {
  const domains = provider.emailDomains;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return identity.guestOf === null && (domains.length === 0 || domains.includes(domain));
}

/**
 * Makes a user without roles of a work account that nobody knows. An address that somebody has is never taken over:
 * the account might belong to the next owner of the address of a person who left.
 */
export async function createJustInTime(
  tx: TenantTransaction,
  account: ProviderAccount,
  identity: OidcIdentity,
  provider: IdentityProvider,
): Promise<JustInTime> {
  const email = workEmail(identity);
  if (email === null || !EMAIL_FORM.test(email)) return { kind: 'refused', problem: 'email-not-verified' };
  if (!isOfTheCompany(provider, identity, email)) return { kind: 'refused', problem: 'not-invited' };
  const taken = await findSignIn(tx, email);
  if (taken !== null) return { kind: 'refused', problem: 'email-taken' };
  const [firstName, lastName] = namesOf(identity, email);
  const employedFrom = tx.now.toISOString().slice(0, 10);
  const { locale } = identity;
  const person = { workEmail: email, firstName, lastName, roles: [], locale, employedFrom };
  const userId = await createUser(tx, person);
  await linkUserIdentity(tx, { ...account, userId, name: identity.accountName });
  const details = { by: 'work-account', issuer: account.issuer };
  await recordAudit(tx, { action: 'user.created', subject: `user:${userId}`, details });
  return { kind: 'created', userId };
}
