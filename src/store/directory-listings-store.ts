import { type SqlBool, sql } from 'kysely';
import type { ListedLevel } from './business-profile-tables.ts';
import type { NetworkTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** What the directory knows of a published profile. */
export interface DirectoryListing {
  readonly partnerId: PartnerId;
  readonly slug: string;
  readonly name: string;
  readonly headline: { readonly fr: string; readonly en: string };
  readonly logoHash: string | null;
  readonly cities: readonly string[];
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly levels: readonly ListedLevel[];
}

export interface NewListing extends Omit<DirectoryListing, 'partnerId'> {
  /** What a search for words looks in, as search keys. */
  readonly searchText: string;
  /** Of the evidence from which the levels were taken. */
  readonly evidenceVersion: number;
  readonly madeOn: string;
  readonly changesOn: string | null;
}

const competencyKey = (programme: string, competency: string) => `${programme}/${competency}`;
const levelKey = (programme: string, competency: string, level: string) =>
  `${programme}/${competency}/${level}`;

export async function putListing(tx: TenantTransaction, listing: NewListing): Promise<void> {
  const keys = listing.levels.flatMap(({ programme, competency, level }) => [
    competencyKey(programme, competency),
    levelKey(programme, competency, level),
    `level:${level}`,
  ]);
  const values = {
    slug: listing.slug,
    name: listing.name,
    headline_fr: listing.headline.fr,
    headline_en: listing.headline.en,
    logo_hash: listing.logoHash,
    cities: [...listing.cities],
    countries: [...listing.countries],
    languages: [...listing.languages],
    levels: JSON.stringify(listing.levels),
    level_keys: [...new Set(keys)],
    search_text: listing.searchText,
    evidence_version: listing.evidenceVersion,
    made_on: listing.madeOn,
    changes_on: listing.changesOn,
  };
  await tx.sql
    .insertInto('directory_listing')
    .values({ partner_id: tx.partnerId, ...values })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(values))
    .execute();
}

/** Nobody may see the profile any more. */
export async function removeListing(tx: TenantTransaction): Promise<void> {
  await tx.sql.deleteFrom('directory_listing').where('partner_id', '=', tx.partnerId).execute();
}

/** What the profile says has changed: the entry is made anew before it is shown again. */
export async function outdateListing(tx: TenantTransaction): Promise<void> {
  await tx.sql
    .updateTable('directory_listing')
    .set(({ ref }) => ({ changes_on: ref('made_on') }))
    .where('partner_id', '=', tx.partnerId)
    .execute();
}

export interface DirectoryQuestion {
  /** Keys as search keys: words that all occur. */
  readonly words: readonly string[];
  /** `programme/competency`. */
  readonly competency: string | null;
  readonly level: string | null;
  readonly country: string | null;
  readonly language: string | null;
}

function asked(tx: NetworkTransaction, question: DirectoryQuestion) {
  const { words, competency, level, country, language } = question;
  let query = tx.sql.selectFrom('directory_listing');
  const key =
    competency === null
      ? level === null
        ? null
        : `level:${level}`
      : level === null
        ? competency
        : `${competency}/${level}`;
  if (key !== null) query = query.where(sql<SqlBool>`${key} = any (level_keys)`);
  if (country !== null) query = query.where(sql<SqlBool>`${country} = any (countries)`);
  if (language !== null) query = query.where(sql<SqlBool>`${language} = any (languages)`);
  for (const word of words) query = query.where(sql<SqlBool>`position(${word} in search_text) > 0`);
  return query;
}

/**
 * Published profiles by name. It looks across the network, for they are there to be found by everybody; the table
 * holds nothing that a published profile does not show.
 */
export async function searchListings(
  tx: NetworkTransaction,
  question: DirectoryQuestion,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly listings: DirectoryListing[]; readonly count: number }> {
  const rows = await asked(tx, question)
    .select(['partner_id', 'slug', 'name', 'headline_fr', 'headline_en', 'logo_hash'])
    .select(['cities', 'countries', 'languages', 'levels'])
    .orderBy('name')
    .orderBy('partner_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { count } = await asked(tx, question)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  const listings = rows.map((row) => ({
    partnerId: row.partner_id as PartnerId,
    slug: row.slug,
    name: row.name,
    headline: { fr: row.headline_fr, en: row.headline_en },
    logoHash: row.logo_hash,
    cities: row.cities,
    countries: row.countries,
    languages: row.languages,
    levels: row.levels,
  }));
  return { listings, count: Number(count) };
}

/** What can be chosen: countries, languages and competencies that some profile has. */
export async function directoryChoices(tx: NetworkTransaction): Promise<{
  readonly countries: string[];
  readonly languages: string[];
  readonly levelKeys: string[];
}> {
  const distinct = async (column: 'countries' | 'languages' | 'level_keys') => {
    const { rows } = await sql<{ value: string }>`
      select distinct unnest(${sql.ref(column)}) as value from directory_listing order by 1`.execute(tx.sql);
    return rows.map((row) => row.value);
  };
  return {
    countries: await distinct('countries'),
    languages: await distinct('languages'),
    levelKeys: await distinct('level_keys'),
  };
}

/**
 * Companies with a published profile that the directory does not know yet, or of which it may say something else than
 * their facts do by now.
 * @param among looks at no others
 */
export async function staleListings(
  tx: NetworkTransaction,
  today: string,
  among?: readonly PartnerId[],
): Promise<PartnerId[]> {
  if (among?.length === 0) return [];
  const rows = await tx.sql
    .selectFrom('business_profile as p')
    .innerJoin('partner_evidence as e', 'e.partner_id', 'p.partner_id')
    .leftJoin('directory_listing as l', 'l.partner_id', 'p.partner_id')
    .select('p.partner_id')
    .where('p.published_at', 'is not', null)
    .where('p.suspended_at', 'is', null)
    .where(({ eb, or, ref }) =>
      or([
        eb('l.partner_id', 'is', null),
        eb('l.evidence_version', '<>', ref('e.version')),
        eb('l.changes_on', '<=', today),
        // A clock that was set back.
        eb('l.made_on', '>', today),
      ]),
    )
    .$if(among !== undefined, (query) => query.where('p.partner_id', 'in', [...among!]))
    .orderBy('p.partner_id')
    .execute();
  return rows.map((row) => row.partner_id as PartnerId);
}

/** Addresses of all published profiles, for search engines. */
export async function listedSlugs(tx: NetworkTransaction): Promise<string[]> {
  const rows = await tx.sql.selectFrom('directory_listing').select('slug').orderBy('slug').execute();
  return rows.map((row) => row.slug);
}
