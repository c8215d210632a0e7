import type { CellSource, OutputCell, OutputCells, OutputColumn } from '../../../files/output-table.ts';
import { type ReportFile, reportFile } from '../report-file.ts';
import type { CellReader, ReportCell, ReportColumn, ReportTable } from './report-table.ts';

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

/** Rows in the order of the file; columns that share their keys go on sharing them. */
function cellsOf({ table, rows, columns }: FileOrder): OutputCells {
  const sources = columns.map(({ name }) => table.source?.(name) ?? table.reader(name));
  // The whole table in its own order is what most files are.
  const isWhole = rows.length === table.length && rows.every((row, at) => row === at);
  const inOrder = <Cell>(cell: CellReader<Cell>) => (isWhole ? cell : (at: number) => cell(rows[at]!));
  const keysInOrder = new Map<CellReader<number>, CellReader<number>>();
  for (const source of sources) {
    if (typeof source === 'function' || keysInOrder.has(source.keyOf)) continue;
    keysInOrder.set(source.keyOf, inOrder(source.keyOf));
  }
  const cells = sources.map((source): CellSource => {
    if (typeof source === 'function') {
      const cell = inOrder(source);
      return (at) => outputCell(cell(at));
    }
    return { keyOf: keysInOrder.get(source.keyOf)!, cellOf: (key) => outputCell(source.cellOf(key)) };
  });
  return { length: rows.length, cells };
}

/** Some rows and columns of a table, under the names of its columns: programs read these files. */
export function tableFile(order: FileOrder): ReportFile {
  return reportFile({ ...order, columns: order.columns.map(outputColumn), rows: cellsOf(order) });
}
