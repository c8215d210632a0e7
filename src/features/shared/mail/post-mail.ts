import type { Locale } from '../../../contract/common.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { jobsWithin } from '../../../store/job-queues.ts';
import { addMails, type NewMailRecord } from '../../../store/mail-store.ts';
import { findPartner } from '../../../store/partners-store.ts';
import type { Sealer } from '../sealed.ts';
import type { MailKind } from './mail-text.ts';
import { hasAddress } from './no-address.ts';
import { type MailValues, type RenderedMail, renderMail } from './render-mail.ts';

/** What the text of a mail is sealed for. */
export const MAIL_PURPOSE = 'mail';

/** Where mails go: to a mail server, into the outbox page of a demo, or nowhere because none is set up. */
export type MailDelivery = 'smtp' | 'outbox' | 'none';

export interface MailOrder {
  readonly kind: MailKind;
  readonly to: string;
  readonly userId: string | null;
  readonly locale: Locale;
  readonly values: MailValues;
  /** Path on this server where the mail's action leads, `null` for mails without one. */
  readonly path: string | null;
  /** Of mails with one key only the first is sent, for ever: name the cycle in it. */
  readonly onceKey?: string;
  readonly attachments?: readonly MailAttachment[];
  readonly unsubscribe?: Unsubscribing;
}

/** Paths on this server by which a mail of this kind is not wanted any more; RFC 8058. */
export interface Unsubscribing {
  /** The page that asks whether that is meant. */
  readonly page: string;
  /** Whoever posts here has said so: mail programs do it with one click. */
  readonly oneClick: string;
}

/** A file that goes along with a mail. */
export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/**
 * What became of an order, as logs and answers tell it. `no-address`: of somebody who has none nothing is written, for it could
 * never arrive.
 */
export type MailPosted = 'queued' | 'sent-before' | 'no-mail-server' | 'no-address';

export interface Post {
  readonly delivery: MailDelivery;
  /** Writes a mail and its job in the transaction of what it tells about: both happen or neither. */
  send(tx: TenantTransaction, order: MailOrder): Promise<MailPosted>;
  /** Many at once; what became of each, in order. */
  sendAll(tx: TenantTransaction, orders: readonly MailOrder[]): Promise<MailPosted[]>;
  /** Queues a mail again that has not been sent; one that goes meanwhile is not sent twice. */
  again(tx: TenantTransaction, mailId: string): Promise<void>;
}

export interface MailQueue {
  enqueue(
    jobs: ReturnType<typeof jobsWithin>,
    tx: TenantTransaction,
    mailIds: readonly string[],
  ): Promise<void>;
}

/** The contents that are sealed and sent. */
export interface MailContent extends Pick<RenderedMail, 'text' | 'html'> {
  readonly attachments?: readonly {
    readonly fileName: string;
    readonly mediaType: string;
    readonly base64: string;
  }[];
  readonly headers?: Readonly<Record<string, string>>;
}

function unsubscribeHeaders(oneClick: string): Readonly<Record<string, string>> {
  return { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

export function postOffice(parts: {
  readonly delivery: MailDelivery;
  readonly sealer: Sealer;
  readonly queue: MailQueue;
  /** Address under which people reach this server, without a trailing slash. */
  readonly baseUrl: () => string;
}): Post {
  const { delivery, sealer, queue, baseUrl } = parts;
  function written(order: MailOrder, company: string): NewMailRecord {
    const link = order.path === null ? null : `${baseUrl()}${order.path}`;
    const values = { ...order.values, company };
    const { unsubscribe } = order;
    const stop = unsubscribe === undefined ? null : `${baseUrl()}${unsubscribe.page}`;
    const { subject, text, html } = renderMail(order.kind, order.locale, values, link, stop);
    const attachments = (order.attachments ?? []).map(({ fileName, mediaType, content: bytes }) => ({
      fileName,
      mediaType,
      base64: bytes.toString('base64'),
    }));
    const content: MailContent = {
      text,
      html,
      ...(attachments.length === 0 ? {} : { attachments }),
      ...(unsubscribe === undefined
        ? {}
        : { headers: unsubscribeHeaders(`${baseUrl()}${unsubscribe.oneClick}`) }),
    };
    return {
      userId: order.userId,
      kind: order.kind.name,
      recipient: order.to,
      locale: order.locale,
      subject,
      sealedContent: sealer.seal(MAIL_PURPOSE, JSON.stringify(content)),
      onceKey: order.onceKey ?? null,
    };
  }

  const sendAll: Post['sendAll'] = async (tx, orders) => {
    if (delivery === 'none') return orders.map(() => 'no-mail-server');
    const company = (await findPartner(tx, tx.partnerId))?.name ?? tx.partnerId;
    const reached = orders.filter(({ to }) => hasAddress(to));
    const mailIds = await addMails(
      tx,
      reached.map((order) => written(order, company)),
    );
    const queued = mailIds.filter((mailId) => mailId !== null);
    if (queued.length > 0) await queue.enqueue(jobsWithin(tx), tx, queued);
    const became = mailIds.values();
    return orders.map(({ to }) => {
      if (!hasAddress(to)) return 'no-address';
      return became.next().value === null ? 'sent-before' : 'queued';
    });
  };

  return {
    delivery,
    sendAll,
    again: (tx, mailId) => queue.enqueue(jobsWithin(tx), tx, [mailId]),
    send: async (tx, order) => (await sendAll(tx, [order]))[0]!,
  };
}
