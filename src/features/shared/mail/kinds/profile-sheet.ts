import type { MailKind } from '../mail-text.ts';

/** A person hands the own profile to an administrator, as an attachment. Values: `name`, `person`, `email`, `at`. */
export const PROFILE_SHEET: MailKind = {
  name: 'profile-sheet',
  words: {
    fr: {
      subject: 'Profil de {person}',
      paragraphs: [
        'Bonjour {name},',
        '{person} ({email}) vous transmet son profil tel qu’il était le {at}. Le document joint indique son compte professionnel, ses comptes d’apprentissage associés et depuis quand.',
      ],
      action: 'Ouvrir sa fiche',
    },
    en: {
      subject: 'Profile of {person}',
      paragraphs: [
        'Hello {name},',
        '{person} ({email}) sends you the own profile as it was on {at}. The attached document names the work account, the associated learning accounts and since when.',
      ],
      action: 'Open the record of this person',
    },
  },
};
