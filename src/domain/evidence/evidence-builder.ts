/** Columns that are being filled, person by person. How many items there will be is known beforehand. */
import {
  COLUMN_NAMES,
  COLUMNS,
  type Codes,
  type ColumnKind,
  type ColumnName,
  type Evidence,
  type EvidenceColumns,
  FIRST_CODE,
  ID_BYTES,
  type ItemKind,
} from './evidence.ts';
import { OddValues } from './odd-values.ts';
import { packId } from './packed-ids.ts';
import { TextTable } from './text-table.ts';

export type ItemCounts = Readonly<Record<ItemKind, number>>;
export const LISTS = ['accounts', 'associations', 'records'] as const;

/** Values that were given a code, each once; those of a table taken over as it is may come again. */
export class Dictionary<T> {
  readonly entries: T[];
  private readonly codes = new Map<T, number>();

  constructor(takenOver: Iterable<T> = []) {
    this.entries = [...takenOver];
  }

  code(value: T): number {
    let code = this.codes.get(value);
    if (code === undefined) {
      code = this.entries.push(value) - 1 + FIRST_CODE;
      this.codes.set(value, code);
    }
    return code;
  }

  /** A code for one more value, without asking whether it has one already. */
  add(value: T): number {
    return this.entries.push(value) - 1 + FIRST_CODE;
  }
}

function newColumn(kind: ColumnKind, items: number): Codes {
  if (kind === 'id') return new Uint8Array(items * ID_BYTES);
  if (kind === 'byte') return new Uint8Array(items);
  return kind === 'day' ? new Uint16Array(items) : new Uint32Array(items);
}

type WritableColumns = { [Name in ColumnName]: EvidenceColumns[Name] };

export class EvidenceBuilder {
  readonly columns: WritableColumns;
  readonly words: Dictionary<string>;
  readonly accounts: Dictionary<string>;
  readonly certificates: Dictionary<string>;
  readonly instants: Dictionary<number>;
  readonly odd = new OddValues();
  private readonly starts: Record<Exclude<ItemKind, 'people'>, Uint32Array>;
  private readonly filled: Record<ItemKind, number> = { people: 0, accounts: 0, associations: 0, records: 0 };

  /** @param tables taken over with their codes, whether they are still used or not */
  constructor(counts: ItemCounts, tables: Evidence | null = null) {
    this.words = new Dictionary(tables?.words.list());
    this.accounts = new Dictionary(tables?.accounts.list());
    this.certificates = new Dictionary(tables?.certificates.list());
    this.instants = new Dictionary(tables?.instants);
    tables?.odd.of('instant')?.forEach((text, entry) => {
      this.odd.set('instant', entry, text);
    });
    const columns = COLUMN_NAMES.map((name) => {
      const { of, kind } = COLUMNS[name];
      return [name, newColumn(kind, counts[of])];
    });
    this.columns = Object.fromEntries(columns) as WritableColumns;
    const starts = () => new Uint32Array(counts.people + 1);
    this.starts = { accounts: starts(), associations: starts(), records: starts() };
  }

  /** The number of the next item of a kind, which is then there. */
  next(kind: ItemKind): number {
    return this.filled[kind]++;
  }

  count(kind: ItemKind): number {
    return this.filled[kind];
  }

  /** Everything that the next person names has been added. */
  endPerson(): void {
    for (const list of LISTS) this.starts[list][this.filled.people] = this.filled[list];
  }

  setId(column: 'personId' | 'recordId', position: number, text: string): void {
    if (!packId(text, this.columns[column], position)) this.odd.set(column, position, text);
  }

  /** People of other evidence follow, with all items that their columns there say they have. */
  appendRun(source: Evidence, from: number, until: number): void {
    const { starts, filled } = this;
    for (const list of LISTS) {
      const there = source.starts[list];
      const moved = filled[list] - there[from]!;
      const here = starts[list];
      for (let person = from; person < until; person++) {
        here[filled.people + person - from + 1] = there[person + 1]! + moved;
      }
      filled[list] += there[until]! - there[from]!;
    }
    filled.people += until - from;
  }

  /** Fewer people than announced may have come: the columns end where they were filled. */
  finish(): Evidence {
    const { filled, starts } = this;
    const columns = COLUMN_NAMES.map((name) => {
      const { of, kind } = COLUMNS[name];
      return [name, this.columns[name].subarray(0, filled[of] * (kind === 'id' ? ID_BYTES : 1))];
    });
    const ends = filled.people + 1;
    return {
      counts: { ...filled },
      starts: {
        accounts: starts.accounts.subarray(0, ends),
        associations: starts.associations.subarray(0, ends),
        records: starts.records.subarray(0, ends),
      },
      columns: Object.fromEntries(columns) as unknown as EvidenceColumns,
      words: TextTable.of(this.words.entries),
      accounts: TextTable.of(this.accounts.entries),
      certificates: TextTable.of(this.certificates.entries),
      instants: Float64Array.from(this.instants.entries),
      odd: this.odd,
    };
  }
}
