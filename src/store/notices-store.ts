import { sql } from 'kysely';
import type { MailMode } from '../domain/notices/notice-mail.ts';
import type { TenantTransaction } from './database.ts';

export interface NewNotice {
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
  /** Of notices with one key a person is given one. */
  readonly onceKey: string;
  readonly isTask: boolean;
  readonly mailMode: MailMode;
  readonly mailDue: string | null;
}

export interface Notice {
  readonly noticeId: string;
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
  readonly isTask: boolean;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
}

/** Rows of one statement: each takes nine of the 65,535 values that it may have. */
const MOST_AT_ONCE = 2_000;

/**
 * Writes notices down; of those with a key that the person has been given only an open task changes: it tells what is
 * so now.
 */
export async function addNotices(tx: TenantTransaction, notices: readonly NewNotice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += MOST_AT_ONCE) {
    const some = notices.slice(from, from + MOST_AT_ONCE);
    await tx.sql
      .insertInto('notice')
      .values(
        some.map((notice) => ({
          partner_id: tx.partnerId,
          user_id: notice.userId,
          kind: notice.kind,
          content: JSON.stringify(notice.content),
          once_key: notice.onceKey,
          created_at: tx.now,
          is_task: notice.isTask,
          mail_mode: notice.mailMode,
          mail_due: notice.mailDue,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['partner_id', 'user_id', 'once_key'])
          .doUpdateSet(({ ref }) => ({ content: ref('excluded.content') }))
          .where('notice.is_task', '=', true)
          .where('notice.done_at', 'is', null)
          .whereRef('notice.content', '!=', sql.ref('excluded.content')),
      )
      .execute();
  }
}

/** Which of these tasks somebody has done. */
export async function doneTasks(
  tx: TenantTransaction,
  onceKeys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (onceKeys.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('notice')
    .select('once_key')
    .distinct()
    .where('partner_id', '=', tx.partnerId)
    .where('once_key', 'in', [...onceKeys])
    .where('done_at', 'is not', null)
    .execute();
  return new Set(rows.map((row) => row.once_key));
}

export interface NoticeChoice {
  readonly show: 'all' | 'unread' | 'tasks';
  /** The kinds that the reader may read. */
  readonly kinds: readonly string[];
}

function chosen(tx: TenantTransaction, userId: string, { show, kinds }: NoticeChoice) {
  let query = tx.sql
    .selectFrom('notice')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('kind', 'in', [...kinds]);
  if (show === 'unread') query = query.where('read_at', 'is', null);
  if (show === 'tasks') query = query.where('is_task', '=', true).where('done_at', 'is', null);
  return query;
}

const COLUMNS = [
  'notice_id as noticeId',
  'user_id as userId',
  'kind',
  'content',
  'is_task as isTask',
  'created_at as createdAt',
  'read_at as readAt',
  'done_at as doneAt',
  'done_by as doneBy',
] as const;

/** The latest first. */
export async function listNotices(
  tx: TenantTransaction,
  userId: string,
  choice: NoticeChoice,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Notice[]> {
  return chosen(tx, userId, choice)
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('notice_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countNotices(
  tx: TenantTransaction,
  userId: string,
  choice: NoticeChoice,
): Promise<number> {
  const { count } = await chosen(tx, userId, choice)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** @param noticeIds those that were read; null: all of them */
export async function markRead(
  tx: TenantTransaction,
  userId: string,
  noticeIds: readonly string[] | null,
): Promise<void> {
  if (noticeIds?.length === 0) return;
  let query = tx.sql
    .updateTable('notice')
    .set({ read_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('read_at', 'is', null);
  if (noticeIds !== null) query = query.where('notice_id', 'in', [...noticeIds]);
  await query.execute();
}

export type TaskDone = 'done' | 'done-before' | 'no-such-task';

/** A task of the company that one person does is done for everybody who was given it. */
export async function markDone(tx: TenantTransaction, userId: string, noticeId: string): Promise<TaskDone> {
  const task = await tx.sql
    .selectFrom('notice')
    .select(['once_key as onceKey', 'done_at as doneAt'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .where('notice_id', '=', noticeId)
    .where('is_task', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (task === undefined) return 'no-such-task';
  if (task.doneAt !== null) return 'done-before';
  await tx.sql
    .updateTable('notice')
    .set({ done_at: tx.now, done_by: userId, read_at: sql`coalesce(read_at, ${tx.now})` })
    .where('partner_id', '=', tx.partnerId)
    .where('once_key', '=', task.onceKey)
    .where('is_task', '=', true)
    .where('done_at', 'is', null)
    .execute();
  return 'done';
}
