import type { Locale } from '../../contract/common.ts';

/** What a report without any row says (code `no-skills-data`); other programs look for these very sentences. */
const NO_SKILLS_DATA: Readonly<Record<Locale, string>> = {
  fr: "Aucun utilisateur n'a été trouvé avec des données de qualifications. Vérifiez si les utilisateurs ont associé leurs comptes Learning ou Université partenaire à leurs profils.",
  en: 'No users were found with skills data. Check whether users have associated their Learning or Partner University accounts with their profiles.',
};

export function emptyReportMessage(locale: Locale): string {
  return NO_SKILLS_DATA[locale];
}
