import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { NetworkTransaction, TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NewMailRecord {
  /** The user it is sent to, or `null` for an address that is no user's. */
  readonly userId: string | null;
  readonly kind: string;
  readonly recipient: string;
  readonly locale: 'fr' | 'en';
  readonly subject: string;
  readonly sealedContent: Buffer;
  /** Of mails with one key only the first is kept. */
  readonly onceKey: string | null;
}

export interface MailToSend {
  readonly mailId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly sealedContent: Buffer;
}

export interface MailRecord {
  readonly mailId: string;
  readonly userId: string | null;
  readonly kind: string;
  readonly recipient: string;
  readonly locale: 'fr' | 'en';
  readonly subject: string;
  /** Kept until the mail is sent, or for good where mails are captured. */
  readonly sealedContent: Buffer | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly failure: string | null;
}

/** Writes mails down and answers their ids in order; `null` for one whose key is there already. */
export async function addMails(
  tx: TenantTransaction,
  mails: readonly NewMailRecord[],
): Promise<(string | null)[]> {
  if (mails.length === 0) return [];
  const ids = mails.map(() => randomUUID());
  const rows = await tx.sql
    .insertInto('outgoing_mail')
    .values(
      mails.map((mail, index) => ({
        partner_id: tx.partnerId,
        mail_id: ids[index]!,
        user_id: mail.userId,
        kind: mail.kind,
        recipient: mail.recipient,
        locale: mail.locale,
        subject: mail.subject,
        sealed_content: mail.sealedContent,
        once_key: mail.onceKey,
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('mail_id')
    .execute();
  const added = new Set(rows.map((row) => row.mail_id));
  return ids.map((id) => (added.has(id) ? id : null));
}

/** A mail that is still to be sent, held until the transaction ends: of two who would send it one goes without. */
export async function takeMail(tx: TenantTransaction, mailId: string): Promise<MailToSend | null> {
  const row = await tx.sql
    .selectFrom('outgoing_mail')
    .select(['mail_id as mailId', 'recipient', 'subject', 'sealed_content as sealedContent'])
    .where('partner_id', '=', tx.partnerId)
    .where('mail_id', '=', mailId)
    .where('sent_at', 'is', null)
    .where('sealed_content', 'is not', null)
    .$narrowType<{ sealedContent: Buffer }>()
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

/** After so many attempts a mail is given up. */
export const MAIL_ATTEMPTS = 12;

/** Mails that wait and that no job of the queue will send, because the queue is not the one they were written with. */
export async function mailsWithoutJob(
  tx: NetworkTransaction,
): Promise<{ readonly partnerId: PartnerId; readonly mailId: string }[]> {
  const rows = await tx.sql
    .selectFrom('outgoing_mail')
    .select(['partner_id', 'mail_id'])
    .where('sent_at', 'is', null)
    .where('sealed_content', 'is not', null)
    .where('attempts', '<', MAIL_ATTEMPTS)
    .where(
      sql<boolean>`not exists (select from pgboss.job where name = 'mail' and data->>'mailId' = mail_id::text)`,
    )
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ partnerId: row.partner_id as PartnerId, mailId: row.mail_id }));
}

function mailOf(tx: TenantTransaction, mailId: string) {
  return tx.sql
    .updateTable('outgoing_mail')
    .where('partner_id', '=', tx.partnerId)
    .where('mail_id', '=', mailId);
}

/** The mail left the house. Its text is forgotten, unless it is `kept` where mails are captured to be read. */
export async function markMailSent(tx: TenantTransaction, mailId: string, kept: boolean): Promise<void> {
  await mailOf(tx, mailId)
    .set({ sent_at: tx.now, failed_at: null, failure: null })
    .set(kept ? {} : { sealed_content: null })
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .execute();
}

export async function markMailFailed(tx: TenantTransaction, mailId: string, failure: string): Promise<void> {
  await mailOf(tx, mailId)
    .set({ failed_at: tx.now, failure })
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .execute();
}

function mails(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('outgoing_mail')
    .select(['mail_id as mailId', 'user_id as userId', 'kind', 'recipient', 'locale', 'subject', 'failure'])
    .select(['sealed_content as sealedContent', 'created_at as createdAt'])
    .select(['sent_at as sentAt', 'failed_at as failedAt'])
    .where('partner_id', '=', tx.partnerId);
}

/** The latest mails of the company, newest first. */
export async function listMails(
  tx: TenantTransaction,
  page: { readonly limit: number; readonly offset: number },
): Promise<MailRecord[]> {
  return mails(tx)
    .orderBy('created_at', 'desc')
    .orderBy('mail_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

export async function countMails(tx: TenantTransaction): Promise<number> {
  const { count } = await tx.sql
    .selectFrom('outgoing_mail')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findMail(tx: TenantTransaction, mailId: string): Promise<MailRecord | null> {
  return (await mails(tx).where('mail_id', '=', mailId).executeTakeFirst()) ?? null;
}

/** When a mail of this kind was last written to each user, for those to whom one was. */
export async function lastWrittenByUser(
  tx: TenantTransaction,
  kind: string,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.sql
    .selectFrom('outgoing_mail')
    .select(({ fn }) => ['user_id as userId', fn.max('created_at').as('writtenAt')])
    .where('partner_id', '=', tx.partnerId)
    .where('kind', '=', kind)
    .where('user_id', 'is not', null)
    .groupBy('user_id')
    .execute();
  return new Map(rows.map(({ userId, writtenAt }) => [userId as string, writtenAt as Date]));
}
