import { keyAddress, publicKeys, verifyingKey } from '../shared/credentials/credential-keys.ts';
import { credentialPath } from '../shared/credentials/level-credential.ts';
import { readToken } from '../shared/credentials/signed-token.ts';
import { type PublicProfile, publishedProfile } from '../shared/public-profile.ts';
import type { Services } from '../shared/services.ts';

/** What a credential says, once its signature is known to be ours. */
export interface CredentialStatement {
  readonly company: string;
  readonly title: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly profile: string;
}

export type CredentialVerdict =
  | { readonly kind: 'unreadable' }
  /** Of another issuer, or of a key that is not ours, or no longer. */
  | { readonly kind: 'unknown-issuer' }
  | { readonly kind: 'forged' }
  | { readonly kind: 'expired'; readonly statement: CredentialStatement }
  /** Rightly signed and in time, but the company does not show the level today. */
  | { readonly kind: 'lost'; readonly statement: CredentialStatement }
  | { readonly kind: 'held'; readonly statement: CredentialStatement };

interface Payload {
  readonly id: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly identifier: readonly { readonly identityHash: string }[];
    readonly achievement: { readonly name: string };
  };
}

function isShownToday(shown: PublicProfile, baseUrl: string, id: string): boolean {
  return shown.levels.some(({ programme, competency, level }) => {
    const path = credentialPath(shown.profile.slug, programme.id, competency.id);
    return id.startsWith(`${baseUrl}${path}?level=${level.id}&on=`);
  });
}

/** Judges a credential that somebody was given: who signed it, whether it is in time, and whether it is still true. */
export async function credentialVerdict(services: Services, text: string): Promise<CredentialVerdict> {
  const { baseUrl, now } = services;
  const token = readToken(text);
  if (token === null) return { kind: 'unreadable' };
  const keys = await publicKeys(services);
  const key = keys.find(({ keyId }) => keyAddress(baseUrl(), keyId) === token.kid);
  if (key === undefined || token.payload.iss !== baseUrl()) return { kind: 'unknown-issuer' };
  if (!token.signedBy(verifyingKey(key))) return { kind: 'forged' };
  // What we signed has the form that we gave it.
  const { id, validFrom, validUntil, credentialSubject: subject } = token.payload as unknown as Payload;
  const statement = {
    company: subject.identifier[0]!.identityHash,
    title: subject.achievement.name,
    validFrom: validFrom.slice(0, 10),
    validUntil: validUntil.slice(0, 10),
    profile: subject.id,
  };
  if (now() >= new Date(validUntil)) return { kind: 'expired', statement };
  const slug = subject.id.split('/').at(-1) ?? '';
  const shown = await publishedProfile(services, slug);
  // A profile that moved is judged by its present address.
  const present = shown === null ? id : id.replace(`/p/${slug}/`, `/p/${shown.profile.slug}/`);
  const held = shown !== null && isShownToday(shown, baseUrl(), present);
  return { kind: held ? 'held' : 'lost', statement };
}
