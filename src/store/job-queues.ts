import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import PgBoss from 'pg-boss';
import type { AnyTransaction } from './database.ts';

/** Queues of background work. The application's role may not create any, so `migrate` makes them. */
const JOB_QUEUES = ['imports', 'mail'] as const;
export type JobQueue = (typeof JOB_QUEUES)[number];

/** What pg-boss needs of a database: one function. */
export interface JobDatabase {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** The queues as a transaction sees them: what is enqueued through it is there when it commits, and never else. */
export function jobsWithin(tx: AnyTransaction): JobDatabase {
  return { executeSql: (text, values) => tx.sql.executeQuery(CompiledQuery.raw(text, values)) };
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
