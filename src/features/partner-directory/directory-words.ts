import type { Locale } from '../../contract/common.ts';

interface DirectoryWords {
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly competency: string;
  readonly level: string;
  readonly country: string;
  readonly language: string;
  readonly every: string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly nothing: string;
  readonly clear: string;
  readonly earlier: string;
  readonly later: string;
  readonly more: (count: number) => string;
  readonly pages: string;
}

/** The words of the directory of partners. */
export const DIRECTORY_WORDS: Readonly<Record<Locale, DirectoryWords>> = {
  fr: {
    title: 'Annuaire des partenaires',
    lead: 'Trouvez une entreprise par ses compétences, son pays ou sa langue. Chaque compétence affichée est détenue aujourd’hui.',
    words: 'Nom, ville ou mots',
    competency: 'Compétence',
    level: 'Niveau',
    country: 'Pays',
    language: 'Langue',
    every: 'Indifférent',
    search: 'Chercher',
    found: (count) => `${count} ${count < 2 ? 'entreprise' : 'entreprises'}`,
    nothing: 'Aucune entreprise ne répond à tous ces critères.',
    clear: 'Retirer les critères',
    earlier: 'Page précédente',
    later: 'Page suivante',
    more: (count) => `et ${count} de plus`,
    pages: 'Pages de résultats',
  },
  en: {
    title: 'Partner directory',
    lead: 'Find a company by its competencies, its country or its language. Every competency shown is held today.',
    words: 'Name, city or words',
    competency: 'Competency',
    level: 'Level',
    country: 'Country',
    language: 'Language',
    every: 'Any',
    search: 'Search',
    found: (count) => (count === 1 ? '1 company' : `${count} companies`),
    nothing: 'No company meets all of this.',
    clear: 'Clear all criteria',
    earlier: 'Previous page',
    later: 'Next page',
    more: (count) => `and ${count} more`,
    pages: 'Pages of results',
  },
};
