import type { DataSet, DataSetColumn } from '../../../src/contract/data-sets.ts';
import { useLocale } from '../../messages/locale.tsx';
import { useDates } from '../../messages/use-dates.ts';
import { useText } from '../../messages/use-text.ts';
import table from '../../ui/Table.module.css';
import styles from './DataSets.module.css';

interface PreviewTableProps {
  readonly name: string;
  readonly columns: readonly DataSetColumn[];
  readonly value: DataSet['value'];
}

/** The first rows under the names that files and programs see. */
export function PreviewTable({ name, columns, value }: PreviewTableProps) {
  const t = useText();
  const dates = useDates();
  const { locale } = useLocale();
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const shown = (cell: DataSet['value'][number][string] | undefined, kind: DataSetColumn['kind']) => {
    if (cell === null || cell === undefined) return '';
    if (typeof cell === 'number') return numbers.format(cell);
    return kind === 'day' ? dates.shortDay(String(cell)) : String(cell);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard.
    <section className={styles.rows} aria-label={t('dataSets.preview.of', { name })} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" className={column.kind === 'number' ? styles.number : ''}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity, and never change places.
            <tr key={at}>
              {columns.map((column) => (
                <td key={column.name} className={column.kind === 'number' ? styles.number : ''}>
                  {shown(row[column.name], column.kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
