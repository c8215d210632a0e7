import type { TableFailure } from './table.ts';

export type CheckedHeader =
  | { readonly kind: 'header'; readonly header: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: TableFailure };

/** A header is trimmed, has a name for every column, and no name twice: a second "Date" would silently win. */
export function checkHeader(cells: readonly string[], line: number): CheckedHeader {
  const header = cells.map((cell) => cell.trim());
  // Spreadsheets write separators for columns that were once used; unnamed columns at the end are no columns.
  while (header.length > 0 && header.at(-1) === '') header.pop();
  const firstColumns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const column = index + 1;
    if (name === '') return { kind: 'failed', failure: { kind: 'empty-header', line, column } };
    const folded = name.toLowerCase();
    const firstColumn = firstColumns.get(folded);
    if (firstColumn !== undefined) {
      return {
        kind: 'failed',
        failure: { kind: 'duplicate-header', line, column, firstColumn, header: name },
      };
    }
    firstColumns.set(folded, column);
  }
  return { kind: 'header', header };
}

export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
