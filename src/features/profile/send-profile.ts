import type { Locale } from '../../contract/common.ts';
import type { SentProfile } from '../../contract/profile.ts';
import { conflict, tooManyAttempts } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { nameAndAddress } from '../shared/administrators.ts';
import { today } from '../shared/as-of.ts';
import { PROFILE_SHEET } from '../shared/mail/kinds/profile-sheet.ts';
import type { MailOrder } from '../shared/mail/post-mail.ts';
import type { Services } from '../shared/services.ts';
import { ownProfile } from './own-profile.ts';
import { profileDocument } from './profile-document.ts';

/** Sends the own profile of today, as a document, to everybody who looks after accounts in the company. */
export async function sendProfile(
  services: Services,
  person: { readonly userId: string; readonly partnerId: PartnerId },
  locale: Locale,
): Promise<SentProfile> {
  const { database, limits, post, now } = services;
  if (post.delivery === 'none') throw conflict('no-mail-server', 'No mail can be sent from here.');
  const { userId, partnerId } = person;
  const profile = await ownProfile(services, person, { validAt: today(now()), knownAt: null });
  const { administrators, user, company } = profile;
  if (administrators.length === 0) {
    throw conflict('no-administrator', 'The company has no other account admin or global admin.');
  }
  const tried = limits.resetsPerEmail.attempt(`profile ${userId}`);
  if (tried !== null) throw tooManyAttempts(tried);
  const document = await profileDocument(profile, locale, now());
  await database.asTenant({ partnerId, actor: { kind: 'user', userId } }, async (tx) => {
    await post.sendAll(
      tx,
      administrators.map((administrator): MailOrder => {
        const read = administrator.locale ?? company.locale;
        const at = new Intl.DateTimeFormat(read === 'en' ? 'en-GB' : read, {
          dateStyle: 'long',
          timeZone: company.timeZone,
        });
        return {
          kind: PROFILE_SHEET,
          to: administrator.workEmail,
          userId: administrator.userId,
          locale: read,
          values: {
            name: administrator.displayName,
            person: `${user.firstName} ${user.lastName}`.trim(),
            email: user.workEmail,
            at: at.format(tx.now),
          },
          path: `/users?user=${userId}`,
          attachments: [document],
        };
      }),
    );
    const details = { to: administrators.map((one) => one.userId) };
    await recordAudit(tx, { action: 'profile.sent', subject: `user:${userId}`, details });
  });
  return { sentTo: administrators.map(nameAndAddress) };
}
