import { searchKey } from '../../domain/text/search-key.ts';
import { holdBusinessProfile, isPublic } from '../../store/business-profile-store.ts';
import {
  type NewListing,
  putListing,
  removeListing,
  staleListings,
} from '../../store/directory-listings-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from './as-of.ts';
import { heldLevels } from './held-levels.ts';
import { type PublicProfile, readProfileParts } from './public-profile.ts';
import type { Services } from './services.ts';

const SYSTEM = { kind: 'system', name: 'directory' } as const;

type Parts = Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>;

function listingOf(shown: PublicProfile): NewListing {
  const { profile, locations, levels } = shown;
  const cities = [...new Set(locations.flatMap(({ city }) => (city === null ? [] : [city])))];
  const countries = locations.map(({ country }) => country).concat(shown.country);
  const { headline, description } = profile;
  const words = [
    shown.name,
    headline.fr,
    headline.en,
    description.fr,
    description.en,
    ...cities,
    ...levels.flatMap(({ competency }) => [competency.name.fr, competency.name.en]),
  ];
  return {
    slug: profile.slug,
    name: shown.name,
    headline,
    logoHash: shown.logo?.hash ?? null,
    cities,
    countries: [...new Set(countries.filter((country) => country !== null))].sort(),
    languages: profile.languages,
    levels: levels.map(({ programme, competency, level, validThrough }) => ({
      programme: programme.id,
      competency: competency.id,
      level: level.id,
      validThrough,
    })),
    searchText: searchKey(words.join(' ')),
    evidenceVersion: shown.evidenceVersion,
    madeOn: shown.day,
    changesOn: shown.changesOn,
  };
}

/**
 * Brings what the directory knows of a company up to date; a profile that nobody may see leaves it. Of two changes at
 * the same moment the later one is what remains, whichever comes here first.
 */
export async function refreshListing(services: Parts, partnerId: PartnerId): Promise<void> {
  const day = today(services.now());
  const held = await heldLevels(services, partnerId, day);
  await services.database.asTenant({ partnerId, actor: SYSTEM }, async (tx) => {
    await holdBusinessProfile(tx);
    const parts = await readProfileParts(tx);
    if (parts === null || !isPublic(parts.profile)) await removeListing(tx);
    else await putListing(tx, listingOf({ partnerId, ...parts, ...held, day }));
  });
}

/**
 * Brings up to date what is out of date by a new fact or a new day; answers how many companies there were. One that
 * cannot be made anew does not keep the others from it; what went wrong is thrown at the end.
 */
export async function refreshStaleListings(services: Parts): Promise<number> {
  const day = today(services.now());
  const stale = await services.database.asNetwork({ actor: SYSTEM }, (tx) => staleListings(tx, day));
  const failures: unknown[] = [];
  for (const partnerId of stale) {
    await refreshListing(services, partnerId).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} listings could not be made`);
  return stale.length;
}
