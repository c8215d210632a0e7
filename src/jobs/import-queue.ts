import PgBoss from 'pg-boss';
import type { ImportQueue } from '../features/shared/services.ts';
import type { JobDatabase } from '../store/job-queues.ts';
import type { PartnerId } from '../store/partner-id.ts';

const QUEUE = 'imports';

interface ImportJob {
  readonly partnerId: PartnerId;
  readonly importId: string;
}

export interface WorkingQueue extends ImportQueue {
  /** Begins to work; one job at a time in this process, because imports are heavy and pages come first. */
  work(run: (job: ImportJob) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The queue of imports in PostgreSQL. A job is only a reminder that an import has work left: the import itself
 * knows how far it is, so a job that runs twice, or again after a crash, does no harm.
 */
export async function openImportQueue(
  jobs: JobDatabase,
  onError: (error: Error) => void,
): Promise<WorkingQueue> {
  const boss = new PgBoss({ db: jobs, migrate: false, schedule: false });
  boss.on('error', onError);
  await boss.start();
  let worker: string | null = null;
  return {
    async enqueue(partnerId, importId) {
      await boss.send(QUEUE, { partnerId, importId }, { retryLimit: 5, retryDelay: 2, retryBackoff: true });
      // Without the nudge the worker would look only at its next turn.
      if (worker !== null) boss.notifyWorker(worker);
    },
    async work(run) {
      worker = await boss.work<ImportJob>(QUEUE, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job !== undefined) await run(job.data);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000, close: false, wait: true }),
  };
}
