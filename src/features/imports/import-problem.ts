import type { ImportRun } from '../../contract/imports.ts';
import type { JsonFailure } from '../../files/read-json.ts';
import type { TableFailure } from '../../files/table.ts';
import type { ColumnsFailure } from '../../sources/map-columns.ts';
import type { TranscriptFailure } from '../../sources/ms-learn-transcript.ts';

export type ImportProblem = NonNullable<ImportRun['problem']>;

type Failure = TableFailure | JsonFailure | ColumnsFailure | TranscriptFailure;

function text(failure: Failure): { field?: string; detail?: string } {
  switch (failure.kind) {
    case 'missing-columns':
      return {
        field: failure.missing.map(({ fields }) => fields.join(' | ')).join(', '),
        detail: `found: ${failure.found.join(', ')}; accepted: ${failure.missing
          .map(({ acceptedNames }) => acceptedNames.slice(0, 6).join(' | '))
          .join('; ')}`,
      };
    case 'unknown-mapping-field':
      return { field: failure.field, detail: `fields: ${failure.accepted.join(', ')}` };
    case 'mapped-header-not-found':
      return { field: failure.field, detail: `${failure.header} is not among ${failure.found.join(', ')}` };
    case 'wrong-format':
    case 'wrong-top-level':
      return { detail: failure.found };
    case 'not-a-transcript':
      return { detail: failure.foundKeys.join(', ') };
    case 'duplicate-header':
      return { field: failure.header };
    case 'file-too-large':
    case 'unpacked-too-large':
      return { detail: `${failure.size} > ${failure.limit}` };
    case 'cell-too-long':
    case 'too-many-columns':
    case 'too-many-rows':
      return { detail: String(failure.limit) };
    default:
      return {};
  }
}

/** Why a file as a whole cannot be read: a code with its place, put into words where it is shown. */
export function importProblem(failure: Failure): ImportProblem {
  const { field = null, detail = null } = text(failure);
  return {
    code: failure.kind,
    line: 'line' in failure ? failure.line : null,
    column: 'column' in failure ? failure.column : null,
    field,
    detail,
  };
}
