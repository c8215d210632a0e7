/** Which rows and columns of a data set a question means; one that names other columns is told those there are. */
import type { Locale } from '../../contract/common.ts';
import type { DataSet, DataSetQuery } from '../../contract/data-sets.ts';
import { filterFailureText } from '../../contract/messages/filter-texts.ts';
import type { ListFilter } from '../../domain/list-filter/list-filter.ts';
import { parseFilter } from '../../domain/list-filter/parse-filter.ts';
import { badRequest } from '../../http/problem.ts';
import { invalidField } from '../../http/validation.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import {
  chosenRows,
  filterFieldsOf,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
  type TableOrder,
} from '../shared/report-tables/report-table.ts';

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function namesOf({ columns }: ReportTable): string[] {
  return columns.map(({ name }) => name);
}

function unknownColumn(table: ReportTable, field: 'orderby' | 'columns', locale: Locale) {
  const format = field === 'columns' ? 'names' : 'orderby';
  return invalidField('query', field, { format, 'x-fields': namesOf(table) }, locale);
}

function orderOf(table: ReportTable, text: string, locale: Locale): TableOrder[] {
  const names = new Set(namesOf(table));
  return listed(text).map((part) => {
    const [column = '', direction = 'asc', ...rest] = part.split(/\s+/);
    if (!names.has(column) || rest.length > 0 || !['asc', 'desc'].includes(direction)) {
      throw unknownColumn(table, 'orderby', locale);
    }
    return { column, descending: direction === 'desc' };
  });
}

function filterOf(table: ReportTable, text: string, locale: Locale): ListFilter {
  const parsed = parseFilter(text, filterFieldsOf(table.columns));
  if (parsed.kind === 'filter') return parsed.filter;
  const { kind: code, position } = parsed.failure;
  const detail = filterFailureText(parsed.failure, locale);
  throw badRequest('invalid-query', detail, [{ code, field: 'filter', position, detail }]);
}

/** Those that are named, in the order of the data set; without names all of a download, else those that were published. */
function columnsOf(table: ReportTable, query: DataSetQuery, locale: Locale): readonly ReportColumn[] {
  if (query.columns === undefined) {
    const download = query.format !== undefined && query.format !== 'json';
    return table.columns.filter(({ personal }) => download || !personal);
  }
  const wanted = new Set(listed(query.columns));
  const found = table.columns.filter(({ name }) => wanted.delete(name));
  if (wanted.size > 0 || found.length === 0) throw unknownColumn(table, 'columns', locale);
  return found;
}

export interface ChosenTable {
  readonly table: ReportTable;
  readonly rows: readonly number[];
  readonly columns: readonly ReportColumn[];
}

export function chosenTable(table: ReportTable, query: DataSetQuery, locale: Locale): ChosenTable {
  const columns = columnsOf(table, query, locale);
  const order = orderOf(table, query.orderby ?? '', locale);
  const filter = query.filter === undefined ? undefined : filterOf(table, query.filter, locale);
  return { table, columns, rows: chosenRows(table, { filter, search: query.search, order }) };
}

/** Without `top` everything that fits one answer is given. */
const PAGE = 10_000;

export function dataSetPage(
  { table, rows, columns }: ChosenTable,
  { top = PAGE, skip = 0 }: DataSetQuery,
  { asOf, programme }: PartnerAnswer,
  url: string,
): DataSet {
  const readers = columns.map(({ name }) => [name, table.reader(name)] as const);
  const value = rows.slice(skip, skip + top).map((row): Record<string, ReportCell> => {
    return Object.fromEntries(readers.map(([name, cell]) => [name, cell(row)]));
  });
  return {
    value,
    nextLink: skip + top < rows.length ? nextPage(url, skip + top, top) : null,
    count: rows.length,
    total: table.length,
    columns: columns.map(({ name }) => name),
    asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
  };
}
