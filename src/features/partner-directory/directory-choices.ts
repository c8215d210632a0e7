import type { Locale } from '../../contract/common.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { capitalised, countryName, languageName } from '../shared/public-page/pieces.ts';
import type { DirectoryAsked } from './directory-query.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What can be chosen: only what some published profile has. */
export interface DirectoryChoices {
  readonly competency: readonly Choice[];
  readonly level: readonly Choice[];
  readonly country: readonly Choice[];
  readonly language: readonly Choice[];
}

interface Known {
  readonly countries: readonly string[];
  readonly languages: readonly string[];
  readonly levelKeys: readonly string[];
}

export function choicesOf(
  known: Known,
  programmes: ReadonlyMap<string, Programme>,
  locale: Locale,
): DirectoryChoices {
  const keys = new Set(known.levelKeys);
  const sorted = (choices: readonly Choice[]) => {
    const collator = new Intl.Collator(locale);
    return [...choices].sort((a, b) => collator.compare(a.label, b.label));
  };
  const all = [...programmes.values()];
  const competency = all.flatMap((programme) =>
    programme.competencies
      .map(({ id, name }) => ({ value: `${programme.id}/${id}`, label: name[locale] }))
      .filter(({ value }) => keys.has(value)),
  );
  // Levels of several programmes may have one name: it is chosen once.
  const levels = new Map(
    all.flatMap((programme) => programme.levels.map((level) => [level.id, level] as const)),
  );
  const level = [...levels.values()]
    .filter(({ id }) => keys.has(`level:${id}`))
    .sort((a, b) => b.rank - a.rank)
    .map(({ id, name }) => ({ value: id, label: name[locale] }));
  return {
    competency: sorted(competency),
    level,
    country: sorted(known.countries.map((value) => ({ value, label: countryName(value, locale) }))),
    language: sorted(
      known.languages.map((value) => ({ value, label: capitalised(languageName(value, locale)) })),
    ),
  };
}

/** The address of a question to the directory; without a language where the page adds its own. */
export function directoryAddress(question: DirectoryAsked, locale: Locale | null): string {
  const parameters = new URLSearchParams();
  for (const name of ['q', 'competency', 'level', 'country', 'language'] as const) {
    const value = question[name];
    if (value) parameters.set(name, value);
  }
  if (question.page !== undefined && question.page > 1) parameters.set('page', String(question.page));
  if (locale !== null) parameters.set('lang', locale);
  const text = parameters.toString();
  return text === '' ? '/partners' : `/partners?${text}`;
}
