import type { ImportFileProblem, ImportWarning } from '../contract/import-codes.ts';
import type { ImportRun } from '../contract/imports.ts';

type Problem = NonNullable<ImportRun['problem']>;

/** What is wrong with a file, and what to do about it, by code; a name in braces stands for what was found. */
const SENTENCES: Readonly<Record<ImportFileProblem, string>> = {
  'empty-file': 'the file is empty. Export it again',
  'file-too-large': 'the file is too large ({size} bytes, at most {limit}). Split it into several',
  'unpacked-too-large':
    'the workbook is too large once unpacked ({size} bytes, at most {limit}). Split it into several',
  'xlsx-out-of-bounds': 'the workbook takes too much memory or time. Split it, or save it as CSV',
  'wrong-format':
    'this is not a file of that kind (found: {found}). Give a CSV, TSV or XLSX file, or a JSON transcript',
  'bad-encoding': 'some characters cannot be read. Save the file as UTF-8',
  'nul-character': 'a cell holds a NUL character. Export the file again as text',
  'unclosed-quote': 'a quotation mark is not closed. Close it, or double it if it is part of the text',
  'text-after-quote': 'text follows a closing quotation mark. Double the marks that are part of the text',
  'cell-too-long': 'a cell is longer than {limit} characters. Shorten it',
  'too-many-columns': 'the file has more than {limit} columns. Remove those that are not needed',
  'too-many-rows': 'the file has more than {limit} rows. Split it into several',
  'empty-header': 'a column has no header. Give it a name',
  'duplicate-header': 'two columns have the same header. Rename one of them',
  'encrypted-xlsx': 'the workbook is protected by a password. Remove the password',
  'damaged-xlsx': 'the workbook is damaged or incomplete. Save or export it again',
  'missing-sheet': 'the workbook has no sheet. Save or export it again',
  'bad-json': 'the JSON is malformed or incomplete here. Fetch the transcript again',
  'wrong-top-level': 'a transcript is a JSON object, and this is: {found}',
  'not-a-transcript': 'this JSON is not a Microsoft Learn transcript (keys found: {found})',
  'missing-columns':
    'columns are missing. Found: {found}. Accepted: {accepted}. Add them, or name yours with --mapping',
  'unknown-mapping-field': 'the mapping names a field that does not exist. Fields: {accepted}',
  'mapped-header-not-found':
    'the mapping names the column {header}, which the file does not have. Found: {found}',
};

/** `file, line, column, field: what, and what to do`; a file that cannot be read is not imported in part. */
export function importProblemText(file: string, { code, line, column, field, params }: Problem): string {
  const place = [
    line === null ? file : `${file}, line ${line}`,
    ...(column === null ? [] : [`column ${column}`]),
    ...(field === null ? [] : [`field ${field}`]),
  ].join(', ');
  const sentence = SENTENCES[code].replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = params[name] ?? '';
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
  return `${place}: ${code}: ${sentence}. Nothing was imported.`;
}

/** What to think of a file that was read and holds nothing. */
export const IMPORT_WARNING_TEXTS: Readonly<Record<ImportWarning, string>> = {
  'no-rows': 'the file has a header and no rows. Nothing was imported',
  'empty-transcript':
    'the transcript lists nothing that was earned. Ask the person to share the whole transcript. Nothing was imported',
};
