import type { ImportRow } from '../../contract/imports.ts';
import type { Rejection, SourceRow } from '../../sources/source-row.ts';
import type { ImportRowAnswer } from '../../store/imports-store.ts';

/** The answer for a row that its reader already refused. */
export function rejectedAnswer({ line, reason, field, value }: Rejection): ImportRow {
  return { line, result: 'rejected', reason, field, value, id: null };
}

/** The answer for a row that repeats an earlier one of the same file. */
export function repeatedAnswer(line: number, firstLine: number): ImportRow {
  return {
    line,
    result: 'unchanged',
    reason: 'repeats-earlier-row',
    field: null,
    value: String(firstLine),
    id: null,
  };
}

/** Answers as they were stored: only answers of this program ever are. */
export function storedAnswers(rows: readonly ImportRowAnswer[]): ImportRow[] {
  return rows as ImportRow[];
}

const RESULTS = ['created', 'updated', 'unchanged', 'rejected'] as const;

export type ImportCounts = Record<(typeof RESULTS)[number], number>;

export function countAnswers(rows: readonly ImportRow[]): ImportCounts {
  const counts: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const row of rows) counts[row.result] += 1;
  return counts;
}

/** Answers every row in order; only candidates are written, one after the other. */
export async function answerEachRow<Candidate>(
  rows: readonly SourceRow<Candidate>[],
  write: (candidate: Candidate) => Promise<ImportRow>,
): Promise<ImportRow[]> {
  const answers: ImportRow[] = [];
  for (const row of rows) {
    if (row.kind === 'rejected') answers.push(rejectedAnswer(row.rejection));
    else if (row.kind === 'repeated') answers.push(repeatedAnswer(row.line, row.firstLine));
    else answers.push(await write(row.candidate));
  }
  return answers;
}
