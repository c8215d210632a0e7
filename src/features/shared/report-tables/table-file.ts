import type { OutputCell, OutputColumn, OutputRow } from '../../../files/output-table.ts';
import { type ReportFile, reportFile } from '../report-file.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report-table.ts';

type FileOrder = Omit<Parameters<typeof reportFile>[0], 'columns' | 'rows'> & {
  readonly table: ReportTable;
  readonly rows: readonly number[];
  readonly columns: readonly ReportColumn[];
};

const WIDTHS: Readonly<Record<ReportColumn['kind'], number>> = {
  text: 28,
  day: 14,
  instant: 22,
  number: 16,
  boolean: 10,
};

function outputColumn({ name, kind }: ReportColumn): OutputColumn {
  const type = kind === 'day' || kind === 'number' ? kind : 'text';
  return { header: name, type, width: Math.max(WIDTHS[kind], name.length + 4) };
}

function outputCell(cell: ReportCell): OutputCell {
  return typeof cell === 'boolean' ? String(cell) : cell;
}

function* cellsOf({ table, rows, columns }: FileOrder): Generator<OutputRow> {
  const readers = columns.map(({ name }) => table.reader(name));
  for (const row of rows) yield readers.map((cell) => outputCell(cell(row)));
}

/** Some rows and columns of a table, under the names of its columns: programs read these files. */
export function tableFile(order: FileOrder): ReportFile {
  return reportFile({ ...order, columns: order.columns.map(outputColumn), rows: cellsOf(order) });
}
