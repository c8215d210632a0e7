import { sql } from 'kysely';
import { actorText, type SignInTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

/** What a company says of itself to customers. */
export interface BusinessProfile {
  readonly slug: string;
  /** `null` while the company does not want it to be seen. */
  readonly publishedAt: Date | null;
  readonly headline: { readonly fr: string; readonly en: string };
  readonly description: { readonly fr: string; readonly en: string };
  readonly website: string | null;
  readonly languages: readonly string[];
  readonly hiddenLocations: readonly string[];
  readonly takesEnquiries: boolean;
  /** The operator of the programme keeps it from being shown. */
  readonly suspension: { readonly at: Date; readonly reason: string } | null;
  readonly changedAt: Date;
}

/** Whether everybody may see it. */
export function isPublic({ publishedAt, suspension }: BusinessProfile): boolean {
  return publishedAt !== null && suspension === null;
}

/** Changes of one profile come one after the other from here to the end of the transaction. */
export async function holdBusinessProfile(tx: TenantTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.business-profile'), hashtext(${tx.partnerId}))`.execute(
    tx.sql,
  );
}

export async function findBusinessProfile(tx: TenantTransaction): Promise<BusinessProfile | null> {
  const row = await tx.sql
    .selectFrom('business_profile')
    .selectAll()
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    slug: row.slug,
    publishedAt: row.published_at,
    headline: { fr: row.headline_fr, en: row.headline_en },
    description: { fr: row.description_fr, en: row.description_en },
    website: row.website,
    languages: row.languages,
    hiddenLocations: row.hidden_locations,
    takesEnquiries: row.takes_enquiries,
    suspension:
      row.suspended_at === null ? null : { at: row.suspended_at, reason: row.suspension_reason ?? '' },
    changedAt: row.changed_at,
  };
}

export type SavedProfile = { readonly kind: 'saved' } | { readonly kind: 'slug-taken' };

/** Writes the profile of the company as a whole; an address that another company has or had is refused. */
export async function saveBusinessProfile(
  tx: TenantTransaction,
  profile: Omit<BusinessProfile, 'changedAt' | 'suspension'>,
): Promise<SavedProfile> {
  const { rows } = await sql<{ free: boolean }>`
    select profile_address_is_free(${profile.slug}, ${tx.partnerId}) as free`.execute(tx.sql);
  if (rows[0]?.free !== true) return { kind: 'slug-taken' };
  const values = {
    slug: profile.slug,
    published_at: profile.publishedAt,
    headline_fr: profile.headline.fr,
    headline_en: profile.headline.en,
    description_fr: profile.description.fr,
    description_en: profile.description.en,
    website: profile.website,
    languages: [...profile.languages],
    hidden_locations: [...profile.hiddenLocations],
    takes_enquiries: profile.takesEnquiries,
    changed_at: tx.now,
    changed_by: actorText(tx.actor),
  };
  await tx.sql
    .insertInto('business_profile')
    .values({ partner_id: tx.partnerId, ...values })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(values))
    .execute();
  // Of two companies that take one address at the same moment, the second finds no row of its own.
  await tx.sql
    .insertInto('business_profile_slug')
    .values({ partner_id: tx.partnerId, slug: profile.slug, taken_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const own = await tx.sql
    .selectFrom('business_profile_slug')
    .select('slug')
    .where('partner_id', '=', tx.partnerId)
    .where('slug', '=', profile.slug)
    .executeTakeFirst();
  return own === undefined ? { kind: 'slug-taken' } : { kind: 'saved' };
}

/** Keeps the profile from being shown, or with `null` lets it be shown again. Answers whether there is one. */
export async function setSuspension(tx: TenantTransaction, reason: string | null): Promise<boolean> {
  const row = await tx.sql
    .updateTable('business_profile')
    .set({ suspended_at: reason === null ? null : tx.now, suspension_reason: reason })
    .where('partner_id', '=', tx.partnerId)
    .returning('partner_id')
    .executeTakeFirst();
  return row !== undefined;
}

export interface ProfileAddress {
  readonly partnerId: PartnerId;
  /** The present address, which may be another one than was asked for. */
  readonly slug: string;
  /** Whether everybody may see it. */
  readonly published: boolean;
}

/** Whose profile has, or had, this address. */
export async function findProfileAddress(
  tx: SignInTransaction,
  slug: string,
): Promise<ProfileAddress | null> {
  const { rows } = await sql<{ partner_id: PartnerId; slug: string; published: boolean }>`
    select partner_id, slug, published from find_partner_of_profile(${slug})`.execute(tx.sql);
  const [row] = rows;
  return row === undefined ? null : { partnerId: row.partner_id, slug: row.slug, published: row.published };
}

export interface Logo {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  /** Names the content. */
  readonly hash: string;
}

export async function findLogo(tx: TenantTransaction): Promise<Logo | null> {
  const row = await tx.sql
    .selectFrom('business_profile_logo')
    .select(['media_type as mediaType', 'width', 'height', 'content_hash as hash'])
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  return row ?? null;
}

export async function readLogo(tx: TenantTransaction): Promise<(Logo & { content: Buffer }) | null> {
  const row = await tx.sql
    .selectFrom('business_profile_logo')
    .select(['media_type as mediaType', 'width', 'height', 'content_hash as hash', 'content'])
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  return row ?? null;
}

export async function setLogo(tx: TenantTransaction, logo: Logo & { content: Buffer }): Promise<void> {
  const values = {
    media_type: logo.mediaType,
    width: logo.width,
    height: logo.height,
    content_hash: logo.hash,
    content: logo.content,
  };
  await tx.sql
    .insertInto('business_profile_logo')
    .values({ partner_id: tx.partnerId, ...values })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(values))
    .execute();
}

/** Whether there was one. */
export async function removeLogo(tx: TenantTransaction): Promise<boolean> {
  const row = await tx.sql
    .deleteFrom('business_profile_logo')
    .where('partner_id', '=', tx.partnerId)
    .returning('partner_id')
    .executeTakeFirst();
  return row !== undefined;
}
