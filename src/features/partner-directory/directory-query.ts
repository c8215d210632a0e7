import { z } from 'zod';
import { LocaleSchema } from '../../contract/common.ts';
import { searchWords } from '../../domain/text/search-key.ts';
import { recentlyUsed } from '../../http/recently-used.ts';
import {
  type DirectoryListing,
  type DirectoryQuestion,
  directoryChoices,
  searchListings,
  staleListings,
} from '../../store/directory-listings-store.ts';
import { today } from '../shared/as-of.ts';
import { refreshListing } from '../shared/directory-listing.ts';
import type { Services } from '../shared/services.ts';

const word = (most: number) => z.string().trim().max(most).optional().catch(undefined);

/** What a link of any age may hold: what cannot be read is left out, never refused. */
export const DirectoryQuerySchema = z.object({
  q: word(100),
  competency: word(120),
  level: word(40),
  country: word(2),
  language: word(2),
  page: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
  lang: LocaleSchema.optional().catch(undefined),
});
export type DirectoryAsked = Omit<z.output<typeof DirectoryQuerySchema>, 'lang'>;

export interface FoundListings {
  readonly listings: readonly DirectoryListing[];
  readonly count: number;
  readonly question: DirectoryAsked;
  readonly number: number;
  readonly size: number;
}

const PAGE_SIZE = 20;
const MOST_WORDS = 8;
const VISITOR = { kind: 'system', name: 'visitor' } as const;

function questionOf({ q = '', competency, level, country, language }: DirectoryAsked): DirectoryQuestion {
  const words = searchWords(q);
  const given = (value: string | undefined) => (value === undefined || value === '' ? null : value);
  return {
    words: words.slice(0, MOST_WORDS),
    competency: given(competency),
    level: given(level),
    country: given(country)?.toUpperCase() ?? null,
    language: given(language)?.toLowerCase() ?? null,
  };
}

/**
 * One page of the directory. What stands on it is true today: an entry whose facts have changed since it was made is
 * made anew before it is shown, and the page is then put together again.
 */
export async function findListings(services: Services, asked: DirectoryAsked): Promise<FoundListings> {
  const { database, now } = services;
  const number = asked.page ?? 1;
  const page = { limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE };
  const search = () =>
    database.asNetwork({ actor: VISITOR }, async (tx) => {
      const found = await searchListings(tx, questionOf(asked), page);
      const shown = found.listings.map(({ partnerId }) => partnerId);
      return { ...found, stale: await staleListings(tx, today(now()), shown) };
    });
  let found = await search();
  if (found.stale.length > 0) {
    for (const partnerId of found.stale) await refreshListing(services, partnerId);
    found = await search();
  }
  return { listings: found.listings, count: found.count, question: asked, number, size: PAGE_SIZE };
}

const CHOICES_MS = 60_000;

/** What some published profile has, asked for once a minute: it only says which choices are of use. */
export function knownChoices({ database, now }: Pick<Services, 'database' | 'now'>) {
  const kept = recentlyUsed<{ at: number; choices: Awaited<ReturnType<typeof directoryChoices>> }>(1);
  return async () => {
    const known = kept.get('choices');
    const at = now().getTime();
    if (known !== undefined && Math.abs(at - known.at) < CHOICES_MS) return known.choices;
    const choices = await database.asNetwork({ actor: VISITOR }, directoryChoices);
    kept.set('choices', { at, choices });
    return choices;
  };
}
