import type { ImportRun } from '../../contract/imports.ts';
import type { JsonFailure } from '../../files/read-json.ts';
import type { TableFailure } from '../../files/table.ts';
import type { ColumnsFailure } from '../../sources/map-columns.ts';
import type { TranscriptFailure } from '../../sources/ms-learn-transcript.ts';

export type ImportProblem = NonNullable<ImportRun['problem']>;

type Failure = TableFailure | JsonFailure | ColumnsFailure | TranscriptFailure;

/** Of the many headers that would do, as many as a sentence can carry. */
const SHOWN_NAMES = 6;

function wordsOf(failure: Failure): { field?: string; params?: ImportProblem['params'] } {
  switch (failure.kind) {
    case 'missing-columns':
      return {
        field: failure.missing.map(({ fields }) => fields.join(' | ')).join(', '),
        params: {
          found: [...failure.found],
          accepted: failure.missing.map(({ acceptedNames }) =>
            acceptedNames.slice(0, SHOWN_NAMES).join(' | '),
          ),
        },
      };
    case 'unknown-mapping-field':
      return { field: failure.field, params: { accepted: [...failure.accepted] } };
    case 'mapped-header-not-found':
      return { field: failure.field, params: { header: failure.header, found: [...failure.found] } };
    case 'wrong-format':
    case 'wrong-top-level':
      return { params: { found: failure.found } };
    case 'not-a-transcript':
      return { params: { found: [...failure.foundKeys] } };
    case 'duplicate-header':
      return { field: failure.header };
    case 'file-too-large':
    case 'unpacked-too-large':
      return { params: { size: failure.size, limit: failure.limit } };
    case 'cell-too-long':
    case 'too-many-columns':
    case 'too-many-rows':
      return { params: { limit: failure.limit } };
    default:
      return {};
  }
}

/** Why a file as a whole cannot be read: a code with its place, put into words where it is shown. */
export function importProblem(failure: Failure): ImportProblem {
  const { field = null, params = {} } = wordsOf(failure);
  return {
    code: failure.kind,
    line: 'line' in failure ? failure.line : null,
    column: 'column' in failure ? failure.column : null,
    field,
    params,
  };
}
