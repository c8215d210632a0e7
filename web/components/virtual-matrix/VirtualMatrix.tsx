import { useRestoreFocusTarget } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useActiveCell } from './use-active-cell.ts';
import styles from './VirtualMatrix.module.css';

export interface MatrixColumn {
  readonly id: string;
  readonly header: ReactNode;
}

interface VirtualMatrixProps<Row> {
  readonly label: string;
  readonly corner: string;
  readonly columns: readonly MatrixColumn[];
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly rowHeader: (row: Row) => ReactNode;
  readonly cell: (row: Row, column: string) => ReactNode;
  /** Without a column: the row itself. */
  readonly onOpen: (row: Row, column: string | null) => void;
  /** The cell that has the focus or under which the pointer is; without a column the row itself. */
  readonly onLookAt: (row: Row | null, column: string | null) => void;
  /** Old rows are still shown while new ones are on their way. */
  readonly stale: boolean;
}

const HEADER_WIDTH = 220;
const COLUMN_WIDTH = 132;
const HEADER_HEIGHT = 104;
const ROW_HEIGHT = 46;
/** Borders, and the bar by which one scrolls sideways. */
const FRAME_HEIGHT = 18;
/** Where the page has no room to give, the page scrolls and the matrix keeps this much. */
const LEAST_HEIGHT = 320;

/**
 * Rows and columns of any number, of which only what is on screen is drawn. One cell is reached with Tab, the others with
 * the arrows; Enter opens.
 */
export function VirtualMatrix<Row>(props: VirtualMatrixProps<Row>) {
  const { columns, count, rowAt, onRange, onOpen, onLookAt } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const down = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    overscan: 10,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_WIDTH,
    paddingStart: HEADER_WIDTH,
    scrollPaddingStart: HEADER_WIDTH,
    overscan: 3,
  });
  const items = down.getVirtualItems();
  const places = across.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  const { cells, tabIndex, activate, move } = useActiveCell(count, columns.length, (row, column) => {
    down.scrollToIndex(row);
    if (column >= 0) across.scrollToIndex(column);
  });
  // What a cell opened gives the focus back to it.
  const restoreFocus = useRestoreFocusTarget();
  const whole = HEADER_HEIGHT + down.getTotalSize() + FRAME_HEIGHT;
  const parts = (row: Row | undefined, index: number, column: number) => {
    const id = columns[column]?.id ?? null;
    return {
      ...restoreFocus,
      'data-place': `${index} ${column}`,
      onFocus: () => {
        activate(index, column);
        onLookAt(row ?? null, id);
      },
      onPointerEnter: () => onLookAt(row ?? null, id),
      onClick: () => row !== undefined && onOpen(row, id),
    };
  };
  return (
    <div
      ref={scroller}
      className={`${styles.scroller} no-print`}
      style={{ maxHeight: whole, minHeight: Math.min(LEAST_HEIGHT, whole) }}
      onPointerLeave={() => onLookAt(null, null)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: cells outside the screen do not exist, so this cannot be a table element. */}
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length + 1}
        aria-busy={props.stale}
        style={{ width: across.getTotalSize(), minWidth: '100%' }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid. */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its links and the cells take the focus. */}
        <div role="row" aria-rowindex={1} className={styles.header} style={{ height: HEADER_HEIGHT }}>
          {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid. */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with it. */}
          <div
            role="columnheader"
            aria-colindex={1}
            className={styles.corner}
            style={{ width: HEADER_WIDTH }}
          >
            {props.corner}
          </div>
          {places.map(({ index, start, size }) => (
            // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid.
            // biome-ignore lint/a11y/useFocusableInteractive: its links take the focus.
            <div
              key={columns[index]!.id}
              role="columnheader"
              aria-colindex={index + 2}
              className={styles.headerCell}
              style={{ left: start, width: size }}
            >
              {columns[index]!.header}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid. */}
        <div
          ref={cells}
          role="rowgroup"
          className={props.stale ? `${styles.rows} ${styles.stale}` : styles.rows}
          style={{ height: down.getTotalSize() }}
          onKeyDown={move}
        >
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            return (
              // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid.
              // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus.
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className={styles.row}
                style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
              >
                {/* biome-ignore lint/a11y/useSemanticElements: part of a virtual grid. */}
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className={styles.rowHeader}
                  style={{ width: HEADER_WIDTH }}
                  tabIndex={tabIndex(index, -1)}
                  {...parts(row, index, -1)}
                >
                  {row === undefined ? <span className={styles.bone} /> : props.rowHeader(row)}
                </div>
                {places.map((place) => (
                  // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid.
                  <div
                    key={columns[place.index]!.id}
                    role="gridcell"
                    aria-colindex={place.index + 2}
                    className={styles.cell}
                    style={{ left: place.start, width: place.size }}
                    tabIndex={tabIndex(index, place.index)}
                    {...parts(row, index, place.index)}
                  >
                    {row === undefined ? (
                      <span className={styles.bone} />
                    ) : (
                      props.cell(row, columns[place.index]!.id)
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
