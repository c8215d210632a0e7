/** Who looks at companies: the server's own thread when they are few, threads beside it when they are many. */
import { availableParallelism } from 'node:os';
import { setImmediate as pagesFirst } from 'node:timers/promises';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { startWorker } from '../../files/start-worker.ts';
import { leastBusy, WorkerThread } from '../shared/worker-thread.ts';
import { followOrder, type LookOrder, type LookOutcome } from './look-order.ts';

/** A thread needs a second until it is of use: for fewer companies than this none is started. */
const MANY = 50;
const MOST_THREADS = 8;

export interface CompanyLooks {
  /** So many companies may be looked at at the same time. */
  readonly threads: number;
  look(order: LookOrder): Promise<LookOutcome>;
  end(): Promise<void>;
}

/** With pauses in which pages are answered. */
function looksHere(programmes: ReadonlyMap<string, Programme>): CompanyLooks {
  return {
    threads: 1,
    look: (order) => followOrder(order, programmes, pagesFirst),
    end: async () => {},
  };
}

function looksOnThreads(programmes: ReadonlyMap<string, Programme>, count: number): CompanyLooks {
  const start = () => startWorker(import.meta.url, 'company-look-worker', { workerData: programmes });
  const threads = Array.from({ length: count }, () => new WorkerThread<LookOrder, LookOutcome>(start));
  return {
    threads: count,
    look: (order) => leastBusy(threads).ask(order, { transfer: [order.evidence.buffer as ArrayBuffer] }),
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

/** @param companies how many there are to look at, as far as is known */
export function companyLooks(programmes: ReadonlyMap<string, Programme>, companies: number): CompanyLooks {
  if (companies < MANY) return looksHere(programmes);
  // One processor is left to the pages and to the database.
  return looksOnThreads(programmes, Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)));
}
