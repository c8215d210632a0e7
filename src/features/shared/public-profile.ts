import { type BusinessProfile, findBusinessProfile, findLogo, type Logo } from '../../store/business-profile-store.ts';
import { listLocations, type Location } from '../../store/locations-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { findPartner } from '../../store/partners-store.ts';
import { today } from './as-of.ts';
import { type HeldLevel, heldLevels } from './held-levels.ts';
import type { Services } from './services.ts';

/** A profile with everything that it shows of the company today. */
export interface PublicProfile {
  readonly partnerId: PartnerId;
  readonly name: string;
  readonly country: string | null;
  readonly profile: BusinessProfile;
  readonly logo: Logo | null;
  /** Those that are shown. */
  readonly locations: readonly Location[];
  readonly levels: readonly HeldLevel[];
  readonly evidenceVersion: number;
  readonly changesOn: string;
  readonly day: string;
}

type Parts = Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>;

const VISITOR = { kind: 'system', name: 'visitor' } as const;

/**
 * What the profile of a company shows, published or not; `null` when it has none yet. Whoever asks without belonging to
 * the company is only given this after the profile was found to be published.
 */
export async function publicProfile(services: Parts, partnerId: PartnerId): Promise<PublicProfile | null> {
  const day = today(services.now());
  const read = await services.database.readAsTenant({ partnerId, actor: VISITOR }, async (tx) => ({
    profile: await findBusinessProfile(tx),
    partner: await findPartner(tx, partnerId),
    logo: await findLogo(tx),
    locations: await listLocations(tx),
  }));
  const { profile, partner, logo } = read;
  if (profile === null || partner === null) return null;
  const locations = read.locations.filter(({ locationId }) => !profile.hiddenLocations.includes(locationId));
  const held = await heldLevels(services, partnerId, day);
  const { name, country } = partner;
  return { partnerId, name, country, profile, logo, locations, ...held, day };
}

/** In what it says, the language asked for; where it is empty the other one. */
export function inEither(text: { readonly fr: string; readonly en: string }, locale: 'fr' | 'en') {
  const own = text[locale].trim();
  const other = locale === 'fr' ? 'en' : 'fr';
  return own !== '' ? { text: own, lang: locale } : { text: text[other].trim(), lang: other as 'fr' | 'en' };
}
