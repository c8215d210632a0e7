import type { ImportKind, ImportRun } from '../../contract/imports.ts';
import { readTable } from '../../files/read-table.ts';
import type { Table } from '../../files/table.ts';
import { COLUMNS_OF_KIND, type TabularKind } from '../../sources/import-kinds.ts';
import type { ImportMapping } from '../../sources/import-mapping.ts';
import { parseInsightsTrainingsFile } from '../../sources/insights-trainings-file.ts';
import { previewMapping } from '../../sources/mapping-preview.ts';
import { type MetricCandidate, parseMetricsFile } from '../../sources/metrics-file.ts';
import { parseMsLearnTranscript } from '../../sources/ms-learn-transcript.ts';
import type { SourceTable } from '../../sources/read-source-table.ts';
import type { SkillFinder, SkillRecordCandidate } from '../../sources/skill-record-candidate.ts';
import { parseSkillRecordsFile } from '../../sources/skill-records-file.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import { parseUsersFile, type UserCandidate } from '../../sources/users-file.ts';
import { type ImportProblem, importProblem } from './import-problem.ts';

/** The rows of a file by what they are about. */
export type ImportRows =
  | { readonly about: 'users'; readonly rows: readonly SourceRow<UserCandidate>[] }
  | { readonly about: 'skill-records'; readonly rows: readonly SourceRow<SkillRecordCandidate>[] }
  | { readonly about: 'metrics'; readonly rows: readonly SourceRow<MetricCandidate>[] };

type Preview = Pick<ImportRun, 'columns' | 'fields'>;

export type ReadImport = Preview &
  (
    | { readonly kind: 'rows'; readonly content: ImportRows }
    | { readonly kind: 'unreadable'; readonly problem: ImportProblem }
  );

/** A document may have been made to hold any number of unknown keys. */
const SHOWN_KEYS = 100;

const NO_PREVIEW: Preview = { columns: [], fields: [] };

function previewOf(table: Table, kind: TabularKind, mapping: ImportMapping): Preview {
  const preview = previewMapping(table, kind, mapping);
  const mapped = preview.fields.flatMap(({ field, header, samples }) =>
    header === null ? [] : [{ header, field, samples: [...samples] }],
  );
  const unknown = preview.unknownColumns.map(({ header, samples }) => ({
    header,
    field: null,
    samples: [...samples],
  }));
  const place = new Map(table.header.map((header, index) => [header, index]));
  const columns = [...mapped, ...unknown].sort((a, b) => place.get(a.header)! - place.get(b.header)!);
  return { columns, fields: preview.fields.map(({ field, required }) => ({ field, required })) };
}

function rowsOf<Candidate>(table: SourceTable<Candidate>): readonly SourceRow<Candidate>[] | ImportProblem {
  return table.kind === 'rows' ? [...table.rows] : importProblem(table.failure);
}

function isProblem(rows: readonly unknown[] | ImportProblem): rows is ImportProblem {
  return !Array.isArray(rows);
}

function readTableKind(
  table: Table,
  kind: TabularKind,
  mapping: ImportMapping,
  findSkill: SkillFinder,
): ImportRows | ImportProblem {
  if (kind === 'users') {
    const rows = rowsOf(parseUsersFile(table, mapping));
    return isProblem(rows) ? rows : { about: 'users', rows };
  }
  if (kind === 'metrics') {
    const rows = rowsOf(parseMetricsFile(table, mapping));
    return isProblem(rows) ? rows : { about: 'metrics', rows };
  }
  const parse = kind === 'skill-records' ? parseSkillRecordsFile : parseInsightsTrainingsFile;
  const rows = rowsOf(parse(table, findSkill, mapping));
  return isProblem(rows) ? rows : { about: 'skill-records', rows };
}

/** Reads a file as one kind, with the preview of its columns; what is wrong comes back as data. */
export async function readImportFile(
  bytes: Uint8Array,
  kind: ImportKind,
  mapping: ImportMapping,
  findSkill: SkillFinder,
): Promise<ReadImport> {
  if (kind === 'ms-learn-transcript') {
    const parsed = parseMsLearnTranscript(bytes, findSkill);
    if (parsed.kind === 'failed') {
      return { kind: 'unreadable', problem: importProblem(parsed.failure), ...NO_PREVIEW };
    }
    const { rows, notUnderstood } = parsed.transcript;
    const paths = new Set(notUnderstood.map(({ path }) => path));
    // Keys nobody has seen before are shown as columns that nothing is taken from.
    const columns = [...paths].slice(0, SHOWN_KEYS).map((header) => ({ header, field: null, samples: [] }));
    return { kind: 'rows', content: { about: 'skill-records', rows }, columns, fields: [] };
  }
  const read = await readTable(bytes);
  if (read.kind === 'unreadable') {
    return { kind: 'unreadable', problem: importProblem(read.failure), ...fieldsOf(kind) };
  }
  const preview = previewOf(read.table, kind, mapping);
  const content = readTableKind(read.table, kind, mapping, findSkill);
  return 'about' in content
    ? { kind: 'rows', content, ...preview }
    : { kind: 'unreadable', problem: content, ...preview };
}

function fieldsOf(kind: TabularKind): Preview {
  const { headers, required } = COLUMNS_OF_KIND[kind];
  const fields = Object.keys(headers).map((field) => ({
    field,
    required: required.some((anyOf) => anyOf.length === 1 && anyOf[0] === field),
  }));
  return { columns: [], fields };
}
