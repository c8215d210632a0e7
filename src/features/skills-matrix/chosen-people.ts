import type { Locale } from '../../contract/common.ts';
import type { SkillsMatrixQuery } from '../../contract/skills-matrix.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import type { Workplace } from '../../store/user-locations-store.ts';
import type { CompetencyMatrix, MatrixRow } from './competency-matrix.ts';

/** Where people work and with whom, by user id. */
export type Workplaces = ReadonlyMap<string, Workplace>;

const collators = new Map<Locale, Intl.Collator>();

function collatorOf(locale: Locale): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  collators.set(locale, collator);
  return collator;
}

const searchTexts = new WeakMap<MatrixRow, string>();

function searchTextOf(row: MatrixRow): string {
  const known = searchTexts.get(row);
  if (known !== undefined) return known;
  const { firstName, lastName, workEmail } = row;
  const text = searchKey(`${firstName} ${lastName} ${firstName}\n${workEmail}`);
  searchTexts.set(row, text);
  return text;
}

type Names = readonly ('lastName' | 'firstName' | 'workEmail')[];

const USUAL: Names = ['lastName', 'firstName', 'workEmail'];

const orders = new WeakMap<readonly MatrixRow[], Map<string, readonly MatrixRow[]>>();

/** By names; put in order once for each language, as comparing words of a language is what takes long. */
function byNames(rows: readonly MatrixRow[], names: Names, locale: Locale): readonly MatrixRow[] {
  const known = orders.get(rows) ?? new Map<string, readonly MatrixRow[]>();
  orders.set(rows, known);
  const key = `${locale} ${names[0]}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const { compare } = collatorOf(locale);
  const sorted = [...rows].sort((left, right) => {
    for (const name of names) {
      const difference = compare(left[name], right[name]);
      if (difference !== 0) return difference;
    }
    return left.userId < right.userId ? -1 : 1;
  });
  known.set(key, sorted);
  return sorted;
}

function inOrder(rows: readonly MatrixRow[], query: SkillsMatrixQuery, locale: Locale): readonly MatrixRow[] {
  const { field, descending } = query.orderby?.[0] ?? ({ field: 'lastName', descending: false } as const);
  if (field === 'counting') {
    // A sort that keeps the order of equals: people with as many skills stand by name.
    const sign = descending ? -1 : 1;
    return [...byNames(rows, USUAL, locale)].sort((left, right) => sign * (left.counting - right.counting));
  }
  const sorted = byNames(rows, [field, ...USUAL.filter((name) => name !== field)], locale);
  return descending ? sorted.toReversed() : sorted;
}

function rowTest(query: SkillsMatrixQuery, workplaces: Workplaces): (row: MatrixRow) => boolean {
  const { standing, ending, location, team, search = '' } = query;
  const words = searchWords(search);
  return (row) =>
    (standing === undefined || row.standing === standing) &&
    (ending === undefined || row.ending) &&
    (location === undefined || (workplaces.get(row.userId)?.locationId ?? 'none') === location) &&
    (team === undefined || (workplaces.get(row.userId)?.team ?? 'none') === team) &&
    (words.length === 0 || words.every((word) => searchTextOf(row).includes(word)));
}

/** The people who are asked for, in order; not cut into pages. */
export function chosenPeople(
  { holders, others }: CompetencyMatrix,
  query: SkillsMatrixQuery,
  { workplaces, locale }: { readonly workplaces: Workplaces; readonly locale: Locale },
): readonly MatrixRow[] {
  const parts = query.everyone === 'true' ? [holders, others] : [holders];
  const test = rowTest(query, workplaces);
  return parts.flatMap((rows) => inOrder(rows, query, locale).filter(test));
}
