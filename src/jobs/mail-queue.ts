import type PgBoss from 'pg-boss';
import type { MailQueue } from '../features/shared/mail/post-mail.ts';
import { MAIL_ATTEMPTS } from '../store/mail-store.ts';
import type { PartnerId } from '../store/partner-id.ts';

const QUEUE = 'mail';
/** About a day of attempts: from half a minute, each twice as long after the one before. */
const RETRIES = { retryLimit: MAIL_ATTEMPTS - 1, retryDelay: 30, retryBackoff: true } as const;
const MAILS_AT_ONCE = 20;

interface MailJob {
  readonly partnerId: PartnerId;
  readonly mailId: string;
}

export interface MailWork extends MailQueue {
  /** Orders again what waits without a job; two processes that do so at once do no harm. */
  resume(mails: readonly MailJob[]): Promise<void>;
  /** Begins to send; `send` throws when a mail did not go, and is asked again later. */
  work(send: (job: MailJob) => Promise<void>): Promise<void>;
}

/** The queue of mails in PostgreSQL: a job names a mail that is to be sent, and is there when the mail is. */
export function mailWork(boss: PgBoss): MailWork {
  const ordersOf = (mails: readonly MailJob[]) =>
    mails.map(({ partnerId, mailId }) => ({ name: QUEUE, data: { partnerId, mailId }, ...RETRIES }));
  return {
    async enqueue(jobs, { partnerId }, mailIds) {
      const mails = mailIds.map((mailId) => ({ partnerId, mailId }));
      await boss.insert(ordersOf(mails), { db: jobs });
    },
    async resume(mails) {
      if (mails.length > 0) await boss.insert(ordersOf(mails));
    },
    async work(send) {
      const options = { pollingIntervalSeconds: 2, batchSize: MAILS_AT_ONCE };
      await boss.work<MailJob>(QUEUE, options, async (jobs) => {
        const done = await Promise.allSettled(jobs.map((job) => send(job.data)));
        const failed = jobs.filter((_, index) => done[index]!.status === 'rejected');
        if (failed.length === 0) return;
        // Those that went are done; the batch as a whole must not be sent again.
        const went = jobs.filter((job) => !failed.includes(job)).map(({ id }) => id);
        if (went.length > 0) await boss.complete(QUEUE, went);
        throw new Error(`${failed.length} of ${jobs.length} mails did not go`);
      });
    },
  };
}
