import { addDays, formatDay, parseDay } from '../../../domain/time/day.ts';
import type { HeldLevel } from '../held-levels.ts';
import type { PublicProfile } from '../public-profile.ts';

/**
 * What a company holds, as an Open Badges 3.0 credential (a W3C Verifiable Credential 2.0): the installation says of the
 * company that it shows this level today. It is valid for a week at most, so that one that was copied does not outlive
 * the level for long; within that week the list of revoked credentials says what was lost.
 */
export const CREDENTIAL_DAYS = 7;

/** The last one names the kind of list in which lost credentials stand. */
const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

export interface CredentialSubject {
  readonly baseUrl: string;
  readonly shown: PublicProfile;
  readonly held: HeldLevel;
}

const midnight = (day: string) => `${day}T00:00:00Z`;
const seconds = (day: string) => Date.parse(midnight(day)) / 1_000;

/** Where the credential of a competency is fetched anew. */
export function credentialPath(slug: string, programme: string, competency: string): string {
  return `/p/${slug}/credentials/${programme}/${competency}`;
}

/** Names the credential of one level as it was given on one day. */
export function credentialName(
  address: { readonly baseUrl: string; readonly slug: string },
  held: { readonly programme: string; readonly competency: string; readonly level: string },
  day: string,
): string {
  const path = credentialPath(address.slug, held.programme, held.competency);
  return `${address.baseUrl}${path}?level=${held.level}&on=${day}`;
}

export function revocationListPath(slug: string): string {
  return `/p/${slug}/revoked-credentials`;
}

/** Who says it. */
function issuerOf(baseUrl: string) {
  return { id: baseUrl, type: ['Profile'], name: `Jalon, ${new URL(baseUrl).host}`, url: baseUrl };
}

/** First day on which the credential is no longer valid. */
function endOf(day: string, validThrough: string | null): string {
  const week = formatDay(addDays(parseDay(day)!, CREDENTIAL_DAYS));
  if (validThrough === null) return week;
  const end = formatDay(addDays(parseDay(validThrough)!, 1));
  return end < week ? end : week;
}

/** The payload of the signed token: the credential, with the claims that the proof format of OB 3.0 adds. */
export function levelCredential({ baseUrl, shown, held }: CredentialSubject) {
  const { profile, day, name } = shown;
  const { programme, competency, level, validThrough } = held;
  const ids = { programme: programme.id, competency: competency.id, level: level.id };
  const id = credentialName({ baseUrl, slug: profile.slug }, ids, day);
  const subject = `${baseUrl}/p/${profile.slug}`;
  const until = endOf(day, validThrough);
  const title = `${competency.name.en} – ${level.name.en}`;
  const issuer = issuerOf(baseUrl);
  return {
    '@context': CONTEXT,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer,
    validFrom: midnight(day),
    validUntil: midnight(until),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      achievement: {
        id: `${baseUrl}/partners?competency=${encodeURIComponent(`${programme.id}/${competency.id}`)}&level=${level.id}`,
        type: ['Achievement'],
        achievementType: 'Competency',
        name: title,
        description: `The company meets the requirements of the level ${level.name.en} of the competency ${competency.name.en} in the programme ${programme.name.en}, and holds the membership that shows it.`,
        criteria: {
          narrative: `Worked out from the skills and results that the rules of the programme ${programme.name.en} (version ${programme.version}) count on the day of issue.`,
        },
        inLanguage: 'en',
      },
    },
    credentialStatus: { id: `${baseUrl}${revocationListPath(profile.slug)}`, type: '1EdTechRevocationList' },
    iss: issuer.id,
    jti: id,
    sub: subject,
    nbf: seconds(day),
    exp: seconds(until),
  };
}
