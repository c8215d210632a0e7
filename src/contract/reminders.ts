import { z } from 'zod';
import { DaySchema } from './common.ts';

/** As many people as one request reminds. */
export const MOST_REMINDED = 1_000;

export const RemindRequestSchema = z.strictObject({
  userIds: z.array(z.string().max(100)).min(1).max(MOST_REMINDED),
});

const ReminderSchema = z.object({
  userId: z.string(),
  /**
   * `queued`: a mail is on its way; `sent-before`: there was one in this cycle; `associated`: there is nothing to
   * ask for; `not-active`: the person has left or is disabled; `no-mail-server`: this installation sends no mails;
   * `no-address`: the person has none to which a mail could go.
   */
  result: z.enum([
    'queued',
    'sent-before',
    'associated',
    'not-active',
    'unknown-user',
    'no-mail-server',
    'no-address',
  ]),
  /** First day on which the person may be reminded again; null when that is not the reason. */
  nextOn: DaySchema.nullable(),
});
export type Reminder = z.infer<typeof ReminderSchema>;
export type ReminderResult = Reminder['result'];

export const RemindersSchema = z.object({ value: z.array(ReminderSchema) });
export type Reminders = z.infer<typeof RemindersSchema>;
