import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './VirtualCards.module.css';

interface VirtualCardsProps<Row> {
  readonly label: string;
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (first: number, last: number) => void;
  readonly onOpen: (row: Row) => void;
  readonly card: (row: Row) => ReactNode;
}

const LIKELY_HEIGHT = 112;
/** The borders. */
const FRAME_HEIGHT = 2;

/** The same rows on a phone: one card each. */
export function VirtualCards<Row>({ label, count, rowAt, onRange, onOpen, card }: VirtualCardsProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [onRange, first, last]);
  return (
    <div
      ref={scroller}
      className={`${styles.scroller} no-print`}
      style={{ maxHeight: virtualizer.getTotalSize() + FRAME_HEIGHT }}
    >
      <ul aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {row === undefined ? (
                <div className={styles.card} style={{ height: LIKELY_HEIGHT }} />
              ) : (
                <button type="button" className={styles.card} onClick={() => onOpen(row)}>
                  {card(row)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
