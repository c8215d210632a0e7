import type { TableRow } from '../files/table.ts';
import type { MappedColumns } from './map-columns.ts';
import { type DateOrder, parseDate } from './parse-date.ts';
import { type RejectionReason, rejected, type SourceRow } from './source-row.ts';

type RejectedRow = Extract<SourceRow<never>, { kind: 'rejected' }>;

/**
 * Reads the fields of one row and remembers the first thing that is wrong, so that a reader can name its fields
 * one after the other and ask once at the end.
 */
export interface RowReader<Field extends string> {
  readonly line: number;
  /** The trimmed cell; empty when the file has no such column. */
  text(field: Field): string;
  required(field: Field): string;
  /** Lower case, `null` when empty. */
  email(field: Field): string | null;
  /** `YYYY-MM-DD`, `null` when empty. */
  date(field: Field): string | null;
  requiredDate(field: Field): string;
  reject(reason: RejectionReason, field: Field | null, value: string): void;
  rejection(): RejectedRow | null;
}

// One @, a dot in the domain, no blanks or brackets: enough to catch a name or a phone number in the column.
// Nor characters that cannot be seen or that turn the text beside them around.
const EMAIL =
  /^[^\s@<>,;"\p{Cc}\p{Cs}\p{Bidi_C}]+@[^\s@<>,;"\p{Cc}\p{Cs}\p{Bidi_C}]+\.[^\s@<>,;".\p{Cc}\p{Cs}\p{Bidi_C}]+$/u;
const MAX_EMAIL_LENGTH = 254;

export function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_LENGTH && EMAIL.test(text);
}

export function rowReader<Field extends string>(
  row: TableRow,
  columns: MappedColumns<Field>,
  dates: DateOrder | null,
): RowReader<Field> {
  const { line } = row;
  let first: RejectedRow | null = null;
  const reject = (reason: RejectionReason, field: Field | null, value: string) => {
    first ??= rejected(line, reason, field, value);
  };
  if (row.ragged) reject('ragged-row', null, `${row.ragged.found} / ${row.ragged.expected}`);
  const text = (field: Field) => {
    const index = columns.indexes.get(field);
    return index === undefined ? '' : (row.cells[index] ?? '').trim();
  };
  const required = (field: Field) => {
    const value = text(field);
    if (value === '') reject('missing-value', field, '');
    return value;
  };
  const email = (field: Field) => {
    const value = text(field);
    if (value === '') return null;
    if (!isEmail(value)) reject('bad-email', field, value);
    return value.toLowerCase();
  };
  const date = (field: Field) => {
    const value = text(field);
    if (value === '') return null;
    const parsed = parseDate(value, dates);
    if (parsed.kind === 'day') return parsed.day;
    reject(parsed.reason, field, value);
    return null;
  };
  const requiredDate = (field: Field) => (required(field) === '' ? '' : (date(field) ?? ''));
  return { line, text, required, email, date, requiredDate, reject, rejection: () => first };
}
