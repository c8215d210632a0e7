import { Readable } from 'node:stream';
import type { ImportRow } from '../../contract/imports.ts';
import type { OutputColumn } from '../../files/output-table.ts';
import { writeDelimited } from '../../files/write-delimited.ts';
import type { SignInState } from '../../store/user-batches-store.ts';

const column = (header: string): OutputColumn => ({ header, type: header === 'line' ? 'number' : 'text' });

const COLUMNS = ['line', 'result', 'reason', 'field', 'value', 'id'].map(column);
/** Of files of users: how each person whom the file has added signs in for the first time. */
const SIGN_IN_COLUMNS = ['userName', 'temporaryPassword', 'expiresAt', 'mail'].map(column);

export interface LogLine {
  readonly row: ImportRow;
  readonly signIn: (SignInState & { readonly temporaryPassword: string | null }) | null;
}

/** Puts an answer together with the first sign-in of the person it has added. */
export function logLine(
  states: ReadonlyMap<string, SignInState>,
  passwords: ReadonlyMap<string, string> | null,
) {
  return (row: ImportRow): LogLine => {
    const state = row.result === 'created' && row.id !== null ? states.get(row.id) : undefined;
    const temporaryPassword = row.id === null ? null : (passwords?.get(row.id) ?? null);
    return { row, signIn: state === undefined ? null : { ...state, temporaryPassword } };
  };
}

/** The answer for every row as a file: what other programs read, in the fixed columns of the log. */
export function importLog(lines: Iterable<LogLine> | AsyncIterable<LogLine>, withSignIns: boolean): Readable {
  async function* cells() {
    for await (const { row, signIn } of lines) {
      const { line, result, reason, field, value, id } = row;
      const answer = [line, result, reason, field, value, id];
      if (!withSignIns) yield answer;
      else if (signIn === null) yield [...answer, null, null, null, null];
      else {
        const { userName, temporaryPassword, expiresAt, mail } = signIn;
        yield [...answer, userName, temporaryPassword, expiresAt?.toISOString() ?? null, mail];
      }
    }
  }
  const columns = withSignIns ? [...COLUMNS, ...SIGN_IN_COLUMNS] : COLUMNS;
  // People open a file of sign-ins in a spreadsheet; the others are read by programs.
  const written = writeDelimited(',', columns, cells(), { byteOrderMark: withSignIns });
  return Readable.from(written, { objectMode: false });
}
