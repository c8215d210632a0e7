import PgBoss from 'pg-boss';
import type { JobDatabase } from '../store/job-queues.ts';
import { type ImportWork, importWork } from './import-queue.ts';
import { type MailWork, mailWork } from './mail-queue.ts';

/** The queues in PostgreSQL, as features order work and as this process does it. */
export interface WorkingQueues {
  readonly imports: ImportWork;
  readonly mail: MailWork;
  stop(): Promise<void>;
}

/** Opens the queues of a process that works on them; `migrate` has made them. */
export async function openQueues(jobs: JobDatabase, onError: (error: Error) => void): Promise<WorkingQueues> {
  const boss = new PgBoss({ db: jobs, migrate: false, schedule: false });
  boss.on('error', onError);
  await boss.start();
  return {
    imports: importWork(boss),
    mail: mailWork(boss),
    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: false, wait: true }),
  };
}

/** The queues of a command, which orders work and leaves it to the server. */
export function ordersOnly(jobs: JobDatabase): Pick<WorkingQueues, 'mail'> {
  return { mail: mailWork(new PgBoss({ db: jobs, migrate: false, schedule: false, supervise: false })) };
}
