/**
 * Values that do not fit the packed form of their column (an id that is no UUID, a day of the year 1800), as text.
 * The store writes none; a facts document may hold anything.
 */
import { COLUMN_NAMES, type ColumnName } from './evidence.ts';
import { TextTable } from './text-table.ts';

/** Odd instants stand under the number of their entry in the table of instants. */
export type OddColumn = ColumnName | 'instant';

const ODD_COLUMNS: readonly OddColumn[] = [...COLUMN_NAMES, 'instant'];

export class OddValues {
  private readonly byColumn = new Map<OddColumn, Map<number, string>>();
  size = 0;

  set(column: OddColumn, position: number, text: string): void {
    let values = this.byColumn.get(column);
    if (values === undefined) {
      values = new Map();
      this.byColumn.set(column, values);
    }
    values.set(position, text);
    this.size++;
  }

  /** The text of a value that its column calls odd. */
  get(column: OddColumn, position: number): string {
    return this.byColumn.get(column)?.get(position) ?? '';
  }

  /** Nothing for nearly every column. */
  of(column: OddColumn): ReadonlyMap<number, string> | undefined {
    return this.byColumn.get(column);
  }

  /** As three lists of the same length. */
  lists(): { readonly columns: Uint8Array; readonly positions: Uint32Array; readonly texts: TextTable } {
    const columns: number[] = [];
    const positions: number[] = [];
    const texts: string[] = [];
    for (const [column, values] of this.byColumn) {
      for (const [position, text] of values) {
        columns.push(ODD_COLUMNS.indexOf(column));
        positions.push(position);
        texts.push(text);
      }
    }
    return {
      columns: Uint8Array.from(columns),
      positions: Uint32Array.from(positions),
      texts: TextTable.of(texts),
    };
  }

  static from(columns: Uint8Array, positions: Uint32Array, texts: TextTable): OddValues {
    const odd = new OddValues();
    const list = texts.list();
    columns.forEach((column, index) => {
      odd.set(ODD_COLUMNS[column]!, positions[index]!, list[index]!);
    });
    return odd;
  }
}
