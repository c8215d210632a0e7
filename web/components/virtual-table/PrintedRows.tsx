import { useText } from '../../messages/use-text.ts';
import { usePrinting } from '../../ui/use-printing.ts';
import type { WindowedRows } from '../windowed-rows.ts';
import styles from './PrintedRows.module.css';
import type { TableColumn } from './table-column.ts';

type Printable<Row> = Pick<TableColumn<Row>, 'id' | 'header' | 'cell'>;

interface PrintedRowsProps<Row> {
  readonly rows: Pick<WindowedRows<Row, never>, 'count' | 'rowAt'>;
  readonly columns: readonly Printable<Row>[];
  /** Columns that share one on paper, in their order; an upright sheet has room for about seven. */
  readonly paper: readonly (readonly string[])[];
}

function loadedRows<Row>({ rows }: Pick<PrintedRowsProps<Row>, 'rows'>): Row[] {
  const loaded: Row[] = [];
  for (let index = 0; index < rows.count; index++) {
    const row = rows.rowAt(index);
    if (row === undefined) break;
    loaded.push(row);
  }
  return loaded;
}

/**
 * The rows on paper, where nothing scrolls: a plain table, drawn only while printing. A long list prints its first
 * rows and says where the others are.
 */
export function PrintedRows<Row>({ rows, columns, paper }: PrintedRowsProps<Row>) {
  const t = useText();
  if (!usePrinting()) return null;
  const shown = paper
    .map((ids) => ids.flatMap((id) => columns.filter((column) => column.id === id)))
    .filter((group) => group.length > 0);
  const printed = loadedRows({ rows });
  return (
    <div className={styles.printed}>
      <table>
        <thead>
          <tr>
            {shown.map((group) => (
              <th key={group[0]!.id}>{group.map(({ header }) => header).join(' · ')}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {printed.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand still while they are printed.
            <tr key={index}>
              {shown.map((group) => (
                <td key={group[0]!.id}>
                  {group.map(({ id, cell }) => (
                    <span key={id}>{cell(row)} </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {printed.length < rows.count && (
        <p>{t('report.printed.more', { printed: printed.length, count: rows.count })}</p>
      )}
    </div>
  );
}
