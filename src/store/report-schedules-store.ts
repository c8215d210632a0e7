import type { NetworkTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';
import type { ReportFormat } from './report-tables.ts';

export interface NewReportSchedule {
  readonly userId: string;
  readonly report: string;
  readonly format: ReportFormat;
  readonly frequency: 'daily' | 'weekly' | 'monthly';
  readonly delivery: 'link' | 'attachment' | 'pull';
  readonly nextDue: string;
}

export interface ReportSchedule extends NewReportSchedule {
  readonly scheduleId: string;
  readonly pausedAt: Date | null;
  readonly failures: number;
  readonly failedAt: Date | null;
}

const COLUMNS = [
  'schedule_id as scheduleId',
  'user_id as userId',
  'report',
  'format',
  'frequency',
  'delivery',
  'next_due as nextDue',
  'paused_at as pausedAt',
  'failures',
  'failed_at as failedAt',
] as const;

function living(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('report_schedule')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('ended_at', 'is', null);
}

/** The schedules of a person, the oldest first. */
export async function schedulesOf(tx: TenantTransaction, userId: string): Promise<readonly ReportSchedule[]> {
  return living(tx).where('user_id', '=', userId).orderBy('created_at').orderBy('schedule_id').execute();
}

export async function addSchedule(
  tx: TenantTransaction,
  { userId, nextDue, ...schedule }: NewReportSchedule,
): Promise<ReportSchedule> {
  return tx.sql
    .insertInto('report_schedule')
    .values({
      ...schedule,
      partner_id: tx.partnerId,
      user_id: userId,
      next_due: nextDue,
      created_at: tx.now,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

interface ScheduleChange {
  readonly paused_at?: Date | null;
  readonly ended_at?: Date;
  readonly next_due?: string;
  readonly retry_at?: Date | null;
  readonly failures?: number;
  readonly failed_at?: Date | null;
}

/** False when there is none of this person; without a person, of anybody. */
export async function changeSchedule(
  tx: TenantTransaction,
  { scheduleId, userId }: { readonly scheduleId: string; readonly userId?: string },
  change: ScheduleChange,
): Promise<boolean> {
  const all = tx.sql
    .updateTable('report_schedule')
    .set(change)
    .where('partner_id', '=', tx.partnerId)
    .where('schedule_id', '=', scheduleId)
    .where('ended_at', 'is', null);
  const meant = userId === undefined ? all : all.where('user_id', '=', userId);
  return (await meant.executeTakeFirst()).numUpdatedRows > 0n;
}

export interface DueSchedule {
  readonly partnerId: PartnerId;
  readonly scheduleId: string;
}

/** Schedules of which a report is to be made on this day, over all companies. */
export async function dueSchedules(
  tx: NetworkTransaction,
  day: string,
  limit: number,
): Promise<readonly DueSchedule[]> {
  const rows = await tx.sql
    .selectFrom('report_schedule')
    .select(['partner_id', 'schedule_id'])
    .where('ended_at', 'is', null)
    .where('paused_at', 'is', null)
    .where('next_due', '<=', day)
    .where((either) => either.or([either('retry_at', 'is', null), either('retry_at', '<=', tx.now)]))
    .orderBy('next_due')
    .orderBy('partner_id')
    .orderBy('schedule_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ partnerId: row.partner_id as PartnerId, scheduleId: row.schedule_id }));
}

/** The schedule, held until the transaction ends; `null` when another server holds it or it is not due any more. */
export async function holdDueSchedule(
  tx: TenantTransaction,
  scheduleId: string,
  day: string,
): Promise<ReportSchedule | null> {
  const row = await living(tx)
    .where('schedule_id', '=', scheduleId)
    .where('paused_at', 'is', null)
    .where('next_due', '<=', day)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}
