import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import type { Pin } from './pin.ts';
import type { Order, TableColumn } from './table-column.ts';
import styles from './VirtualTable.module.css';

interface HeaderRowProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly template: string;
  readonly pin: Pin<Row>;
  readonly order: Order | null;
  readonly onOrder: (column: string) => void;
}

function sortState(order: Order | null, column: string): 'ascending' | 'descending' | 'none' {
  if (order?.column !== column) return 'none';
  return order.descending ? 'descending' : 'ascending';
}

export function HeaderRow<Row>({ columns, template, pin, order, onOrder }: HeaderRowProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid, see VirtualTable.
    <div role="rowgroup" className={styles.header}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons take the focus. */}
      {/* biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this cannot be a table element. */}
      <div
        role="row"
        aria-rowindex={1}
        className={styles.headerRow}
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => {
          const state = sortState(order, column.id);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus.
            // biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this cannot be a table element.
            <div
              key={column.id}
              role="columnheader"
              {...pin(column, styles.headerCell!)}
              {...(column.sortable ? { 'aria-sort': state } : {})}
            >
              {column.sortable ? (
                <button type="button" onClick={() => onOrder(column.id)} title={column.header}>
                  <span>{column.header}</span>
                  {state === 'ascending' && <ArrowUpRegular />}
                  {state === 'descending' && <ArrowDownRegular />}
                </button>
              ) : (
                <span title={column.header}>{column.header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
