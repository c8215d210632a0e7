/**
 * What reading a table gives: a header, and rows that remember their line. Cells are text as written, whatever
 * the file kind; meaning (dates, numbers, people) is given by the reader of one format in `sources/`.
 */
export interface Table {
  readonly format: TableFormat;
  readonly header: readonly string[];
  /** 1-based line (text) or row (workbook) of the header. */
  readonly headerLine: number;
  /** Rows below the header, blank ones left out. */
  readonly rowCount: number;
  /** Can be walked any number of times; a walk cannot fail, because the whole file was checked before. */
  readonly rows: Iterable<TableRow>;
}

export type TableFormat =
  | { readonly kind: 'delimited'; readonly encoding: TextEncodingName; readonly separator: Separator }
  | { readonly kind: 'xlsx' };

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ',' | ';' | '\t';

export interface TableRow {
  /** 1-based line on which the row starts (text) or its row number (workbook). */
  readonly line: number;
  /** As many cells as the header, unless the row is ragged. */
  readonly cells: readonly string[];
  /** Set when the row has fewer cells than the header, or more that are not empty: columns cannot be trusted. */
  readonly ragged: { readonly expected: number; readonly found: number } | null;
}

/** A file kind recognised by its content that is not a table this product reads. */
export type ForeignFormat =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'gzip'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'json'
  | 'old-excel'
  | 'xlsb'
  | 'opendocument'
  | 'word'
  | 'zip';

/** Lines are 1-based; columns are 1-based cells of the line. */
export type TableFailure =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'file-too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'wrong-format'; readonly found: ForeignFormat }
  | { readonly kind: 'bad-encoding'; readonly line: number }
  | { readonly kind: 'nul-character'; readonly line: number; readonly column: number }
  | { readonly kind: 'unclosed-quote'; readonly line: number; readonly column: number }
  | { readonly kind: 'text-after-quote'; readonly line: number; readonly column: number }
  | { readonly kind: 'cell-too-long'; readonly line: number; readonly column: number; readonly limit: number }
  | { readonly kind: 'too-many-columns'; readonly line: number; readonly limit: number }
  | { readonly kind: 'too-many-rows'; readonly line: number; readonly limit: number }
  | { readonly kind: 'empty-header'; readonly line: number; readonly column: number }
  | {
      readonly kind: 'duplicate-header';
      readonly line: number;
      readonly column: number;
      readonly firstColumn: number;
      readonly header: string;
    }
  | { readonly kind: 'encrypted-xlsx' }
  | { readonly kind: 'damaged-xlsx' }
  | { readonly kind: 'missing-sheet' }
  | { readonly kind: 'unpacked-too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'xlsx-out-of-bounds'; readonly bound: 'memory' | 'time' };

export interface TableLimits {
  readonly maxBytes: number;
  readonly maxUnpackedBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Characters; the same bound as a spreadsheet cell, so that what is read can be written again. */
  readonly maxCellLength: number;
  /** Bound on the memory and the time of the thread that opens a workbook. */
  readonly workerMegabytes: number;
  readonly workerSeconds: number;
}

export const DEFAULT_TABLE_LIMITS: TableLimits = {
  maxBytes: 25 * 1024 * 1024,
  maxUnpackedBytes: 200 * 1024 * 1024,
  maxRows: 1_000_000,
  maxColumns: 256,
  maxCellLength: 32_767,
  workerMegabytes: 512,
  workerSeconds: 120,
};

export type ReadTableResult =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'unreadable'; readonly failure: TableFailure };
