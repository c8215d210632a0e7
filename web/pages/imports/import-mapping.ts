import type { ImportRun, Mapping } from '../../../src/contract/imports.ts';
import { DATE_FIELDS } from './import-labels.ts';

/** The mapping in which one column is taken for another field; a field is taken from one column only. */
export function mappingWith(run: ImportRun, header: string, field: string | null): Mapping {
  const columns: Record<string, string> = {};
  for (const column of run.columns) {
    if (column.field !== null && column.header !== header && column.field !== field) {
      columns[column.field] = column.header;
    }
  }
  if (field !== null) columns[field] = header;
  return { ...run.mapping, columns };
}

/** Required fields that no column gives. */
export function missingFields(run: ImportRun): string[] {
  const given = new Set(run.columns.map((column) => column.field));
  return run.fields.filter(({ field, required }) => required && !given.has(field)).map(({ field }) => field);
}

/** A date like 03/04/2018 can be read in two ways, and stands perhaps further down than the first values. */
const SLASHED = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/;

/** Whether the reader should be asked how dates are written. */
export function needsDateOrder(run: ImportRun): boolean {
  const dates = run.columns.filter(({ field }) => field !== null && DATE_FIELDS.includes(field));
  if (dates.length === 0) return false;
  if (run.mapping.dates !== undefined || run.counts.rejected > 0) return true;
  return dates.some((column) => column.samples.some((sample) => SLASHED.test(sample)));
}
