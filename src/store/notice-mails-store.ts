import type { MailMode } from '../domain/notices/notice-mail.ts';
import type { NetworkTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NoticeToMail {
  readonly noticeId: string;
  readonly userId: string;
  readonly kind: string;
  readonly content: unknown;
  readonly mailMode: MailMode;
}

/** Companies in which somebody is to be told by mail. */
export async function companiesWithMails(tx: NetworkTransaction, day: string): Promise<readonly PartnerId[]> {
  const rows = await tx.sql
    .selectFrom('notice')
    .select('partner_id')
    .distinct()
    .where('mail_due', '<=', day)
    .where('mailed_at', 'is', null)
    .orderBy('partner_id')
    .execute();
  return rows.map((row) => row.partner_id as PartnerId);
}

/**
 * What is to be mailed to the next people of the company, person by person, held until the transaction ends: what
 * another server holds it writes itself.
 */
export async function takeNoticesToMail(
  tx: TenantTransaction,
  day: string,
  limit: number,
): Promise<readonly NoticeToMail[]> {
  return tx.sql
    .selectFrom('notice')
    .select(['notice_id as noticeId', 'user_id as userId', 'kind', 'content', 'mail_mode as mailMode'])
    .where('partner_id', '=', tx.partnerId)
    .where('mail_due', '<=', day)
    .where('mailed_at', 'is', null)
    .orderBy('user_id')
    .orderBy('created_at')
    .orderBy('notice_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function markMailed(tx: TenantTransaction, noticeIds: readonly string[]): Promise<void> {
  await tx.sql
    .updateTable('notice')
    .set({ mailed_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('notice_id', 'in', [...noticeIds])
    .execute();
}
