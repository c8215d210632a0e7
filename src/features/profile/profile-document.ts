import type { Locale } from '../../contract/common.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { LearningPurpose } from '../../contract/profile.ts';
import { type PdfSection, writePdf } from '../../files/write-pdf.ts';
import type { OwnProfile } from './own-profile.ts';
import { PROFILE_DOCUMENT_WORDS } from './profile-document-words.ts';

export const PDF_MEDIA_TYPE = 'application/pdf';

export interface ProfileDocument {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

function language(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : 'fr';
}

function purposeSection({ provider, state, account }: LearningPurpose, locale: Locale): PdfSection {
  const words = PROFILE_DOCUMENT_WORDS[locale];
  const facts = [{ label: words.state, value: words.states[state] }];
  if (account !== null) {
    const { email, sameEmail } = account;
    facts.push(
      { label: words.account[provider], value: account.accountId },
      { label: words.associatedSince, value: printedDay(account.since, locale) },
      {
        label: words.accountEmail,
        value: email === null ? words.emailUnknown : sameEmail === false ? words.otherEmail(email) : email,
      },
    );
  }
  return { heading: words.purposes[provider], facts };
}

/** The profile as a dated document that can be handed to somebody. */
export async function profileDocument(
  { user, company, purposes, partnerUniversitySince }: OwnProfile,
  locale: Locale,
  now: Date,
): Promise<ProfileDocument> {
  const words = PROFILE_DOCUMENT_WORDS[locale];
  const name = `${user.firstName} ${user.lastName}`.trim();
  const instant = new Intl.DateTimeFormat(language(locale), {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: company.timeZone,
  });
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: company.timeZone }).format(now);
  const content = await writePdf({
    title: words.title(name),
    lead: words.made(instant.format(now)),
    sections: [
      {
        heading: words.person,
        facts: [
          { label: words.name, value: name },
          { label: words.workEmail, value: user.workEmail },
          { label: words.company, value: company.name },
          ...(company.mpnId === null ? [] : [{ label: words.mpnId, value: company.mpnId }]),
          {
            label: words.partnerUniversity,
            value:
              partnerUniversitySince === null
                ? words.no
                : words.since(printedDay(partnerUniversitySince, locale)),
          },
        ],
      },
      ...purposes.map((purpose) => purposeSection(purpose, locale)),
    ],
    note: words.note,
    language: locale,
    madeAt: now,
  });
  return { fileName: `${words.fileStem(name, day)}.pdf`, mediaType: PDF_MEDIA_TYPE, content };
}
