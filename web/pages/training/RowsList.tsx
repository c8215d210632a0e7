import type { ReactNode } from 'react';
import { QueryView } from '../../components/QueryView.tsx';
import { PrintedRows } from '../../components/virtual-table/PrintedRows.tsx';
import type { Order, TableColumn } from '../../components/virtual-table/table-column.ts';
import { VirtualCards } from '../../components/virtual-table/VirtualCards.tsx';
import { VirtualTable } from '../../components/virtual-table/VirtualTable.tsx';
import type { PageOfRows, WindowedRows } from '../../components/windowed-rows.ts';
import { Bones } from '../../ui/Bones.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { NothingFits } from './NothingFits.tsx';
import styles from './Training.module.css';

interface RowsListProps<Row, Page extends PageOfRows<Row>> {
  readonly label: string;
  readonly rows: WindowedRows<Row, Page>;
  readonly columns: readonly TableColumn<Row>[];
  /** Ids of the columns that share a cell on paper. */
  readonly paper: readonly (readonly string[])[];
  readonly card: (row: Row) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** Absent: the rows have one order. */
  readonly order?: Order | null;
  readonly onOrder?: (column: string) => void;
}

/** The rows behind the figures: a table, cards on a phone, and all that is loaded on paper. */
export function RowsList<Row, Page extends PageOfRows<Row>>({
  label,
  rows,
  columns,
  paper,
  card,
  onOpen,
  order = null,
  onOrder = () => undefined,
}: RowsListProps<Row, Page>) {
  const phone = usePhone();
  const shared = { label, count: rows.count, rowAt: rows.rowAt, onRange: rows.onRange, onOpen };
  return (
    <QueryView query={rows.head} skeleton={<Bones count={6} height={44} />} part>
      {() =>
        rows.count === 0 ? (
          <NothingFits />
        ) : (
          <div className={styles.list}>
            {phone ? (
              <VirtualCards {...shared} card={card} />
            ) : (
              <VirtualTable
                {...shared}
                columns={columns}
                order={order}
                onOrder={onOrder}
                stale={rows.head.isPlaceholderData}
              />
            )}
            <PrintedRows rows={rows} columns={columns} paper={paper} />
          </div>
        )
      }
    </QueryView>
  );
}
