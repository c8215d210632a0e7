import type { Table, TableRow } from '../files/table.ts';
import type { KindColumns } from './import-kinds.ts';
import type { ImportMapping } from './import-mapping.ts';
import { type ColumnsFailure, mapColumns } from './map-columns.ts';
import { type RowReader, rowReader } from './row-reader.ts';
import type { SourceRow } from './source-row.ts';
import { rejected } from './source-row.ts';

/** The rows of a foreign table, or why its columns cannot be read. */
export type SourceTable<Candidate> =
  | {
      readonly kind: 'rows';
      /** Can be walked again; each walk gives the same answers. */
      readonly rows: Iterable<SourceRow<Candidate>>;
      readonly unknownColumns: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: ColumnsFailure };

export interface SourceFormat<Field extends string, Candidate> {
  readonly columns: KindColumns<Field>;
  /** Reads one row; what is wrong with it goes to the reader's `reject`. */
  readonly readRow: (reader: RowReader<Field>) => Candidate;
  /** Two rows with one key speak of the same thing. */
  readonly key: (candidate: Candidate) => string;
  /** Whether a second row with the same key says the same; when it does not, it is rejected. */
  readonly sameContent: (first: Candidate, second: Candidate) => boolean;
}

export function readSourceTable<Field extends string, Candidate>(
  table: Table,
  format: SourceFormat<Field, Candidate>,
  mapping: ImportMapping,
): SourceTable<Candidate> {
  const mapped = mapColumns(table.header, format.columns.headers, format.columns.required, mapping);
  if (mapped.kind === 'failed') return mapped;
  const { columns } = mapped;
  const readOne = (row: TableRow) => {
    const reader = rowReader(row, columns, mapping.dates);
    const candidate = format.readRow(reader);
    return { candidate, rejection: reader.rejection() };
  };
  function* walk(): Generator<SourceRow<Candidate>, void> {
    const seen = new Map<string, { line: number; candidate: Candidate }>();
    for (const row of table.rows) {
      const { line } = row;
      const { candidate, rejection } = readOne(row);
      if (rejection !== null) {
        yield rejection;
        continue;
      }
      const key = format.key(candidate);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, { line, candidate });
        yield { kind: 'candidate', line, candidate };
      } else if (format.sameContent(earlier.candidate, candidate)) {
        yield { kind: 'repeated', line, firstLine: earlier.line, candidate };
      } else {
        yield rejected(line, 'conflicts-with-earlier-row', null, String(earlier.line));
      }
    }
  }
  return { kind: 'rows', rows: { [Symbol.iterator]: walk }, unknownColumns: columns.unknownColumns };
}
