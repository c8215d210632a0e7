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
export type OutputRows = AsyncIterable<OutputRow> | Iterable<OutputRow>;
