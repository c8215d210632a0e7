import type PgBoss from 'pg-boss';
import type { ImportQueue } from '../features/shared/services.ts';
import type { PartnerId } from '../store/partner-id.ts';

const QUEUE = 'imports';

interface ImportJob {
  readonly partnerId: PartnerId;
  readonly importId: string;
}

export interface ImportWork extends ImportQueue {
  /** Begins to work; one job at a time in this process, because imports are heavy and pages come first. */
  work(run: (job: ImportJob) => Promise<void>): Promise<void>;
}

/**
 * The queue of imports in PostgreSQL. A job is only a reminder that an import has work left: the import itself
 * knows how far it is, so a job that runs twice, or again after a crash, does no harm.
 */
export function importWork(boss: PgBoss): ImportWork {
  let worker: string | null = null;
  return {
    async enqueue(partnerId, importId, startAfter = 0) {
      const retries = { retryLimit: 5, retryDelay: 2, retryBackoff: true };
      await boss.send(QUEUE, { partnerId, importId }, { ...retries, startAfter });
      // Without the nudge the worker would look only at its next turn.
      if (startAfter === 0 && worker !== null) boss.notifyWorker(worker);
    },
    async work(run) {
      worker = await boss.work<ImportJob>(QUEUE, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job !== undefined) await run(job.data);
      });
    },
  };
}
