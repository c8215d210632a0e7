import type { FieldKind, FilterFailure } from '../../domain/list-filter/list-filter.ts';
import type { Locale } from '../common.ts';

type Expected = Extract<FilterFailure, { kind: 'filter-syntax' }>['expected'];

const EXPECTED: Readonly<Record<Locale, Readonly<Record<Expected, string>>>> = {
  en: {
    condition: "a condition, for example status eq 'active'",
    operator: 'an operator: eq, ne, gt, ge, lt or le',
    value: "a value, for example 'active', 12, true, null or 2018-06-01",
    text: "a text between quotes, for example 'mar'",
    '(': 'an opening bracket',
    ')': 'a closing bracket',
    ',': 'a comma',
    end: 'and, or, or the end of the filter',
  },
  fr: {
    condition: "une condition, par exemple status eq 'active'",
    operator: 'un opérateur : eq, ne, gt, ge, lt ou le',
    value: "une valeur, par exemple 'active', 12, true, null ou 2018-06-01",
    text: "un texte entre apostrophes, par exemple 'mar'",
    '(': 'une parenthèse ouvrante',
    ')': 'une parenthèse fermante',
    ',': 'une virgule',
    end: 'and, or, ou la fin du filtre',
  },
};

const VALUES: Readonly<Record<Locale, Readonly<Record<FieldKind, string>>>> = {
  en: {
    text: "a text between quotes, for example 'active'",
    texts: "a text between quotes, for example 'active'",
    day: 'an existing day, for example 2018-06-01',
    instant: 'a day or an instant, for example 2018-06-01T12:00:00Z',
    number: 'a number, for example 12',
    boolean: 'true or false',
  },
  fr: {
    text: "un texte entre apostrophes, par exemple 'active'",
    texts: "un texte entre apostrophes, par exemple 'active'",
    day: 'un jour qui existe, par exemple 2018-06-01',
    instant: 'un jour ou un instant, par exemple 2018-06-01T12:00:00Z',
    number: 'un nombre, par exemple 12',
    boolean: 'true ou false',
  },
};

/** Why a filter cannot be read, as one sentence that names the place. */
export function filterFailureText(failure: FilterFailure, locale: Locale): string {
  const french = locale === 'fr';
  const at = french ? `Au caractère ${failure.position} : ` : `At character ${failure.position}: `;
  switch (failure.kind) {
    case 'filter-syntax': {
      const expected = EXPECTED[locale][failure.expected];
      return french ? `${at}il faut ici ${expected}.` : `${at}expected ${expected}.`;
    }
    case 'filter-unclosed-text':
      return french
        ? `${at}ce texte n’est pas fermé par une apostrophe ; une apostrophe dans le texte s’écrit deux fois.`
        : `${at}this text is not closed by a quote; a quote inside is written twice.`;
    case 'filter-unknown-field': {
      const fields = failure.fields.join(', ');
      return french
        ? `${at}ce champ n’existe pas. Champs : ${fields}.`
        : `${at}there is no such field. Fields: ${fields}.`;
    }
    case 'filter-wrong-operator': {
      const operators = failure.operators.join(', ');
      return french
        ? `${at}${failure.field} se compare ici avec ${operators}.`
        : `${at}${failure.field} is compared here with ${operators}.`;
    }
    case 'filter-wrong-value': {
      const value = VALUES[locale][failure.fieldKind];
      return french ? `${at}${failure.field} attend ${value}.` : `${at}${failure.field} takes ${value}.`;
    }
    case 'filter-too-deep':
      return french
        ? `${at}plus de ${failure.limit} parenthèses imbriquées.`
        : `${at}more than ${failure.limit} brackets inside one another.`;
  }
}
