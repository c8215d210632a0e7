import {
  type BusinessProfile,
  findBusinessProfile,
  findLogo,
  findProfileAddress,
  type Logo,
  type ProfileAddress,
} from '../../store/business-profile-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { type Location, listLocations } from '../../store/locations-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import { today } from './as-of.ts';
import { type HeldLevel, heldLevels } from './held-levels.ts';
import type { Services } from './services.ts';

/** What a profile shows of the company that does not follow from its facts. */
export interface ProfileParts {
  readonly name: string;
  readonly country: string | null;
  readonly profile: BusinessProfile;
  readonly logo: Logo | null;
  /** Those that are shown. */
  readonly locations: readonly Location[];
}

/** A profile with everything that it shows of the company today. */
export interface PublicProfile extends ProfileParts {
  readonly partnerId: PartnerId;
  readonly levels: readonly HeldLevel[];
  readonly evidenceVersion: number;
  readonly changesOn: string;
  readonly day: string;
}

type Parts = Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>;

const VISITOR = { kind: 'system', name: 'visitor' } as const;

/** `null` for a company that has no profile yet. */
export async function readProfileParts(tx: TenantTransaction): Promise<ProfileParts | null> {
  const profile = await findBusinessProfile(tx);
  const partner = await findPartner(tx, tx.partnerId);
  if (profile === null || partner === null) return null;
  const locations = (await listLocations(tx)).filter(
    ({ locationId }) => !profile.hiddenLocations.includes(locationId),
  );
  return { name: partner.name, country: partner.country, profile, logo: await findLogo(tx), locations };
}

/**
 * What the profile of a company shows, published or not; `null` when it has none yet. Whoever asks without belonging to
 * the company is only given this after the profile was found to be published.
 */
export async function publicProfile(services: Parts, partnerId: PartnerId): Promise<PublicProfile | null> {
  const day = today(services.now());
  const parts = await services.database.readAsTenant({ partnerId, actor: VISITOR }, readProfileParts);
  if (parts === null) return null;
  return { partnerId, ...parts, ...(await heldLevels(services, partnerId, day)), day };
}

const SLUG = /^[a-z0-9-]{1,60}$/;

/** Whose profile has, or had, an address. */
export async function profileAddress(
  { database }: Pick<Services, 'database'>,
  slug: string,
): Promise<ProfileAddress | null> {
  return SLUG.test(slug) ? database.asSignIn((tx) => findProfileAddress(tx, slug)) : null;
}

/** The profile of an address as everybody may see it; `null` where none is published. */
export async function publishedProfile(services: Parts, slug: string): Promise<PublicProfile | null> {
  const address = await profileAddress(services, slug);
  return address?.published ? publicProfile(services, address.partnerId) : null;
}

/** In what it says, the language asked for; where it is empty the other one. */
export function inEither(text: { readonly fr: string; readonly en: string }, locale: 'fr' | 'en') {
  const own = text[locale].trim();
  const other = locale === 'fr' ? 'en' : 'fr';
  return own !== '' ? { text: own, lang: locale } : { text: text[other].trim(), lang: other as 'fr' | 'en' };
}
