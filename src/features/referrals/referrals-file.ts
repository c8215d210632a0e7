import type { Locale } from '../../contract/common.ts';
import type { ReferralView } from '../../contract/referrals.ts';
import type { OutputColumn, OutputRow } from '../../files/output-table.ts';
import { aboutRows } from '../shared/report-about.ts';
import { plain, type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';

const HEADERS = [
  ['Received on', 'Reçue le', 'day', 14],
  ['State', 'État', 'text', 16],
  ['Name', 'Nom', 'text', 24],
  ['Company', 'Entreprise', 'text', 28],
  ['E-mail', 'E-mail', 'text', 32],
  ['Telephone', 'Téléphone', 'text', 18],
  ['Competency', 'Compétence', 'text', 28],
  ['Message', 'Message', 'text', 60],
  ['Last changed on', 'Dernier changement le', 'day', 18],
  ['Personal data deleted on', 'Données personnelles supprimées le', 'day', 22],
] as const;

const STATES: Readonly<Record<Locale, Readonly<Record<ReferralView['state'], string>>>> = {
  en: { new: 'New', 'in-contact': 'In contact', won: 'Won', lost: 'Lost', spam: 'Spam' },
  fr: { new: 'Nouvelle', 'in-contact': 'En contact', won: 'Gagnée', lost: 'Perdue', spam: 'Indésirable' },
};
const TITLES: Readonly<Record<Locale, { readonly sheet: string; readonly file: string }>> = {
  en: { sheet: 'Enquiries', file: 'enquiries' },
  fr: { sheet: 'Demandes de clients', file: 'demandes-de-clients' },
};

export interface ReferralsFileOrder {
  readonly partner: { readonly id: string; readonly name: string };
  readonly referrals: readonly ReferralView[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  readonly by: string;
  readonly at: Date;
}

function cells(referral: ReferralView, locale: Locale): OutputRow {
  return [
    referral.receivedAt.slice(0, 10),
    STATES[locale][referral.state],
    referral.senderName,
    referral.senderCompany,
    referral.senderEmail,
    referral.senderPhone,
    referral.competency === null ? null : plain(referral.competency.name[locale]),
    referral.message,
    referral.changedAt.slice(0, 10),
    referral.erasedOn,
  ];
}

/** The enquiries that the screen shows, all pages of them. */
export function referralsFile(order: ReferralsFileOrder): ReportFile {
  const { partner, referrals, format, locale, by, at } = order;
  const { sheet, file } = TITLES[locale];
  const day = at.toISOString().slice(0, 10);
  const columns = HEADERS.map(
    ([en, fr, type, width]): OutputColumn => ({ header: { en, fr }[locale], type, width }),
  );
  const asOf = { validAt: day, knownAt: null };
  return reportFile({
    fileStem: `${file}-${partner.id}-${day}`,
    sheet,
    columns,
    rows: referrals.map((referral) => cells(referral, locale)),
    about: aboutRows(
      { partner: partner.name, asOf, programme: null, rows: referrals.length, by, at },
      locale,
    ),
    format,
    locale,
  });
}
