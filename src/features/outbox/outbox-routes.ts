import {
  type Mail,
  MailContentSchema,
  MailListSchema,
  MailSchema,
  MailsQuerySchema,
} from '../../contract/mails.ts';
import type { Caller } from '../../http/caller.ts';
import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { countMails, findMail, listMails, type MailRecord } from '../../store/mail-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { MAIL_PURPOSE, type MailContent } from '../shared/mail/post-mail.ts';
import { nextPage } from '../shared/paging.ts';
import { reachedPerson } from '../shared/people/person.ts';
import { rightsOf } from '../shared/people/rights.ts';
import type { Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';

const PAGE = 100;
function stateOf({ sentAt, failedAt }: MailRecord): Mail['state'] {
  if (sentAt !== null) return 'sent';
  return failedAt === null ? 'queued' : 'failed';
}

function viewOf(mail: MailRecord): Mail {
  return {
    mailId: mail.mailId,
    userId: mail.userId,
    kind: mail.kind,
    recipient: mail.recipient,
    locale: mail.locale,
    subject: mail.subject,
    state: stateOf(mail),
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    failedAt: mail.failedAt?.toISOString() ?? null,
    failure: mail.failure,
  };
}

async function askedMail(tx: TenantTransaction, mailId: string | undefined): Promise<MailRecord> {
  const mail = isUuid(mailId) ? await findMail(tx, mailId) : null;
  if (mail === null) throw notFound();
  return mail;
}

/** A mail may carry a way in: it is shown to whom it is for, and to who could make that person a new one. */
async function requireReach(tx: TenantTransaction, caller: Caller, { userId }: MailRecord): Promise<void> {
  if (userId === null || userId === caller.userId) return;
  const person = await reachedPerson(tx, await rightsOf(tx), userId);
  if (person.kind === 'person' || person.kind === 'user-unknown') return;
  throw new HttpProblem(403, person.kind, 'This mail is for somebody whose access you may not change.');
}

/** Mails of the company: their state, and in a demo what they say. */
export function outboxRoutes({ database, post, sealer }: Services): Route[] {
  const access = { kind: 'partner', abilities: ['manage-users'] } as const;
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/mails',
      summary: 'The mails of the company and their state, newest first',
      access,
      query: MailsQuerySchema,
      response: MailListSchema,
      handle: async (request) => {
        const { top = PAGE, skip = 0 } = request.query;
        const { mails, count } = await database.readAsTenant(claimOf(request), async (tx) => ({
          mails: await listMails(tx, { limit: top, offset: skip }),
          count: await countMails(tx),
        }));
        return json({
          value: mails.map(viewOf),
          nextLink: skip + top < count ? nextPage(request.url, skip + top, top) : null,
          count,
          delivery: post.delivery,
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/mails/{mailId}/content',
      summary: 'What a mail says, where mails are captured to be read',
      access,
      response: MailContentSchema,
      handle: async (request) => {
        const caller = callerOf(request);
        const sealed = await database.asTenant(claimOf(request), async (tx) => {
          const mail = await askedMail(tx, request.params.mailId);
          if (post.delivery !== 'outbox' || mail.sealedContent === null) {
            throw notFound('mail-not-kept', 'What this mail says is not kept.');
          }
          await requireReach(tx, caller, mail);
          await recordAudit(tx, { action: 'mail.read', subject: `mail:${mail.mailId}`, details: {} });
          return mail.sealedContent;
        });
        const { text, attachments = [] } = JSON.parse(sealer.open(MAIL_PURPOSE, sealed)) as MailContent;
        return json({ text, attachments: attachments.map(({ fileName }) => fileName) });
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/mails/{mailId}/send-again',
      summary: 'Tries again at once to send a mail that did not go',
      access,
      response: MailSchema,
      handle: async (request) => {
        const mail = await database.asTenant(claimOf(request), async (tx) => {
          const asked = await askedMail(tx, request.params.mailId);
          if (asked.sentAt !== null) throw conflict('mail-sent', 'This mail has been sent.');
          if (asked.sealedContent === null) throw conflict('mail-not-kept', 'What this mail said is gone.');
          await post.again(tx, asked.mailId);
          await recordAudit(tx, { action: 'mail.sent-again', subject: `mail:${asked.mailId}`, details: {} });
          return asked;
        });
        return json(viewOf(mail));
      },
    }),
  ];
}
