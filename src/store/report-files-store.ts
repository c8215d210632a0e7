import { sql } from 'kysely';
import type { NetworkTransaction, TenantTransaction } from './database.ts';

export interface NewReportFile {
  readonly scheduleId: string;
  readonly userId: string;
  /** First day of the period. */
  readonly period: string;
  readonly expiresAt: Date;
  readonly fileName: string;
  readonly mediaType: string;
  readonly rows: number;
  /** Made for somebody who might see personal data. */
  readonly personal: boolean;
  /** Compressed with gzip. */
  readonly content: Buffer;
}

export interface KeptReportFile extends Omit<NewReportFile, 'content'> {
  readonly fileId: string;
  readonly madeAt: Date;
}

const COLUMNS = [
  'file_id as fileId',
  'schedule_id as scheduleId',
  'user_id as userId',
  'period',
  'made_at as madeAt',
  'expires_at as expiresAt',
  'file_name as fileName',
  'media_type as mediaType',
  'row_count as rows',
  'personal',
] as const;

/** Keeps a file; `null` when one of this period is there already. */
export async function keepReportFile(tx: TenantTransaction, file: NewReportFile): Promise<string | null> {
  const row = await tx.sql
    .insertInto('report_file')
    .values({
      partner_id: tx.partnerId,
      schedule_id: file.scheduleId,
      user_id: file.userId,
      period: file.period,
      made_at: tx.now,
      expires_at: file.expiresAt,
      file_name: file.fileName,
      media_type: file.mediaType,
      row_count: file.rows,
      personal: file.personal,
      content: file.content,
    })
    .onConflict((known) => known.columns(['partner_id', 'schedule_id', 'period']).doNothing())
    .returning('file_id')
    .executeTakeFirst();
  return row?.file_id ?? null;
}

/** The latest file of each schedule of a person that has not ended, by schedule. */
export async function latestFiles(
  tx: TenantTransaction,
  userId: string,
): Promise<ReadonlyMap<string, KeptReportFile>> {
  const rows = await tx.sql
    .selectFrom('report_file')
    .select(COLUMNS)
    .distinctOn('schedule_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', tx.now)
    .orderBy('schedule_id')
    .orderBy('period', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.scheduleId, row]));
}

/** The content of the latest file of a schedule of this person, as it was kept. */
export async function latestContent(
  tx: TenantTransaction,
  { scheduleId, userId }: { readonly scheduleId: string; readonly userId: string },
): Promise<(KeptReportFile & { readonly report: string; readonly content: Buffer }) | null> {
  const row = await tx.sql
    .selectFrom('report_file as f')
    .innerJoin('report_schedule as s', (join) =>
      join.onRef('s.partner_id', '=', 'f.partner_id').onRef('s.schedule_id', '=', 'f.schedule_id'),
    )
    .select([...COLUMNS].map((column) => `f.${column}` as const))
    .select(['f.content', 's.report'])
    .where('f.partner_id', '=', tx.partnerId)
    .where('f.schedule_id', '=', scheduleId)
    .where('f.user_id', '=', userId)
    .where('f.expires_at', '>', tx.now)
    .where('s.ended_at', 'is', null)
    .orderBy('f.period', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export async function removeFilesOf(tx: TenantTransaction, scheduleId: string): Promise<void> {
  await tx.sql
    .deleteFrom('report_file')
    .where('partner_id', '=', tx.partnerId)
    .where('schedule_id', '=', scheduleId)
    .execute();
}

/** Files whose days are over, of all companies. */
export async function removeExpiredFiles(tx: NetworkTransaction): Promise<void> {
  await sql`delete from report_file where expires_at <= ${tx.now}::timestamptz`.execute(tx.sql);
}
