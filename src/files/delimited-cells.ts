import { KeptBytes } from './kept-bytes.ts';
import type { CellSource, OutputCell, SharedCells } from './output-table.ts';
import type { Separator } from './table.ts';

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Texts that need care, kept as they are written; the bound holds memory flat whatever the rows say. */
const MOST_KNOWN = 20_000;

type WriteCells = (row: number) => void;

/** Characters that are written as they are, wherever they stand in a cell. */
function plainCharacters(separator: Separator): Uint8Array {
  const plain = new Uint8Array(0x10000).fill(1, 0x20, 0x7f);
  for (const character of `"${separator}`) plain[character.charCodeAt(0)] = 0;
  return plain;
}

/** The same for those with which a cell may begin: no text becomes something else in the program that opens the file. */
function plainStarts(separator: Separator): Uint8Array {
  const plain = plainCharacters(separator);
  for (const character of '=+-@') plain[character.charCodeAt(0)] = 0;
  return plain;
}

/**
 * The cells of delimited text as bytes. Rows that follow one another share much, and the cells of a report say few
 * different things: what was written before is moved, and no text is put together on the way.
 */
export class DelimitedCells {
  readonly bytes = new KeptBytes();
  private readonly written: (cell: OutputCell) => string;
  private readonly separator: number;
  private readonly plain: Uint8Array;
  private readonly starts: Uint8Array;
  private readonly known = new Map<string, number>();

  /** @param written what is written for a cell, with quotes and all */
  constructor(separator: Separator, written: (cell: OutputCell) => string) {
    this.written = written;
    this.separator = separator.charCodeAt(0);
    this.plain = plainCharacters(separator);
    this.starts = plainStarts(separator);
  }

  /** What writes a row. Columns that stand side by side and share their keys are one piece. */
  rowWriter(sources: readonly CellSource[]): WriteCells {
    const writers: WriteCells[] = [];
    for (let column = 0; column < sources.length; ) {
      const source = sources[column]!;
      if (typeof source === 'function') {
        writers.push(this.columnWriter(source));
        column += 1;
      } else {
        const shared = sharedFrom(sources, column, source);
        writers.push(this.sharedWriter(shared));
        column += shared.length;
      }
    }
    const { bytes, separator } = this;
    return (row) => {
      for (let index = 0; index < writers.length; index++) {
        if (index > 0) bytes.byte(separator);
        writers[index]!(row);
      }
      bytes.byte(CARRIAGE_RETURN);
      bytes.byte(LINE_FEED);
    };
  }

  private columnWriter(cellOf: (row: number) => OutputCell): WriteCells {
    const { bytes } = this;
    let last: OutputCell | undefined;
    let from = 0;
    let until = 0;
    return (row) => {
      const cell = cellOf(row);
      const start = bytes.position;
      if (cell !== last || !bytes.repeat(from, until)) {
        last = cell;
        this.cell(cell);
      }
      from = start;
      until = bytes.position;
    };
  }

  private sharedWriter(shared: readonly SharedCells[]): WriteCells {
    const { bytes, separator } = this;
    const { keyOf } = shared[0]!;
    // The piece of each key; 0 until there is one.
    let pieces = new Int32Array(1024);
    return (row) => {
      const key = keyOf(row);
      const piece = key < pieces.length ? pieces[key]! : 0;
      if (piece > 0) {
        bytes.piece(piece);
        return;
      }
      const since = bytes.position;
      for (const [index, { cellOf }] of shared.entries()) {
        if (index > 0) bytes.byte(separator);
        this.cell(cellOf(key));
      }
      const kept = bytes.keep(since);
      if (kept === null) return;
      if (key >= pieces.length) pieces = longer(pieces, key);
      pieces[key] = kept;
    };
  }

  private cell(cell: OutputCell): void {
    if (cell === null || cell === '') return;
    if (typeof cell === 'number') this.bytes.text(this.written(cell));
    else if (this.starts[cell.charCodeAt(0)] === 0 || !this.bytes.plainText(cell, this.plain)) {
      this.withCare(cell);
    }
  }

  private withCare(text: string): void {
    const known = this.known.get(text);
    if (known !== undefined) {
      this.bytes.piece(known);
      return;
    }
    const since = this.bytes.position;
    this.bytes.text(this.written(text));
    if (this.known.size >= MOST_KNOWN) return;
    const kept = this.bytes.keep(since);
    if (kept !== null) this.known.set(text, kept);
  }
}

/** The columns from one on that share their keys. */
function sharedFrom(
  sources: readonly CellSource[],
  column: number,
  { keyOf }: SharedCells,
): readonly SharedCells[] {
  const shared: SharedCells[] = [];
  for (const source of sources.slice(column)) {
    if (typeof source === 'function' || source.keyOf !== keyOf) break;
    shared.push(source);
  }
  return shared;
}

function longer(list: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  const found = new Int32Array(Math.max(list.length * 2, place + 1));
  found.set(list);
  return found;
}
