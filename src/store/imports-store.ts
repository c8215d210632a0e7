import { sql } from 'kysely';
import type { ListFilter } from '../domain/list-filter/list-filter.ts';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';
import { filterSql } from './filter-sql.ts';
import type { PartnerId } from './partner-id.ts';
import type { ImportPhase, ImportState, RowResult } from './schema.ts';

export interface ImportRunRecord {
  readonly importId: string;
  readonly kind: string;
  readonly guessedKind: string | null;
  readonly fileName: string;
  readonly fileSize: number;
  readonly state: ImportState;
  readonly problem: unknown;
  readonly mapping: unknown;
  readonly columns: unknown;
  readonly effect: unknown;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
}

export interface NewImportRun {
  readonly kind: string;
  readonly guessedKind: string | null;
  readonly fileName: string;
  readonly content: Buffer;
  readonly mapping: unknown;
}

export interface ImportRowAnswer {
  readonly line: number;
  readonly result: RowResult;
  readonly reason: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly id: string | null;
}

/** Stores a file as an import that waits for its check, and answers its id. */
export async function createImportRun(tx: TenantTransaction, run: NewImportRun): Promise<string> {
  const row = await tx.sql
    .insertInto('import_run')
    .values({
      partner_id: tx.partnerId,
      kind: run.kind,
      guessed_kind: run.guessedKind,
      file_name: run.fileName,
      file_size: run.content.length,
      mapping: JSON.stringify(run.mapping),
      columns: '[]',
      effect: '[]',
      created_by: actorText(tx.actor),
      created_at: tx.now,
    })
    .returning('import_id')
    .executeTakeFirstOrThrow();
  await tx.sql
    .insertInto('import_file')
    .values({ partner_id: tx.partnerId, import_id: row.import_id, content: run.content })
    .execute();
  return row.import_id;
}

function runs(tx: TenantTransaction) {
  return tx.sql.selectFrom('import_run').selectAll().where('partner_id', '=', tx.partnerId);
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number];

function runOf(row: Row): ImportRunRecord {
  return {
    importId: row.import_id,
    kind: row.kind,
    guessedKind: row.guessed_kind,
    fileName: row.file_name,
    fileSize: row.file_size,
    state: row.state,
    problem: row.problem,
    mapping: row.mapping,
    columns: row.columns,
    effect: row.effect,
    createdBy: row.created_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
  };
}

export async function findImportRun(
  tx: TenantTransaction,
  importId: string,
): Promise<ImportRunRecord | null> {
  const row = await runs(tx).where('import_id', '=', importId).executeTakeFirst();
  return row ? runOf(row) : null;
}

/** The run, which nobody else can change until this transaction ends. */
export async function lockImportRun(
  tx: TenantTransaction,
  importId: string,
): Promise<ImportRunRecord | null> {
  const row = await runs(tx).where('import_id', '=', importId).forUpdate().executeTakeFirst();
  return row ? runOf(row) : null;
}

const FILTER_COLUMNS = {
  kind: sql.ref('kind'),
  fileName: sql.ref('file_name'),
  fileSize: sql.ref('file_size'),
  state: sql.ref('state'),
  createdAt: sql.ref('created_at'),
  finishedAt: sql.ref('finished_at'),
  rowsTotal: sql.ref('rows_total'),
};

export type ImportField = keyof typeof FILTER_COLUMNS;

export interface ImportsPage {
  /** Only imports of these kinds. */
  readonly kinds: readonly string[];
  readonly filter?: ListFilter | undefined;
  readonly order?: readonly { readonly field: ImportField; readonly descending: boolean }[] | undefined;
  readonly top: number;
  readonly skip: number;
}

