import { z } from 'zod';
import { LocaleSchema } from './common.ts';
import { pageSchema } from './list-query.ts';

export const MailsQuerySchema = z.strictObject(pageSchema(500));

export const MailSchema = z.object({
  mailId: z.string(),
  userId: z.string().nullable(),
  kind: z.string(),
  recipient: z.string(),
  locale: LocaleSchema,
  subject: z.string(),
  state: z.enum(['queued', 'sent', 'failed']),
  createdAt: z.string(),
  sentAt: z.string().nullable(),
  failedAt: z.string().nullable(),
  /** What the mail server said. */
  failure: z.string().nullable(),
});
export type Mail = z.infer<typeof MailSchema>;

export const MailListSchema = z.object({
  value: z.array(MailSchema),
  nextLink: z.string().nullable().optional(),
  count: z.number(),
  /** `outbox`: mails of a demo stay here and can be read. `none`: this installation sends no mails. */
  delivery: z.enum(['smtp', 'outbox', 'none']),
});
export type MailList = z.infer<typeof MailListSchema>;

/** The words of a mail, with its link; only where mails are captured. */
export const MailContentSchema = z.object({
  text: z.string(),
  /** Names of the files that went along. */
  attachments: z.array(z.string()),
});
export type MailContentView = z.infer<typeof MailContentSchema>;
