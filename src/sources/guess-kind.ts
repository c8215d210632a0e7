import { readJson } from '../files/read-json.ts';
import { readTable } from '../files/read-table.ts';
import type { Table, TableFailure } from '../files/table.ts';
import { COLUMNS_OF_KIND, type ImportKind, type TabularKind } from './import-kinds.ts';
import { NO_MAPPING } from './import-mapping.ts';
import { mapColumns } from './map-columns.ts';
import { looksLikeTranscript } from './ms-learn-transcript.ts';

export type GuessedKind =
  | { readonly kind: 'guessed'; readonly importKind: ImportKind }
  /**
   * A readable file that fits no kind; the person must say what it is, and map its columns. `nearest` is the only
   * kind that is written in this format: its check says best what is wrong with the file.
   */
  | { readonly kind: 'unsure'; readonly nearest: ImportKind | null }
  | { readonly kind: 'unreadable'; readonly failure: TableFailure };

/** Says what a file most likely is, from its content. A guess is shown and confirmed, never acted upon. */
export async function guessKind(bytes: Uint8Array): Promise<GuessedKind> {
  const read = await readTable(bytes);
  if (read.kind === 'table') return guessTableKind(read.table);
  if (read.failure.kind !== 'wrong-format' || read.failure.found !== 'json') {
    return { kind: 'unreadable', failure: read.failure };
  }
  const json = readJson(bytes);
  const isTranscript = json.kind === 'json' && looksLikeTranscript(json.value);
  return isTranscript
    ? { kind: 'guessed', importKind: 'ms-learn-transcript' }
    : { kind: 'unsure', nearest: 'ms-learn-transcript' };
}

/** Among the kinds whose required columns are all there, the one that leaves the fewest columns unexplained. */
function guessTableKind(table: Table): Exclude<GuessedKind, { kind: 'unreadable' }> {
  let best: { importKind: TabularKind; explained: number } | null = null;
  for (const importKind of Object.keys(COLUMNS_OF_KIND) as TabularKind[]) {
    const { headers, required } = COLUMNS_OF_KIND[importKind];
    const mapped = mapColumns(table.header, headers, required, NO_MAPPING);
    if (mapped.kind === 'failed') continue;
    const explained = mapped.columns.indexes.size;
    if (best === null || explained > best.explained) best = { importKind, explained };
  }
  return best === null ? { kind: 'unsure', nearest: null } : { kind: 'guessed', importKind: best.importKind };
}
