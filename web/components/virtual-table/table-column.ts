import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Pixels; the table scrolls sideways when the columns need more than the window gives. */
  readonly width: number;
  readonly sortable: boolean;
  /** Stays at this edge of the window while the others scroll sideways; one column at most at the end. */
  readonly pinned?: 'start' | 'end' | undefined;
  readonly cell: (row: Row) => ReactNode;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

/** Where each column that is pinned at the start stays: after the others that are. */
export function pinnedOffsets(
  columns: readonly Pick<TableColumn<never>, 'id' | 'width' | 'pinned'>[],
): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const { id, width, pinned } of columns) {
    if (pinned !== 'start') continue;
    offsets.set(id, offset);
    offset += width;
  }
  return offsets;
}

/** `column` or `column desc`, as the API and the address of the page write it. */
export function parseOrder(text: string | undefined): Order | null {
  if (text === undefined || text === '') return null;
  const [column = '', direction] = text.split(' ');
  return { column, descending: direction === 'desc' };
}

/** Ascending, then descending, then the order of the report. */
export function nextOrder(now: Order | null, column: string): string | undefined {
  if (now?.column !== column) return column;
  return now.descending ? undefined : `${column} desc`;
}
