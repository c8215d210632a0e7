import type { z } from 'zod';
import type { EnquirySchema } from '../../contract/referrals.ts';
import { rolesWith } from '../../contract/roles.ts';
import { enquirySuspicion } from '../../domain/referrals/judge-enquiry.ts';
import { type AttemptLimiter, attemptLimiter } from '../../http/attempt-limiter.ts';
import { conflict, notFound, tooManyAttempts } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { addReferral, listReferralRecipients, sameMessageSince } from '../../store/referrals-store.ts';
import { holdersOfRoles } from '../../store/users-store.ts';
import { enquiryFormAge } from '../shared/enquiry-form.ts';
import { type NoticeDraft, raiseNotices } from '../shared/notices/raise-notices.ts';
import { publishedProfile } from '../shared/public-profile.ts';
import type { Services } from '../shared/services.ts';

type Enquiry = z.output<typeof EnquirySchema>;

const HOUR = 3_600;
const PER_ADDRESS = 6;
const PER_SENDER = 4;
const PER_COMPANY = 60;
const SAME_WORDS_MS = 30 * 86_400_000;
const VISITOR = { kind: 'system', name: 'visitor' } as const;

/** People to be told: those who were chosen and still may read enquiries; when none is left, all who may. */
async function told(tx: TenantTransaction): Promise<readonly string[]> {
  const holders = await holdersOfRoles(tx, rolesWith('referrals'));
  const may = new Set(holders.map(({ userId }) => userId));
  const chosen = (await listReferralRecipients(tx)).filter((userId) => may.has(userId));
  return chosen.length > 0 ? chosen : [...may];
}

/** Who it is and what was written stays in the inbox, where it is deleted when its time is over. */
async function newsOf(
  tx: TenantTransaction,
  referralId: string,
  competency: string | null,
): Promise<NoticeDraft[]> {
  return (await told(tx)).map((userId) => ({
    content: { kind: 'enquiry-received', referralId, competency },
    key: `enquiry-received ${referralId}`,
    userId,
  }));
}

/**
 * Takes in what a customer wrote. Nothing is ever sent to the address that the customer gave: it may be anybody's. What
 * looks like spam is kept apart and nobody is told; the sender is answered alike.
 */
export function enquiryReceiver(services: Services) {
  const { database, sealer, now } = services;
  const milliseconds = () => now().getTime();
  const perAddress = attemptLimiter(PER_ADDRESS, HOUR, milliseconds);
  const perSender = attemptLimiter(PER_SENDER, 24 * HOUR, milliseconds);
  const perCompany = attemptLimiter(PER_COMPANY, HOUR, milliseconds);
  const usedForms = attemptLimiter(1, 13 * HOUR, milliseconds);

  function count(limiter: AttemptLimiter, key: string): void {
    const seconds = limiter.attempt(key);
    if (seconds !== null) throw tooManyAttempts(seconds);
  }

  return async (slug: string, enquiry: Enquiry, ip: string): Promise<void> => {
    const shown = await publishedProfile(services, slug);
    if (shown === null || !shown.profile.takesEnquiries || shown.profile.slug !== slug) throw notFound();
    // What is refused here counts no further, so that one visitor alone cannot close a company's form for others.
    count(perAddress, ip);
    count(perSender, enquiry.email.toLowerCase());
    const age = enquiryFormAge(sealer, enquiry.token, slug, now());
    if (age === null || usedForms.attempt(enquiry.token) !== null) {
      throw conflict(
        'form-outdated',
        'The form was not shown by this server, was sent before, or is too old.',
      );
    }
    count(perCompany, slug);
    const { message, fax, competency: asked } = enquiry;
    const named = shown.levels.some(
      ({ programme, competency }) => `${programme.id}/${competency.id}` === asked,
    );
    const competency = named ? asked : null;
    await database.asTenant({ partnerId: shown.partnerId, actor: VISITOR }, async (tx) => {
      const since = new Date(tx.now.getTime() - SAME_WORDS_MS);
      const repeated = await sameMessageSince(tx, message, since);
      const suspicion = enquirySuspicion({ message, hiddenField: fax, age, repeated });
      const referralId = await addReferral(tx, {
        state: suspicion === null ? 'new' : 'spam',
        senderName: enquiry.name,
        senderEmail: enquiry.email,
        senderPhone: enquiry.phone,
        senderCompany: enquiry.company,
        message,
        competency,
        locale: enquiry.locale,
        suspicion,
      });
      // The trail says that one came, not from whom.
      const details = { competency, suspicion };
      await recordAudit(tx, { action: 'referral.received', subject: `referral:${referralId}`, details });
      if (suspicion === null) await raiseNotices(tx, await newsOf(tx, referralId, competency));
    });
  };
}
