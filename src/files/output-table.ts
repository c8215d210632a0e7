/** What the writers of workbooks and of delimited text take: typed columns, and rows as they arrive. */
export interface OutputColumn {
  readonly header: string;
  /** `day` cells are `YYYY-MM-DD` texts and become real dates where the file kind has dates. */
  readonly type: 'text' | 'day' | 'number';
  /** Characters that fit in the column of a workbook. */
  readonly width?: number;
}

export type OutputCell = string | number | null;
export type OutputRow = readonly OutputCell[];

/** What many rows share, told by a key: the same key has the same cell in every row of a file. */
export interface SharedCells {
  /** Of a row: a whole number from 0 on, small enough to be the place in a list. */
  readonly keyOf: (row: number) => number;
  readonly cellOf: (key: number) => OutputCell;
}

/** The cells of one column, by the number of the row. */
export type CellSource = ((row: number) => OutputCell) | SharedCells;

/** Rows that are there already, told cell by cell: of a large report nothing is put together for each row. */
export interface OutputCells {
  readonly length: number;
  readonly cells: readonly CellSource[];
}

export type OutputRows = AsyncIterable<OutputRow> | Iterable<OutputRow> | OutputCells;

/** What reads a cell, whoever shares it. */
export function cellReader<Cell>(
  source: ((row: number) => Cell) | { keyOf(row: number): number; cellOf(key: number): Cell },
): (row: number) => Cell {
  return typeof source === 'function' ? source : (row) => source.cellOf(source.keyOf(row));
}

/** The same rows for writers that look at one row as a whole. */
export function* wholeRows({ length, cells }: OutputCells): Generator<OutputRow, void> {
  const readers = cells.map((source) => cellReader(source));
  for (let row = 0; row < length; row++) yield readers.map((cell) => cell(row));
}
