import type { BusinessProfileView } from '../../contract/business-profile.ts';
import { rolesWith } from '../../contract/roles.ts';
import { slugOf } from '../../sources/fold-text.ts';
import { type BusinessProfile, findBusinessProfile, findLogo } from '../../store/business-profile-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { listLocations } from '../../store/locations-store.ts';
import { findPartner } from '../../store/partners-store.ts';
import { listReferralRecipients } from '../../store/referrals-store.ts';
import { holdersOfRoles } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { heldLevels } from '../shared/held-levels.ts';
import { stateTag } from '../shared/if-match.ts';
import { logoPath } from '../shared/public-page/pieces.ts';
import type { Services } from '../shared/services.ts';

const LONGEST_SLUG = 60;

/** What a company that has saved nothing starts from: an address made of its name, and nothing published. */
export async function profileOrDraft(
  tx: TenantTransaction,
): Promise<BusinessProfile & { readonly saved: boolean }> {
  const found = await findBusinessProfile(tx);
  if (found !== null) return { ...found, saved: true };
  const partner = await findPartner(tx, tx.partnerId);
  const slug = slugOf(partner?.name ?? '')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
  return {
    slug: slug === '' ? tx.partnerId.slice(0, LONGEST_SLUG) : slug,
    publishedAt: null,
    headline: { fr: '', en: '' },
    description: { fr: '', en: '' },
    website: null,
    languages: partner === null ? [] : [partner.locale],
    hiddenLocations: [],
    takesEnquiries: true,
    suspension: null,
    changedAt: tx.now,
    saved: false,
  };
}

/** People who may read enquiries, each once. */
export async function possibleRecipients(tx: TenantTransaction) {
  const holders = await holdersOfRoles(tx, rolesWith('referrals'));
  const names = new Map(holders.map(({ userId, displayName }) => [userId, displayName]));
  return [...names].map(([userId, displayName]) => ({ userId, displayName }));
}

/** What somebody chose or typed. */
async function chosenParts(tx: TenantTransaction) {
  return {
    profile: await profileOrDraft(tx),
    logo: await findLogo(tx),
    recipients: await listReferralRecipients(tx),
  };
}

/** Names a state of the profile: levels and people change by themselves, and do not count. */
function tagOf({ profile, logo, recipients }: Awaited<ReturnType<typeof chosenParts>>): string {
  const { changedAt: _changed, ...chosen } = profile;
  return stateTag([chosen, logo, recipients]);
}

/** The name of the state that a change is about to replace. */
export async function presentTag(tx: TenantTransaction): Promise<string> {
  return tagOf(await chosenParts(tx));
}

/** The profile as those who look after it see it. */
export async function profileView(
  services: Services,
  claim: TenantClaim,
): Promise<{ readonly view: BusinessProfileView; readonly tag: string }> {
  const { database, baseUrl, now } = services;
  const read = await database.readAsTenant(claim, async (tx) => ({
    ...(await chosenParts(tx)),
    locations: await listLocations(tx),
    possible: await possibleRecipients(tx),
  }));
  const { profile, logo, recipients, possible, locations } = read;
  const { levels } = await heldLevels(services, claim.partnerId, today(now()));
  const view: BusinessProfileView = {
    slug: profile.slug,
    address: `${baseUrl()}/p/${profile.slug}`,
    publishedAt: profile.publishedAt?.toISOString() ?? null,
    headline: profile.headline,
    description: profile.description,
    website: profile.website,
    languages: [...profile.languages],
    hiddenLocations: [...profile.hiddenLocations],
    takesEnquiries: profile.takesEnquiries,
    suspension:
      profile.suspension === null
        ? null
        : { at: profile.suspension.at.toISOString(), reason: profile.suspension.reason },
    logo:
      logo === null
        ? null
        : { path: logoPath(profile.slug, logo.hash), width: logo.width, height: logo.height },
    locations,
    levels: levels.map(({ programme, competency, level, validThrough }) => ({
      programme: programme.id,
      programmeName: programme.name,
      competency: competency.id,
      name: competency.name,
      level: level.id,
      levelName: level.name,
      validThrough,
    })),
    recipients: recipients.filter((userId) => possible.some((one) => one.userId === userId)),
    possibleRecipients: possible,
    saved: profile.saved,
  };
  return { view, tag: tagOf(read) };
}
