import type { Table } from '../files/table.ts';
import type { METRICS_HEADERS } from './header-synonyms.ts';
import { METRICS_COLUMNS } from './import-kinds.ts';
import { type ImportMapping, NO_MAPPING } from './import-mapping.ts';
import { parseMonthText } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { readSourceTable, type SourceTable } from './read-source-table.ts';
import type { RowReader } from './row-reader.ts';

/** One month of one performance metric; `null` applies to every association, competency or track. */
export interface MetricCandidate {
  readonly line: number;
  readonly metric: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly value: number;
  readonly association: string | null;
  readonly competency: string | null;
  readonly track: string | null;
}

type MetricsField = keyof typeof METRICS_HEADERS;

export function parseMetricsFile(
  table: Table,
  mapping: ImportMapping = NO_MAPPING,
): SourceTable<MetricCandidate> {
  return readSourceTable<MetricsField, MetricCandidate>(
    table,
    {
      columns: METRICS_COLUMNS,
      readRow: readMetric,
      key: ({ metric, month, association, competency, track }) =>
        JSON.stringify([metric, month, association, competency, track]),
      sameContent: (first, second) => first.value === second.value,
    },
    mapping,
  );
}

function readMetric(reader: RowReader<MetricsField>): MetricCandidate {
  const metric = reader.required('metric');
  const monthText = reader.required('month');
  const month = parseMonthText(monthText);
  if (month === null) reader.reject('bad-month', 'month', monthText);
  const valueText = reader.required('value');
  const value = parseNumber(valueText);
  if (value.kind === 'rejected') reader.reject(value.reason, 'value', valueText);
  return {
    line: reader.line,
    metric,
    month: month ?? '',
    value: value.kind === 'number' ? value.value : Number.NaN,
    association: reader.text('association') || null,
    competency: reader.text('competency') || null,
    track: reader.text('track') || null,
  };
}
