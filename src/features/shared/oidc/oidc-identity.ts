/** Who an identity provider says somebody is: the claims of an ID token whose issuer, audience, times, nonce and signature have been checked. */
export interface OidcIdentity {
  readonly issuer: string;
  /** The key of the account at its issuer: `tid/oid` in a directory, which stays the same for every client, else `sub`. */
  readonly subject: string;
  /** The directory tenant, where the provider has them. */
  readonly directoryTenant: string | null;
  /** What the directory names as the home of the account, where that is elsewhere: the account is a guest. */
  readonly guestOf: string | null;
  /** Shown to people and never used to find anybody. */
  readonly name: string | null;
  readonly accountName: string | null;
  readonly email: string | null;
  /** `null` when the provider says nothing about it. */
  readonly emailVerified: boolean | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly locale: 'fr' | 'en' | null;
  /** When the person last proved to the provider who he or she is, where it says so. */
  readonly authenticatedAt: Date | null;
}

export type Claims = Readonly<Record<string, unknown>>;

function text(value: unknown, longest = 320): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' || trimmed.length > longest ? null : trimmed;
}

function flag(value: unknown): boolean | null {
  // Some providers send it as text.
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  return value === undefined || value === null ? null : false;
}

/** Entra ID names the home of an account (`idp`) where it is another one, or says that it is a guest (`acct`). */
function homeElsewhere(claims: Claims, tenant: string | null): string | null {
  if (tenant === null) return null;
  const home = text(claims.idp);
  if (home !== null && !home.includes(tenant)) return home;
  return claims.acct === 1 || claims.acct === '1' ? 'another directory' : null;
}

/** `null` when the token names nobody. */
export function identityOf(claims: Claims): OidcIdentity | null {
  const issuer = text(claims.iss, 2_000);
  const sub = text(claims.sub);
  if (issuer === null || sub === null) return null;
  const tenant = text(claims.tid);
  const objectId = text(claims.oid);
  const locale = text(claims.locale)?.slice(0, 2).toLowerCase();
  const accountName = text(claims.preferred_username) ?? text(claims.upn);
  return {
    issuer,
    subject: tenant !== null && objectId !== null ? `${tenant}/${objectId}` : sub,
    directoryTenant: tenant,
    guestOf: homeElsewhere(claims, tenant),
    name: text(claims.name),
    accountName,
    email: text(claims.email),
    emailVerified: flag(claims.email_verified ?? claims.xms_edov),
    givenName: text(claims.given_name),
    familyName: text(claims.family_name),
    locale: locale === 'fr' || locale === 'en' ? locale : null,
    authenticatedAt: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
  };
}