/** Newest first unless another order is asked for. */
export async function listImportRuns(tx: TenantTransaction, page: ImportsPage): Promise<ImportRunRecord[]> {
  let query = runs(tx).where('kind', 'in', [...page.kinds]);
  if (page.filter !== undefined) query = query.where(filterSql(page.filter, FILTER_COLUMNS));
  for (const { field, descending } of page.order ?? []) {
    query = query.orderBy(FILTER_COLUMNS[field], descending ? 'desc' : 'asc');
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('import_id')
    .limit(page.top)
    .offset(page.skip)
    .execute();
  return rows.map(runOf);
}

export async function readImportFile(tx: TenantTransaction, importId: string): Promise<Buffer> {
  const row = await tx.sql
    .selectFrom('import_file')
    .select('content')
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  return row.content;
}

export interface ImportRunChange {
  readonly state?: ImportState;
  readonly kind?: string;
  readonly problem?: unknown;
  readonly mapping?: unknown;
  readonly columns?: unknown;
  readonly effect?: unknown;
  readonly finishedAt?: Date | null;
  readonly rowsTotal?: number | null;
  readonly rowsDone?: number;
}

function asJson(value: unknown): string | null | undefined {
  if (value === undefined) return undefined;
  return value === null ? null : JSON.stringify(value);
}

export async function updateImportRun(
  tx: TenantTransaction,
  importId: string,
  change: ImportRunChange,
): Promise<void> {
  const set = {
    state: change.state,
    kind: change.kind,
    problem: asJson(change.problem),
    mapping: asJson(change.mapping) ?? undefined,
    columns: asJson(change.columns) ?? undefined,
    effect: asJson(change.effect) ?? undefined,
    finished_at: change.finishedAt,
    rows_total: change.rowsTotal,
    rows_done: change.rowsDone,
  };
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  await tx.sql
    .updateTable('import_run')
    .set(given)
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .execute();
}

/** Adds answers from row number `from` on, in one statement however many there are. */
export async function appendImportRows(
  tx: TenantTransaction,
  importId: string,
  phase: ImportPhase,
  from: number,
  answers: readonly ImportRowAnswer[],
): Promise<void> {
  const rows = JSON.stringify(answers.map((answer, index) => ({ ...answer, row_number: from + index })));
  await sql`
    INSERT INTO import_row (partner_id, import_id, phase, row_number, line, result, reason, field, value, id)
    SELECT ${tx.partnerId}, ${importId}, ${phase}, r.* FROM jsonb_to_recordset(${rows}::jsonb)
      AS r (row_number integer, line integer, result text, reason text, field text, value text, id text)
  `.execute(tx.sql);
}

/** The answers of one phase anew. */
export async function replaceImportRows(
  tx: TenantTransaction,
  importId: string,
  phase: ImportPhase,
  answers: readonly ImportRowAnswer[],
): Promise<void> {
  await tx.sql
    .deleteFrom('import_row')
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .where('phase', '=', phase)
    .execute();
  await appendImportRows(tx, importId, phase, 0, answers);
}

export async function listImportRows(
  tx: TenantTransaction,
  importId: string,
  phase: ImportPhase,
  page: { readonly result?: RowResult | undefined; readonly top: number; readonly skip: number },
): Promise<ImportRowAnswer[]> {
  let query = tx.sql
    .selectFrom('import_row')
    .select(['line', 'result', 'reason', 'field', 'value', 'id'])
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .where('phase', '=', phase);
  if (page.result !== undefined) query = query.where('result', '=', page.result);
  return query.orderBy('row_number').limit(page.top).offset(page.skip).execute();
}

export async function countImportRows(
  tx: TenantTransaction,
  importId: string,
  phase: ImportPhase,
): Promise<Record<RowResult, number>> {
  const rows = await tx.sql
    .selectFrom('import_row')
    .select(['result', (of) => of.fn.countAll<number>().as('count')])
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .where('phase', '=', phase)
    .groupBy('result')
    .execute();
  const counts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const row of rows) counts[row.result] = Number(row.count);
  return counts;
}

export interface UnfinishedImport {
  readonly partnerId: PartnerId;
  readonly importId: string;
  /** Changes as the import goes on. */
  readonly progress: string;
}

/** Imports that some process has begun and none has finished. */
export async function unfinishedImports(tx: NetworkTransaction): Promise<UnfinishedImport[]> {
  const rows = await tx.sql
    .selectFrom('import_run')
    .select(['partner_id', 'import_id', 'state', 'rows_done as rowsDone'])
    .where('state', 'in', ['checking', 'applying'])
    .orderBy('created_at')
    .execute();
  return rows.map(({ partner_id, import_id, state, rowsDone }) => ({
    partnerId: partner_id as PartnerId,
    importId: import_id,
    progress: `${state} ${rowsDone}`,
  }));
}
