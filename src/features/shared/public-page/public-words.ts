import type { Locale } from '../../../contract/common.ts';

interface PublicWords {
  readonly skip: string;
  readonly menu: { readonly label: string; readonly directory: string; readonly verify: string };
  readonly foot: string;
  readonly signIn: string;
  readonly nowhere: { readonly title: string; readonly text: string; readonly action: string };
}

/** Words around every page for visitors. */
export const PUBLIC_WORDS: Readonly<Record<Locale, PublicWords>> = {
  fr: {
    skip: 'Aller au contenu',
    menu: { label: 'Menu', directory: 'Annuaire des partenaires', verify: 'Vérifier une attestation' },
    foot: 'Les compétences affichées ici sont recalculées chaque jour d’après les qualifications reconnues par le programme.',
    signIn: 'Espace des partenaires',
    nowhere: {
      title: 'Ce profil n’existe pas',
      text: 'L’adresse est fausse, ou l’entreprise n’a pas publié son profil.',
      action: 'Chercher dans l’annuaire',
    },
  },
  en: {
    skip: 'Skip to content',
    menu: { label: 'Menu', directory: 'Partner directory', verify: 'Verify a credential' },
    foot: 'The competencies shown here are worked out anew every day from the skills that the programme recognises.',
    signIn: 'Partner portal',
    nowhere: {
      title: 'There is no such profile',
      text: 'The address is wrong, or the company has not published its profile.',
      action: 'Search the directory',
    },
  },
};
