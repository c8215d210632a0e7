import type { ReactNode } from 'react';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Pixels; the table scrolls sideways when the columns need more than the window gives. */
  readonly width: number;
  readonly sortable: boolean;
  /** Stays at the right edge of the window while the others scroll sideways; one column at most. */
  readonly pinned?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface Order {
  readonly column: string;
  readonly descending: boolean;
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
