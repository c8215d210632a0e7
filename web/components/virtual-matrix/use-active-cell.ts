import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** Rows and columns by which a key moves. */
const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

function within(place: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, place));
}

/**
 * One cell of a matrix is reachable with Tab; the arrows move from cell to cell, Enter and the space bar open.
 * @param show brings a cell on screen; it may not exist before; column −1 heads the row
 */
export function useActiveCell(rows: number, columns: number, show: (row: number, column: number) => void) {
  const [active, setActive] = useState<readonly [row: number, column: number]>([0, -1]);
  const wanted = useRef(false);
  const cells = useRef<HTMLDivElement>(null);
  const row = within(active[0], 0, Math.max(0, rows - 1));
  const column = within(active[1], -1, columns - 1);
  useEffect(() => {
    if (!wanted.current) return;
    const cell = cells.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    // A cell that is far away is drawn only after the matrix has scrolled.
    if (cell == null) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLElement) {
      event.preventDefault();
      event.target.click();
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined || rows === 0) return;
    event.preventDefault();
    const whole = event.ctrlKey && (event.key === 'Home' || event.key === 'End');
    const nextRow = whole ? (event.key === 'Home' ? 0 : rows - 1) : within(row + step[0], 0, rows - 1);
    const nextColumn = within(column + step[1], -1, columns - 1);
    wanted.current = true;
    setActive([nextRow, nextColumn]);
    show(nextRow, nextColumn);
  };
  return {
    cells,
    move,
    activate: (atRow: number, atColumn: number) => setActive([atRow, atColumn]),
    tabIndex: (atRow: number, atColumn: number) => (atRow === row && atColumn === column ? 0 : -1),
  };
}
