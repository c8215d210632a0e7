/** The query options of the feed (OData URL conventions 4.0, 5.1): read strictly, and refused by name. */
import type { Locale } from '../../contract/common.ts';
import { filterFailureText } from '../../contract/messages/filter-texts.ts';
import type { ListFilter } from '../../domain/list-filter/list-filter.ts';
import { parseFilter } from '../../domain/list-filter/parse-filter.ts';
import { badRequest, HttpProblem } from '../../http/problem.ts';
import { filterFieldsOf, type ReportColumn, type TableOrder } from '../shared/report-tables/report-table.ts';
import { KEY } from './odata-metadata.ts';

export type ODataQuery = Readonly<Record<string, string | undefined>>;

/** What OData knows and this feed does not do. */
const NOT_DONE: ReadonlySet<string> = new Set(['$expand', '$apply', '$search', '$compute']);
function wrong(option: string, detail: string): HttpProblem {
  return badRequest('invalid-query', detail, [{ code: 'invalid-value', field: option, detail }]);
}

/** What is no option at all the schema of the routes refuses. */
export function checkOptions(query: ODataQuery): void {
  const option = Object.keys(query).find((name) => NOT_DONE.has(name));
  if (option !== undefined) {
    throw new HttpProblem(501, 'not-implemented', `${option} is not offered by this feed.`);
  }
}

function whole(query: ODataQuery, option: '$top' | '$skip'): number | null {
  const text = query[option];
  if (text === undefined) return null;
  if (!/^\d{1,12}$/.test(text)) throw wrong(option, `${option} takes a whole number that is not negative.`);
  return Number(text);
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export interface ODataOptions {
  /** Columns that are told; the key is one of them where it is named, or none is. */
  readonly columns: readonly ReportColumn[];
  readonly withKey: boolean;
  readonly filter: ListFilter | undefined;
  readonly order: readonly TableOrder[];
  readonly top: number | null;
  readonly skip: number;
  readonly count: boolean;
  readonly selected: readonly string[] | null;
}

function selectedOf(query: ODataQuery, columns: readonly ReportColumn[]): string[] | null {
  const names = listed(query.$select ?? '');
  if (names.length === 0 || names.includes('*')) return null;
  const known = new Set([KEY, ...columns.map(({ name }) => name)]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw wrong('$select', `There is no property ${unknown}.`);
  return names;
}

function orderOf(query: ODataQuery, columns: readonly ReportColumn[]): TableOrder[] {
  return listed(query.$orderby ?? '').map((part) => {
    const [column = '', direction = 'asc', ...rest] = part.split(/\s+/);
    if (!columns.some(({ name }) => name === column)) {
      throw wrong('$orderby', `Rows are not sorted by ${column}.`);
    }
    if (rest.length > 0 || !['asc', 'desc'].includes(direction)) {
      throw wrong('$orderby', 'A property in $orderby is followed by asc, desc or nothing.');
    }
    return { column, descending: direction === 'desc' };
  });
}

function filterOf(
  query: ODataQuery,
  columns: readonly ReportColumn[],
  locale: Locale,
): ListFilter | undefined {
  const text = query.$filter;
  if (text === undefined || text.trim() === '') return undefined;
  const parsed = parseFilter(text, filterFieldsOf(columns), { orderedTexts: true });
  if (parsed.kind === 'filter') return parsed.filter;
  const { kind: code, position } = parsed.failure;
  const detail = filterFailureText(parsed.failure, locale);
  throw badRequest('invalid-query', detail, [{ code, field: '$filter', position, detail }]);
}

export function odataOptions(
  query: ODataQuery,
  columns: readonly ReportColumn[],
  locale: Locale,
): ODataOptions {
  checkOptions(query);
  const count = query.$count ?? 'false';
  if (count !== 'true' && count !== 'false') throw wrong('$count', '$count takes true or false.');
  const selected = selectedOf(query, columns);
  return {
    columns: selected === null ? columns : columns.filter(({ name }) => selected.includes(name)),
    withKey: selected === null || selected.includes(KEY),
    filter: filterOf(query, columns, locale),
    order: orderOf(query, columns),
    top: whole(query, '$top'),
    skip: whole(query, '$skip') ?? 0,
    count: count === 'true',
    selected,
  };
}
