import { useRestoreFocusTarget } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { HeaderRow } from './HeaderRow.tsx';
import { pinOf } from './pin.ts';
import type { Order, TableColumn } from './table-column.ts';
import styles from './VirtualTable.module.css';

/** Two lines of text. */
const ROW_HEIGHT = 44;
const HEADER_HEIGHT = 44;
/** Borders, and the bar by which one scrolls sideways. */
const FRAME_HEIGHT = 18;
/** Where the page has no room to give, the page scrolls and the table keeps this much. */
const LEAST_HEIGHT = 320;

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly order: Order | null;
  readonly onOrder: (column: string) => void;
  readonly onOpen: (row: Row) => void;
  /** Old rows are still shown while new ones are on their way. */
  readonly stale: boolean;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 15,
  PageUp: -15,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** One row is reachable with Tab; the arrows move from row to row, Enter opens. */
function useActiveRow(count: number, show: (index: number) => void) {
  const [active, setActive] = useState(0);
  const wanted = useRef(false);
  const rows = useRef<HTMLDivElement>(null);
  const current = Math.min(active, Math.max(count - 1, 0));
  useEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    rows.current
      ?.querySelector<HTMLElement>(`[aria-rowindex="${current + 2}"]`)
      ?.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, current + step));
    wanted.current = true;
    setActive(next);
    show(next);
  };
  return { active: current, setActive, move, rows };
}

/** Whoever asks for another tab gets the link of the row there, when it has one. */
function openedElsewhere(event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>): boolean {
  if (!event.ctrlKey && !event.metaKey) return false;
  const link = event.currentTarget.querySelector('a');
  if (link !== null) window.open(link.href, '_blank', 'noopener');
  return link !== null;
}

/** A link does what links do, and text that was marked to be copied is no wish to open the row. */
function meansTheRow(event: MouseEvent<HTMLElement>): boolean {
  const onLink = event.target instanceof Element && event.target.closest('a') !== null;
  return !onLink && window.getSelection()?.isCollapsed !== false;
}

/** A table of any length of which only what is on screen is drawn. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, count, rowAt, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  const { active, setActive, move, rows } = useActiveRow(count, (index) => virtualizer.scrollToIndex(index));
  // What a row opened gives the focus back to it.
  const restoreFocus = useRestoreFocusTarget();
  const whole = HEADER_HEIGHT + virtualizer.getTotalSize() + FRAME_HEIGHT;
  const template = columns.map(({ width }) => `${width}px`).join(' ');
  const pin = pinOf(columns);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div
      ref={scroller}
      className={`${styles.scroller} no-print`}
      style={{ maxHeight: whole, minHeight: Math.min(LEAST_HEIGHT, whole) }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this cannot be a table element. */}
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-busy={props.stale}
        style={{ width, minWidth: '100%' }}
      >
        <HeaderRow
          columns={columns}
          template={template}
          pin={pin}
          order={props.order}
          onOrder={props.onOrder}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this is no table. */}
        <div
          ref={rows}
          role="rowgroup"
          className={props.stale ? `${styles.rows} ${styles.stale}` : styles.rows}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={move}
        >
          {items.map(({ index, start }) => {
            const row = rowAt(index);
            const open = () => row !== undefined && props.onOpen(row);
            return (
              // biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this cannot be a table element.
              <div
                key={index}
                {...restoreFocus}
                role="row"
                aria-rowindex={index + 2}
                tabIndex={index === active ? 0 : -1}
                className={styles.row}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
                onFocus={() => setActive(index)}
                onClick={(event) => meansTheRow(event) && !openedElsewhere(event) && open()}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
                  // The focus moves to what opens; the same key press must not work a button there.
                  event.preventDefault();
                  if (!openedElsewhere(event)) open();
                }}
              >
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useSemanticElements: rows outside the screen do not exist, so this cannot be a table element.
                  // biome-ignore lint/a11y/useFocusableInteractive: the row takes the focus for its cells.
                  <div key={column.id} role="gridcell" {...pin(column, styles.cell!)}>
                    {row === undefined ? (
                      <span className={styles.bone} />
                    ) : (
                      <div className={styles.lines}>{column.cell(row)}</div>
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
