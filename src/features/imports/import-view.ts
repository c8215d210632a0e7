import type { ImportWarning } from '../../contract/import-codes.ts';
import type { ImportKind, ImportRun, Mapping } from '../../contract/imports.ts';
import { COLUMNS_OF_KIND } from '../../sources/import-kinds.ts';
import type { ImportRunRecord } from '../../store/imports-store.ts';
import type { ImportCounts } from './import-answers.ts';
import type { Effect } from './import-levels.ts';

/** Fields that a column may be mapped to; a transcript is no table and has none. */
function fieldsOf(kind: ImportKind): ImportRun['fields'] {
  if (kind === 'ms-learn-transcript') return [];
  const { headers, required } = COLUMNS_OF_KIND[kind];
  return Object.keys(headers).map((field) => ({
    field,
    required: required.some((anyOf) => anyOf.length === 1 && anyOf[0] === field),
  }));
}

/** A file that is read well and holds nothing would otherwise look like one that did its work. */
export function importWarnings(kind: ImportKind, rows: number | null): ImportWarning[] {
  if (rows !== 0) return [];
  return [kind === 'ms-learn-transcript' ? 'empty-transcript' : 'no-rows'];
}

export interface ImportContextView {
  readonly counts: ImportCounts;
  /** Name of the importing person. */
  readonly createdBy: string | null;
  readonly firstSignIns: boolean;
}

export function importView(
  run: ImportRunRecord,
  { counts, createdBy, firstSignIns }: ImportContextView,
): ImportRun {
  const kind = run.kind as ImportKind;
  return {
    importId: run.importId,
    kind,
    guessedKind: run.guessedKind as ImportKind | null,
    fileName: run.fileName,
    fileSize: run.fileSize,
    state: run.state,
    problem: run.problem as ImportRun['problem'],
    warnings: importWarnings(kind, run.rowsTotal),
    createdAt: run.createdAt.toISOString(),
    createdBy,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    rowsTotal: run.rowsTotal,
    rowsDone: run.rowsDone,
    counts,
    mapping: run.mapping as Mapping,
    columns: run.columns as ImportRun['columns'],
    fields: fieldsOf(kind),
    firstSignIns,
    // While it is being applied the entries hold the levels from before, to compare with at the end.
    effect: (run.effect as Effect).filter(({ before, after }) => before !== after),
  };
}
