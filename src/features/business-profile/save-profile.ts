import type { z } from 'zod';
import type { ChangeBusinessProfileSchema } from '../../contract/business-profile.ts';
import { badRequest, conflict } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { saveBusinessProfile } from '../../store/business-profile-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { removeListing } from '../../store/directory-listings-store.ts';
import { listLocations } from '../../store/locations-store.ts';
import { setReferralRecipients } from '../../store/referrals-store.ts';
import { possibleRecipients, profileOrDraft } from './profile-view.ts';

type Change = z.output<typeof ChangeBusinessProfileSchema>;

/** Names that would be taken for something of the installation's own. */
const RESERVED = new Set(['admin', 'api', 'jalon', 'network', 'partners', 'verify']);

function isText({ fr, en }: { readonly fr: string; readonly en: string }): boolean {
  return fr !== '' || en !== '';
}

async function checkIds(tx: TenantTransaction, change: Change): Promise<void> {
  const { hiddenLocations = [], recipients = [] } = change;
  const locations = new Set((await listLocations(tx)).map(({ locationId }) => locationId));
  if (hiddenLocations.some((id) => !locations.has(id))) {
    throw badRequest('unknown-location', 'The company has no such location.', [
      { code: 'unknown-location', field: 'hiddenLocations' },
    ]);
  }
  const possible = new Set((await possibleRecipients(tx)).map(({ userId }) => userId));
  if (recipients.some((id) => !possible.has(id))) {
    throw badRequest('unknown-recipient', 'Enquiries go to people who may read them.', [
      { code: 'unknown-recipient', field: 'recipients' },
    ]);
  }
}

/** Writes a change of the profile with its entry in the trail; what it says is public only while it is published. */
export async function saveProfile(tx: TenantTransaction, change: Change): Promise<void> {
  const { published, recipients, ...fields } = change;
  const { saved, ...before } = await profileOrDraft(tx);
  await checkIds(tx, change);
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const next = { ...before, ...present };
  if (RESERVED.has(next.slug)) throw slugTaken();
  if (published === true && !isText(next.headline) && !isText(next.description)) {
    throw conflict('profile-empty', 'Say first in a line or two what the company does.', {
      errors: [{ code: 'profile-empty', field: 'headline' }],
    });
  }
  const publishes = published === true && before.publishedAt === null;
  const withdraws = published === false && before.publishedAt !== null;
  const publishedAt = publishes ? tx.now : withdraws ? null : before.publishedAt;
  const result = await saveBusinessProfile(tx, { ...next, publishedAt });
  if (result.kind === 'slug-taken') throw slugTaken();
  // Together with the withdrawal, so that nothing can come between and leave it in the directory.
  if (publishedAt === null) await removeListing(tx);
  // Whoever makes the profile is told of the first enquiries, until somebody chooses otherwise.
  const creator = tx.actor.kind === 'user' && !saved ? [tx.actor.userId] : undefined;
  const chosen = recipients ?? creator;
  if (chosen !== undefined) await setReferralRecipients(tx, [...new Set(chosen)]);
  const changed = Object.keys(present).concat(recipients === undefined ? [] : ['recipients']);
  if (changed.length > 0) {
    await recordAudit(tx, {
      action: 'business-profile.changed',
      subject: null,
      details: { fields: changed, slug: next.slug },
    });
  }
  if (publishes || withdraws) {
    const action = publishes ? 'business-profile.published' : 'business-profile.withdrawn';
    await recordAudit(tx, { action, subject: null, details: { slug: next.slug } });
  }
}

function slugTaken() {
  return conflict('slug-taken', 'Another company has, or had, this address.', {
    errors: [{ code: 'slug-taken', field: 'slug' }],
  });
}
