import type { OidcIdentity } from '../shared/oidc/oidc-identity.ts';

/** The directory in which Microsoft keeps personal accounts. */
const PERSONAL_TENANT = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Domains of mailboxes for everybody. */
const PERSONAL_DOMAINS = new Set([
  ...['outlook.com', 'outlook.fr', 'hotmail.com', 'hotmail.fr', 'live.com', 'live.fr', 'msn.com'],
  ...['gmail.com', 'googlemail.com', 'yahoo.com', 'yahoo.fr', 'ymail.com', 'icloud.com', 'me.com', 'mac.com'],
  ...['aol.com', 'gmx.com', 'gmx.net', 'gmx.fr', 'mail.com', 'proton.me', 'protonmail.com', 'zoho.com'],
  ...['orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 'bbox.fr', 'neuf.fr', 'numericable.fr'],
]);

function domainOf(address: string | null): string {
  return address === null ? '' : address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** A personal account is nobody's work account, whoever it belongs to. */
export function isPersonalAccount(identity: OidcIdentity): boolean {
  const { directoryTenant, guestOf } = identity;
  if (directoryTenant === PERSONAL_TENANT) return true;
  // As a guest of a company's directory it is still a personal account.
  if (guestOf === 'live.com' || guestOf?.includes(PERSONAL_TENANT)) return true;
  return [identity.accountName, identity.email].some((address) => PERSONAL_DOMAINS.has(domainOf(address)));
}
