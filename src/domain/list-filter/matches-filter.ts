import { parseInstant } from '../time/instant.ts';
import type { Comparison, FilterValue, ListFilter } from './list-filter.ts';

export type FieldValue = string | number | boolean | null | readonly string[];

/** How to read each field of a row, by the name that filters use. */
export type FieldValues<Row, Name extends string = string> = Readonly<Record<Name, (row: Row) => FieldValue>>;

function isOrdered(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'le':
      return order <= 0;
  }
}

function literalOf(value: Exclude<FilterValue, { kind: 'null' }>): string | number | boolean {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return value.number;
    case 'boolean':
      return value.boolean;
    case 'day':
      return value.day;
    case 'instant':
      return value.milliseconds;
  }
}

/** An instant is on a day when its UTC day is: `createdAt le 2027-01-31` includes that whole day. */
function comparable(actual: string, kind: FilterValue['kind']): string | number {
  if (kind === 'day') return actual.slice(0, 10);
  return kind === 'instant' ? (parseInstant(actual) ?? Number.NaN) : actual;
}

/** An absent value equals nothing but `null`, and comes neither before nor after anything. */
function compares(
  actual: Exclude<FieldValue, readonly string[]>,
  comparison: Comparison,
  value: FilterValue,
): boolean {
  if (value.kind === 'null') return (actual === null) === (comparison === 'eq');
  if (actual === null) return comparison === 'ne';
  const literal = literalOf(value);
  const left = typeof actual === 'string' ? comparable(actual, value.kind) : actual;
  return isOrdered(comparison, left === literal ? 0 : left < literal ? -1 : 1);
}

function isList(value: FieldValue): value is readonly string[] {
  return Array.isArray(value);
}

const TEXT_TESTS = {
  contains: (text: string, wanted: string) => text.includes(wanted),
  startswith: (text: string, wanted: string) => text.startsWith(wanted),
  endswith: (text: string, wanted: string) => text.endsWith(wanted),
} as const;

/** Whether a row fits. Equality is exact; `contains` and its like do not look at upper and lower case. */
export function filterTest<Row>(filter: ListFilter, values: FieldValues<Row>): (row: Row) => boolean {
  if ('parts' in filter) {
    const tests = filter.parts.map((part) => filterTest(part, values));
    return filter.kind === 'and'
      ? (row) => tests.every((test) => test(row))
      : (row) => tests.some((test) => test(row));
  }
  if (filter.kind === 'not') {
    const test = filterTest(filter.part, values);
    return (row) => !test(row);
  }
  const read = values[filter.field]!;
  if (filter.kind === 'compare') {
    const { comparison, value } = filter;
    return (row) => {
      const actual = read(row);
      if (!isList(actual)) return compares(actual, comparison, value);
      const equal = actual.some((each) => compares(each, 'eq', value));
      return equal === (comparison === 'eq');
    };
  }
  const wanted = filter.text.toLowerCase();
  const has = TEXT_TESTS[filter.kind];
  const fits = (text: string) => has(text.toLowerCase(), wanted);
  return (row) => {
    const actual = read(row);
    return isList(actual) ? actual.some(fits) : typeof actual === 'string' && fits(actual);
  };
}
