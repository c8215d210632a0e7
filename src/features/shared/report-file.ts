import { Readable } from 'node:stream';
import type { Locale } from '../../contract/common.ts';
import type { OutputColumn, OutputRow, OutputRows } from '../../files/output-table.ts';
import { writeDelimited } from '../../files/write-delimited.ts';
import { writeXlsx } from '../../files/write-xlsx.ts';

export const REPORT_FILE_FORMATS = ['xlsx', 'csv', 'tsv'] as const;
export type ReportFileFormat = (typeof REPORT_FILE_FORMATS)[number];

export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Readable;
}

const MEDIA_TYPES: Readonly<Record<ReportFileFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a route that answers with reports may answer with besides JSON. */
export const REPORT_MEDIA_TYPES: readonly string[] = Object.values(MEDIA_TYPES).map(
  (type) => type.split(';')[0]!,
);

const ABOUT: Readonly<Record<Locale, string>> = { en: 'About', fr: 'À propos' };
const YES_NO = { fr: ['Oui', 'Non'], en: ['Yes', 'No'] } as const;

export function yesNo(value: boolean, locale: Locale): string {
  return YES_NO[locale][value ? 0 : 1];
}

/** Files are written with plain apostrophes and spaces, as their headers are; screens have those of the language. */
export function plain(text: string): string {
  return text.replaceAll('’', "'").replace(/[\u00a0\u202f]/g, ' ');
}

export interface ReportContent {
  /** Name of the file without its ending, and of the sheet with the rows. */
  readonly fileStem: string;
  readonly sheet: string;
  readonly columns: readonly OutputColumn[];
  readonly rows: OutputRows;
  /** What the second sheet of a workbook tells: of whom, of when, by whom. */
  readonly about: readonly OutputRow[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
}

/** What a spreadsheet set to the language takes for the end of a cell, and for the parts of a number. */
const CSV_SHAPES = {
  en: { separator: ',', decimalMark: '.' },
  fr: { separator: ';', decimalMark: ',' },
} as const;

function contentOf({ sheet, columns, rows, about, format, locale }: ReportContent) {
  if (format === 'tsv') return writeDelimited('\t', columns, rows);
  if (format === 'csv') {
    const { separator, decimalMark } = CSV_SHAPES[locale];
    return writeDelimited(separator, columns, rows, { decimalMark });
  }
  const title = ABOUT[locale];
  return writeXlsx([
    { name: sheet, columns, rows },
    {
      name: title,
      columns: [
        { header: title, type: 'text', width: 24 },
        { header: '', type: 'text', width: 48 },
      ],
      rows: about,
      filter: false,
    },
  ]);
}

/** A report as a file that is written while it is read. */
export function reportFile(content: ReportContent): ReportFile {
  return {
    fileName: `${content.fileStem}.${content.format}`,
    mediaType: MEDIA_TYPES[content.format],
    content: Readable.from(contentOf(content), { objectMode: false }),
  };
}
