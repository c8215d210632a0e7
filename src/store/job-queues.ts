import type pg from 'pg';
import PgBoss from 'pg-boss';

/** Queues of background work. The application's role may not create any, so `migrate` makes them. */
const JOB_QUEUES = ['imports'] as const;
export type JobQueue = (typeof JOB_QUEUES)[number];

/** What pg-boss needs of a database: one function. */
export interface JobDatabase {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Installs the schema of pg-boss and the queues, as owner. Running it again changes nothing. */
export async function prepareJobQueues(owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values: unknown[]) => owner.query(text, values) },
    migrate: true,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  for (const queue of JOB_QUEUES) await boss.createQueue(queue);
  await boss.stop({ graceful: false, close: false });
}
