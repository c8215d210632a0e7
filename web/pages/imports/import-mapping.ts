import type { ImportRun, Mapping } from '../../../src/contract/imports.ts';
import { DATE_FIELDS } from './import-labels.ts';

type Columns = ImportRun['columns'];

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

/** Dates like 03/04/2018 can be read in two ways: the reader has to say which. */
const TWO_WAYS = /^\s*(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}/;

export function needsDateOrder(run: ImportRun): boolean {
  if (run.mapping.dates !== undefined) return true;
  return dateColumns(run.columns).some((column) => column.samples.some((sample) => TWO_WAYS.test(sample)));
}

function dateColumns(columns: Columns): Columns {
  return columns.filter((column) => column.field !== null && DATE_FIELDS.includes(column.field));
}
