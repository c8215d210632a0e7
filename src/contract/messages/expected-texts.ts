import type { Locale } from '../common.ts';

/** What a schema says of one value, in the words of JSON Schema. */
export interface ExpectedShape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  /** The names that a value of several names may hold. */
  readonly 'x-fields'?: readonly string[];
}

interface Words {
  readonly formats: Readonly<Record<string, (names: readonly string[]) => string>>;
  readonly choice: (values: readonly string[]) => string;
  readonly whole: (from: number | null, to: number | null, example: number) => string;
  readonly number: string;
  readonly boolean: string;
  readonly text: (from: number, to: number | null) => string;
  readonly list: (most: number | null) => string;
  readonly object: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    formats: {
      date: () => 'An existing day as YYYY-MM-DD, for example 2018-06-01.',
      'date-from-as-of': () => 'A day that is not before asOf, as YYYY-MM-DD.',
      month: () => 'A month as YYYY-MM, for example 2018-06.',
      'month-span': () => 'From a month to the same or a later one, at most 120 months.',
      'date-before-as-of': () => 'A day before asOf, as YYYY-MM-DD.',
      'date-or-instant': () =>
        'An existing day, for example 2018-06-01, or an RFC 3339 instant, for example 2018-06-01T12:00:00Z.',
      email: () => 'An e-mail address, for example anna@contoso.example.',
      'partner-id': () => 'Lower-case letters, digits and hyphens, for example contoso.',
      'profile-slug': () =>
        'Lower-case letters, digits and hyphens, at most 60, for example contoso-conseil.',
      'web-address': () => 'A web address with https://, for example https://contoso.example.',
      'country-code': () => 'A country code of two capital letters, for example FR.',
      filter: () => "A filter, for example contains(lastName,'mar') and status eq 'active'.",
      orderby: (names) =>
        `Fields to sort by, each with an optional desc, for example ${names[0]} desc. Fields: ${names.join(', ')}.`,
      names: (names) =>
        `Names separated by commas, for example ${names.slice(0, 2).join(',')}. Names: ${names.join(', ')}.`,
    },
    choice: (values) => `One of ${values.join(', ')}; for example ${values[0]}.`,
    whole: (from, to, example) =>
      `A whole number${from === null ? '' : to === null ? ` of at least ${from}` : ` from ${from} to ${to}`}, for example ${example}.`,
    number: 'A number, for example 12.5.',
    boolean: 'true or false.',
    text: (from, to) =>
      to === null ? 'A text.' : `A text of ${from > 0 ? `${from} to ${to}` : `at most ${to}`} characters.`,
    list: (most) => (most === null ? 'A list.' : `A list of at most ${most} items.`),
    object: 'An object.',
  },
  fr: {
    formats: {
      date: () => 'Un jour qui existe, au format AAAA-MM-JJ, par exemple 2018-06-01.',
      'date-from-as-of': () => 'Un jour qui n’est pas avant asOf, au format AAAA-MM-JJ.',
      month: () => 'Un mois au format AAAA-MM, par exemple 2018-06.',
      'month-span': () => 'D’un mois au même mois ou à un mois suivant, 120 mois au plus.',
      'date-before-as-of': () => 'Un jour avant asOf, au format AAAA-MM-JJ.',
      'date-or-instant': () =>
        'Un jour qui existe, par exemple 2018-06-01, ou un instant RFC 3339, par exemple 2018-06-01T12:00:00Z.',
      email: () => 'Une adresse e-mail, par exemple anna@contoso.example.',
      'partner-id': () => 'Des minuscules, des chiffres et des tirets, par exemple contoso.',
      'profile-slug': () =>
        'Des minuscules, des chiffres et des tirets, 60 au plus, par exemple contoso-conseil.',
      'web-address': () => 'Une adresse web avec https://, par exemple https://contoso.example.',
      'country-code': () => 'Un code de pays de deux capitales, par exemple FR.',
      filter: () => "Un filtre, par exemple contains(lastName,'mar') and status eq 'active'.",
      orderby: (names) =>
        `Les champs de tri, chacun suivi ou non de desc, par exemple ${names[0]} desc. Champs : ${names.join(', ')}.`,
      names: (names) =>
        `Des noms séparés par des virgules, par exemple ${names.slice(0, 2).join(',')}. Noms : ${names.join(', ')}.`,
    },
    choice: (values) => `Une de ces valeurs : ${values.join(', ')} ; par exemple ${values[0]}.`,
    whole: (from, to, example) =>
      `Un nombre entier${from === null ? '' : to === null ? ` d’au moins ${from}` : ` de ${from} à ${to}`}, par exemple ${example}.`,
    number: 'Un nombre, par exemple 12.5.',
    boolean: 'true ou false.',
    text: (from, to) =>
      to === null
        ? 'Un texte.'
        : `Un texte ${from > 0 ? `de ${from} à ${to}` : `d’au plus ${to}`} caractères.`,
    list: (most) => (most === null ? 'Une liste.' : `Une liste d’au plus ${most} éléments.`),
    object: 'Un objet.',
  },
};

function wholeNumber(shape: ExpectedShape, words: Words): string {
  // A whole number without a limit of its own is limited by what a double can count.
  const from = shape.minimum === undefined || shape.minimum <= Number.MIN_SAFE_INTEGER ? null : shape.minimum;
  const to = shape.maximum === undefined || shape.maximum >= Number.MAX_SAFE_INTEGER ? null : shape.maximum;
  return words.whole(from, to, Math.max(from ?? 0, Math.min(to ?? 100, 100)));
}

/** What is expected of a value, with an example, as one sentence. */
export function expectedText(shape: ExpectedShape, locale: Locale): string {
  const words = WORDS[locale];
  const named = shape.format === undefined ? undefined : words.formats[shape.format];
  if (named !== undefined) return named(shape['x-fields'] ?? []);
  if (shape.enum !== undefined) return words.choice(shape.enum.map(String));
  switch (shape.type) {
    case 'integer':
      return wholeNumber(shape, words);
    case 'number':
      return words.number;
    case 'boolean':
      return words.boolean;
    case 'array':
      return words.list(shape.maxItems ?? null);
    case 'object':
      return words.object;
    default:
      return words.text(shape.minLength ?? 0, shape.maxLength ?? null);
  }
}

/** Which names exist where an unknown one was sent. */
export function knownNamesText(names: readonly string[], locale: Locale): string {
  if (locale === 'fr')
    return names.length === 0 ? 'Aucun n’est attendu ici.' : `Noms connus : ${names.join(', ')}.`;
  return names.length === 0 ? 'None is expected here.' : `Known names: ${names.join(', ')}.`;
}

export const NOT_AS_EXPECTED: Readonly<Record<Locale, Readonly<Record<'query' | 'body', string>>>> = {
  en: { query: 'The query is not as expected.', body: 'The body is not as expected.' },
  fr: {
    query: 'Les paramètres de la requête ne sont pas ceux attendus.',
    body: 'Le corps de la requête n’est pas celui attendu.',
  },
};
