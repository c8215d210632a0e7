import {
  type OutputCell,
  type OutputColumn,
  type OutputRow,
  type OutputRows,
  wholeRows,
} from './output-table.ts';
import {
  contentTypesXml,
  rootRelationshipsXml,
  sheetEndXml,
  sheetStartXml,
  stylesXml,
  type WrittenSheet,
  workbookRelationshipsXml,
  workbookXml,
  XLSX_STYLE,
} from './xlsx-parts.ts';
import { sheetName, xlsxText } from './xlsx-text.ts';
import { writeZip, type ZipPart } from './zip-writer.ts';

export interface XlsxSheet {
  /** Characters a spreadsheet refuses are replaced, and a name that is too long is cut. */
  readonly name: string;
  readonly columns: readonly OutputColumn[];
  readonly rows: OutputRows;
  /** A sheet to read rather than to filter, such as one about the report. */
  readonly filter?: boolean;
}

/** More rows than a sheet can hold. */
export class SheetTooLong extends Error {
  readonly kind = 'sheet-too-long';
}

const MAX_ROWS = 1_048_576;
const CHUNK_LENGTH = 128 * 1024;
const DEFAULT_WIDTH = 18;

/** Compression runs beside the making of the XML and takes about as long at this level, so less would gain little. */
export const XLSX_COMPRESSION_LEVEL = 6;

/** Day 0 of a workbook, in milliseconds; before March 1900 spreadsheets count a day that never was. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const FIRST_TRUSTED_SERIAL = 61;
const MS_PER_DAY = 86_400_000;

/**
 * Writes a workbook while its rows arrive: memory does not grow with the number of rows, and the consumer's pace
 * holds back the rows. Text is always stored as text, so no cell can become a formula.
 */
export async function* writeXlsx(sheets: readonly XlsxSheet[]): AsyncGenerator<Buffer, void> {
  yield* writeZip(workbookParts(sheets), XLSX_COMPRESSION_LEVEL);
}

function* workbookParts(sheets: readonly XlsxSheet[]): Generator<ZipPart, void> {
  const part = (name: string, xml: string): ZipPart => ({ name, content: [Buffer.from(xml, 'utf8')] });
  yield part('[Content_Types].xml', contentTypesXml(sheets.length));
  yield part('_rels/.rels', rootRelationshipsXml());
  yield part('xl/_rels/workbook.xml.rels', workbookRelationshipsXml(sheets.length));
  yield part('xl/styles.xml', stylesXml());
  const written: WrittenSheet[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const name = sheetName(
      sheet.name,
      written.map((other) => other.name),
    );
    const rowCount = { value: 0 };
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet, index === 0, rowCount) };
    written.push({ name, filterRange: filterRange(sheet, rowCount.value) });
  }
  // The range of the filter is known only now, and parts may come in any order.
  yield part('xl/workbook.xml', workbookXml(written));
}

function filterRange({ columns, filter }: XlsxSheet, rowCount: number): string | null {
  if (filter === false || columns.length === 0) return null;
  return `A1:${columnLetters(columns.length - 1)}${rowCount}`;
}

async function* sheetXml(
  sheet: XlsxSheet,
  isFirst: boolean,
  rowCount: { value: number },
): AsyncGenerator<Buffer, void> {
  const { columns } = sheet;
  const writeRow = rowWriter(columns);
  const widths = columns.map(({ width }) => width ?? DEFAULT_WIDTH);
  let xml = sheetStartXml(widths, isFirst) + headerRow(columns);
  let count = 1;
  for await (const row of 'cells' in sheet.rows ? wholeRows(sheet.rows) : sheet.rows) {
    count++;
    if (count > MAX_ROWS) throw new SheetTooLong(sheet.name);
    xml += writeRow(row, count);
    if (xml.length >= CHUNK_LENGTH) {
      yield Buffer.from(xml, 'utf8');
      xml = '';
    }
  }
  rowCount.value = count;
  yield Buffer.from(xml + sheetEndXml(filterRange(sheet, count)), 'utf8');
}

function headerRow(columns: readonly OutputColumn[]): string {
  const cells = columns.map(({ header }, index) =>
    textCell(columnLetters(index), 1, header, XLSX_STYLE.header),
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function rowWriter(columns: readonly OutputColumn[]): (row: OutputRow, number: number) => string {
  const letters = columns.map((_, index) => columnLetters(index));
  const serials = new Map<string, number | null>();
  return (row, number) => {
    let xml = `<row r="${number}">`;
    for (let index = 0; index < columns.length; index++) {
      const cell = row[index] ?? null;
      if (cell !== null && cell !== '')
        xml += cellXml(letters[index]!, number, cell, columns[index]!.type, serials);
    }
    return `${xml}</row>`;
  };
}

function cellXml(
  letters: string,
  row: number,
  cell: Exclude<OutputCell, null>,
  type: OutputColumn['type'],
  serials: Map<string, number | null>,
): string {
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${letters}${row}"><v>${cell}</v></c>` : '';
  }
  const serial = type === 'day' ? cachedSerial(cell, serials) : null;
  if (serial !== null) return `<c r="${letters}${row}" s="${XLSX_STYLE.day}"><v>${serial}</v></c>`;
  return textCell(letters, row, cell, null);
}

function textCell(letters: string, row: number, text: string, style: number | null): string {
  const styled = style === null ? '' : ` s="${style}"`;
  return `<c r="${letters}${row}"${styled} t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;
}

/** A report holds few different days; the bound keeps memory flat whatever the rows say. */
const MAX_CACHED_DAYS = 20_000;

function cachedSerial(day: string, serials: Map<string, number | null>): number | null {
  const known = serials.get(day);
  if (known !== undefined) return known;
  const serial = daySerial(day);
  if (serials.size < MAX_CACHED_DAYS) serials.set(day, serial);
  return serial;
}

function daySerial(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) return null;
  const serial = (date.getTime() - EPOCH_MS) / MS_PER_DAY;
  return serial >= FIRST_TRUSTED_SERIAL ? serial : null;
}

/** `A`, `B`… `Z`, `AA`… for 0, 1… 25, 26… */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
