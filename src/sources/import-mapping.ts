import type { DateOrder } from './parse-date.ts';

/** What a person may say about a file beyond what the file says itself. */
export interface ImportMapping {
  /** Field of the import kind → header of the file. */
  readonly columns: Readonly<Record<string, string>>;
  readonly dates: DateOrder | null;
}

export const NO_MAPPING: ImportMapping = { columns: {}, dates: null };

export type CheckedMapping =
  | { readonly kind: 'mapping'; readonly mapping: ImportMapping }
  /** `path` names the part of the document that is wrong, `$` the whole. */
  | { readonly kind: 'bad-mapping'; readonly path: string; readonly expected: string };

const DATE_ORDERS: readonly string[] = ['iso', 'dmy', 'mdy'] satisfies DateOrder[];

/** Checks a mapping document (`--mapping`, or the body the Imports page sends). */
export function checkMapping(value: unknown): CheckedMapping {
  if (!isObject(value)) return { kind: 'bad-mapping', path: '$', expected: 'object' };
  const unknownKey = Object.keys(value).find((key) => key !== 'columns' && key !== 'dates');
  if (unknownKey !== undefined) return { kind: 'bad-mapping', path: unknownKey, expected: 'columns, dates' };
  const dates = value.dates ?? null;
  if (dates !== null && !(typeof dates === 'string' && DATE_ORDERS.includes(dates))) {
    return { kind: 'bad-mapping', path: 'dates', expected: DATE_ORDERS.join(', ') };
  }
  const columns = value.columns ?? {};
  if (!isObject(columns)) return { kind: 'bad-mapping', path: 'columns', expected: 'object' };
  const notText = Object.entries(columns).find(([, header]) => typeof header !== 'string');
  if (notText) return { kind: 'bad-mapping', path: `columns.${notText[0]}`, expected: 'string' };
  return {
    kind: 'mapping',
    mapping: { columns: columns as Record<string, string>, dates: dates as DateOrder | null },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
