import type { CSSProperties } from 'react';
import { pinnedOffsets, type TableColumn } from './table-column.ts';
import styles from './VirtualTable.module.css';

/** Class and place of a cell of a column, pinned or not. */
export type Pin<Row> = (
  column: TableColumn<Row>,
  base: string,
) => { readonly className: string; readonly style?: CSSProperties };

export function pinOf<Row>(columns: readonly TableColumn<Row>[]): Pin<Row> {
  const offsets = pinnedOffsets(columns);
  const last = [...offsets.keys()].at(-1);
  return (column, base) => {
    if (column.pinned === 'end') return { className: `${base} ${styles.pinned} ${styles.atEnd}` };
    const left = offsets.get(column.id);
    if (left === undefined) return { className: base };
    const edge = column.id === last ? ` ${styles.atStart}` : '';
    return { className: `${base} ${styles.pinned}${edge}`, style: { left } };
  };
}
