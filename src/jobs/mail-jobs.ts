import { createTransport } from 'nodemailer';
import { MAIL_PURPOSE, type MailContent, type MailDelivery } from '../features/shared/mail/post-mail.ts';
import type { Sealer } from '../features/shared/sealed.ts';
import type { Database } from '../store/database.ts';
import { mailsWithoutJob, markMailFailed, markMailSent, takeMail } from '../store/mail-store.ts';
import type { MailWork } from './mail-queue.ts';

const SYSTEM = { kind: 'system', name: 'mail' } as const;
/** A mail server that does not answer must not hold a connection to the database for long. */
const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export interface MailOffice {
  readonly delivery: MailDelivery;
  /** `smtp://user:password@host:587` or `smtps://…`; asked for only when `delivery` is `smtp`. */
  readonly smtpUrl: string | null;
  readonly from: string;
}

interface Envelope {
  readonly mailId: string;
  readonly to: string;
  readonly subject: string;
  readonly content: MailContent;
}

function sender({ delivery, smtpUrl, from }: MailOffice): (mail: Envelope) => Promise<void> {
  if (delivery !== 'smtp' || smtpUrl === null) return async () => {};
  const transport = createTransport({ url: smtpUrl, ...TIMES });
  const domain = from.replace(/>$/, '').split('@').at(-1);
  return async ({ mailId, to, subject, content: { text, html, attachments = [], headers = {} } }) => {
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      html,
      attachments: attachments.map(({ fileName, mediaType, base64 }) => ({
        filename: fileName,
        contentType: mediaType,
        content: Buffer.from(base64, 'base64'),
      })),
      // The same at every attempt: a mail that went and was not noted as gone is recognised as the same one.
      messageId: `<${mailId}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    });
  };
}

/** Sends what is queued, and what waits since a backup was restored. In a demo a mail stays readable and goes nowhere. */
export async function workOnMail(
  parts: { readonly database: Database; readonly sealer: Sealer; readonly office: MailOffice },
  queue: MailWork,
): Promise<void> {
  const { database, sealer, office } = parts;
  if (office.delivery === 'none') return;
  const send = sender(office);
  await queue.resume(await database.asNetwork({ actor: SYSTEM }, mailsWithoutJob));
  await queue.work(async ({ partnerId, mailId }) => {
    const claim = { partnerId, actor: SYSTEM };
    const failure = await database.asTenant(claim, async (tx) => {
      const mail = await takeMail(tx, mailId);
      if (mail === null) return null;
      const content = JSON.parse(sealer.open(MAIL_PURPOSE, mail.sealedContent)) as MailContent;
      try {
        await send({ mailId, to: mail.recipient, subject: mail.subject, content });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await markMailFailed(tx, mailId, reason.slice(0, 500));
        return reason;
      }
      await markMailSent(tx, mailId, office.delivery === 'outbox');
      return null;
    });
    if (failure !== null) throw new Error(failure);
  });
}
