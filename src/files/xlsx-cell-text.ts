import type { CellValue } from 'hucre';

const MS_PER_DAY = 86_400_000;

/**
 * The text of a workbook cell as a person would have typed it in a text file: days as ISO days, whole numbers
 * without a fraction, formulas as the value the spreadsheet last computed.
 */
export function xlsxCellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof Date) return dateText(value);
  // Spreadsheets keep 15 significant digits; what lies beyond is noise of binary fractions.
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
}

function dateText(value: Date): string {
  // A serial number is a fraction of a day, so whole seconds come back a few milliseconds off.
  const ms = Math.round(value.getTime() / 1000) * 1000;
  if (!Number.isFinite(ms)) return '';
  const iso = new Date(ms).toISOString();
  return ms % MS_PER_DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 19)}Z`;
}
