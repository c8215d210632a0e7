/**
 * Rows of a report as programs read them: columns with names and kinds, cells made when they are asked for, so that a
 * table of 200,000 rows is no more in memory than what it is made of.
 */
import type { FieldKind, FilterFields, ListFilter } from '../../../domain/list-filter/list-filter.ts';
import { filterTest } from '../../../domain/list-filter/matches-filter.ts';
import { searchKey, searchWords } from '../../../domain/text/search-key.ts';

export interface ReportColumn {
  readonly name: string;
  readonly kind: Exclude<FieldKind, 'texts'>;
  readonly personal?: true;
}

export type ReportCell = string | number | boolean | null;

export type CellReader<Cell = ReportCell> = (row: number) => Cell;

/** Cells of a column that many rows share, by a key; see `SharedCells` of the files. */
export interface SharedColumn {
  readonly keyOf: CellReader<number>;
  readonly cellOf: (key: number) => ReportCell;
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  readonly length: number;
  /**
   * Different for every row, and the same as long as the row is about the same thing. Without slashes: programs write it
   * into addresses as it is.
   */
  readonly keyOf: (row: number) => string;
  /** What reads one column: asked for once, it is called for every row. */
  readonly reader: (column: string) => CellReader;
  /** The same for files, which write what rows share only once; absent where they share nothing. */
  readonly source?: (column: string) => CellReader | SharedColumn;
}

export interface TableOrder {
  readonly column: string;
  readonly descending: boolean;
}

export interface ChosenRows {
  readonly filter?: ListFilter | undefined;
  /** Words that must all stand in some text of the row. */
  readonly search?: string | undefined;
  readonly order?: readonly TableOrder[] | undefined;
}

/** What conditions may be about, as the filters of all lists know it. */
export function filterFieldsOf(columns: readonly ReportColumn[]): FilterFields {
  return Object.fromEntries(columns.map(({ name, kind }) => [name, kind]));
}

function searchTest(table: ReportTable, search: string): ((row: number) => boolean) | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const texts = table.columns.filter(({ kind }) => kind === 'text').map(({ name }) => table.reader(name));
  return (row) => {
    const text = searchKey(texts.map((cell) => cell(row) ?? '').join('\n'));
    return words.every((word) => text.includes(word));
  };
}

const { compare: compareTexts } = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

function compareCells(left: ReportCell, right: ReportCell): number {
  if (left === right) return 0;
  // What is not known comes first, as OData has it.
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  return left < right ? -1 : 1;
}

/** The place of each row's cell among the different ones: the order of a language is costly, so each is asked about once. */
function placesOf(cell: CellReader, rows: readonly number[]): Map<ReportCell, number> {
  const different = new Set<ReportCell>();
  for (const row of rows) different.add(cell(row));
  return new Map([...different].sort(compareCells).map((value, place) => [value, place]));
}

function inOrder(table: ReportTable, rows: number[], order: readonly TableOrder[]): number[] {
  const keys = order.map(({ column, descending }) => {
    const cell = table.reader(column);
    const places = placesOf(cell, rows);
    const placeOf = new Int32Array(table.length);
    for (const row of rows) placeOf[row] = places.get(cell(row))!;
    return { placeOf, sign: descending ? -1 : 1 };
  });
  return rows.sort((left, right) => {
    for (const { placeOf, sign } of keys) {
      const difference = placeOf[left]! - placeOf[right]!;
      if (difference !== 0) return difference * sign;
    }
    return left - right;
  });
}

/** The numbers of the rows that fit, in the order that is asked for, else in that of the table. */
export function chosenRows(table: ReportTable, { filter, search, order = [] }: ChosenRows): number[] {
  const values = Object.fromEntries(table.columns.map(({ name }) => [name, table.reader(name)]));
  const fits = filter === undefined ? null : filterTest<number>(filter, values);
  const found = searchTest(table, search ?? '');
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    if ((fits === null || fits(row)) && (found === null || found(row))) rows.push(row);
  }
  return order.length === 0 ? rows : inOrder(table, rows, order);
}
