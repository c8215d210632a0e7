/** Threads on which plans are made, one for the first who asks and more when several ask at once. */
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { startWorker } from '../../../files/start-worker.ts';
import { leastBusy, WorkerThread } from '../worker-thread.ts';
import type { PlanningNews, PlanningOrder, PlanningOutcome } from './planning-order.ts';

const MOST_THREADS = 4;
/** A thread that is asked to stop and has not after so long is ended. */
const PATIENCE_MS = 2_000;

export interface PlanningAsked {
  readonly heard?: (news: PlanningNews) => void;
  /** Before it, other orders are worked on. */
  readonly begun?: () => void;
  /** Ends the work; a plan that was found by then is the answer, if there is one. */
  readonly signal?: AbortSignal;
}

export interface PlanningThreads {
  ask(order: Omit<PlanningOrder, 'stop'>, asked?: PlanningAsked): Promise<PlanningOutcome>;
  /** Starts the first thread, so that whoever asks first does not wait for it. */
  open(): Promise<void>;
  /** From now on plans are made by the rules that are in force now; what is under way ends by those before. */
  renew(): void;
  end(): Promise<void>;
  /** The server stops: what is not finished is left to another one. */
  readonly isEnded: () => boolean;
}

type Thread = WorkerThread<PlanningOrder | 'warm-up', PlanningOutcome | null, PlanningNews>;

export function planningThreads(programmes: ReadonlyMap<string, Programme>): PlanningThreads {
  const start = () => startWorker(import.meta.url, 'planning-worker', { workerData: programmes });
  let ended = false;
  const threads: Thread[] = [new WorkerThread(start)];
  // One processor is left to the pages and to the database.
  const most = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));

  function free(): Thread {
    const least = leastBusy(threads);
    if (least.waiting === 0 || threads.length >= most) return least;
    const another: Thread = new WorkerThread(start);
    threads.push(another);
    return another;
  }

  return {
    async ask(order, { heard, begun, signal } = {}) {
      signal?.throwIfAborted();
      const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      const thread = free();
      let underWay = false;
      const stopping = async () => {
        Atomics.store(new Int32Array(stop), 0, 1);
        await pause(PATIENCE_MS, undefined, { ref: false });
        // What waits for its turn is over as soon as it comes; the thread is another's until then.
        if (underWay) await thread.end();
      };
      signal?.addEventListener('abort', stopping, { once: true });
      try {
        const turn = () => {
          underWay = true;
          begun?.();
        };
        const asking = heard === undefined ? { begun: turn } : { begun: turn, heard };
        return (await thread.ask({ ...order, stop }, asking))!;
      } finally {
        underWay = false;
        signal?.removeEventListener('abort', stopping);
      }
    },
    open: async () => void (await threads[0]!.ask('warm-up')),
    renew: () => {
      for (const thread of threads.splice(0, threads.length, new WorkerThread(start))) thread.retire();
    },
    end: async () => {
      ended = true;
      await Promise.all(threads.map((thread) => thread.end()));
    },
    isEnded: () => ended,
  };
}
