import { Gauge, Histogram, type Registry } from 'prom-client';
import type { QueueState } from '../store/installation-checks-store.ts';
import type { PoolState } from '../store/open-database.ts';

/** What an installation tells beside its requests; nothing in it is about a person or a company. */
export interface Readings {
  readonly queues: () => Promise<readonly QueueState[]>;
  readonly pool: () => PoolState;
  readonly evaluations: EvaluationTimes;
}

export type EvaluationTimes = Histogram<string>;

/** How long it takes to evaluate one company once its facts are there. It belongs to no registry yet. */
export function evaluationTimes(): EvaluationTimes {
  return new Histogram({
    name: 'jalon_evaluation_seconds',
    help: 'Time to evaluate one company, its facts being loaded.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
    registers: [],
  });
}

/**
 * Adds the readings to a registry.
 * @returns takes them anew, which is to be waited for before the registry is read; without the database those of the queues
 *   are absent
 */
export function registerReadings(
  registry: Registry,
  { queues, pool, evaluations }: Readings,
): () => Promise<void> {
  registry.registerMetric(evaluations);
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `jalon_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('database_up', '1 while the database answers.');
  const connections = gauge(
    'database_connections',
    'Connections of this process to the database in use and idle, and requests that wait for one.',
    ['state'],
  );
  const ofQueue = ['queue'];
  const waiting = gauge('queue_waiting_jobs', 'Jobs whose time has come and that nobody has taken.', ofQueue);
  const active = gauge('queue_active_jobs', 'Jobs under way.', ofQueue);
  const failed = gauge('queue_failed_jobs', 'Jobs given up, as long as the queue remembers them.', ofQueue);
  const oldest = gauge('queue_oldest_seconds', 'Wait of the oldest job whose time has come.', ofQueue);
  return async () => {
    const before = pool();
    connections.set({ state: 'in_use' }, before.total - before.idle);
    connections.set({ state: 'idle' }, before.idle);
    connections.set({ state: 'waiting' }, before.waiting);
    const states = await queues().catch(() => null);
    up.set(states === null ? 0 : 1);
    for (const each of [waiting, active, failed, oldest]) each.reset();
    for (const { queue, ...state } of states ?? []) {
      waiting.set({ queue }, state.waiting);
      active.set({ queue }, state.active);
      failed.set({ queue }, state.failed);
      oldest.set({ queue }, state.oldestSeconds);
    }
  };
}
