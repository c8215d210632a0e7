/** Who looks at companies: the server's own thread when they are few, threads beside it when they are many. */
import { availableParallelism } from 'node:os';
import { setImmediate as pagesFirst } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { startWorker } from '../../files/start-worker.ts';
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

/** One order after the other. A thread that has ended, for want of memory perhaps, is replaced for the next one. */
class LookThread {
  private readonly programmes: ReadonlyMap<string, Programme>;
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  waiting = 0;

  constructor(programmes: ReadonlyMap<string, Programme>) {
    this.programmes = programmes;
  }

  look(order: LookOrder): Promise<LookOutcome> {
    this.waiting++;
    const turn = this.last.then(() => this.ask(order)).finally(() => this.waiting--);
    this.last = turn.catch(() => {});
    return turn;
  }

  private start(): Worker {
    const worker = startWorker(import.meta.url, 'company-look-worker', { workerData: this.programmes });
    const ended = () => {
      if (this.worker === worker) this.worker = null;
    };
    this.worker = worker.on('error', ended).on('exit', ended);
    return worker;
  }

  private ask(order: LookOrder): Promise<LookOutcome> {
    const worker = this.worker ?? this.start();
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        worker.unref();
        worker.off('message', heard).off('error', failed).off('exit', stopped);
        how();
      };
      const heard = (outcome: LookOutcome) => settle(() => resolve(outcome));
      const failed = (error: unknown) => settle(() => reject(error));
      const stopped = () => failed(new Error('A thread that looks at companies has ended.'));
      worker.on('message', heard).on('error', failed).on('exit', stopped);
      // Whoever waits for an answer keeps the process alive, an idle thread does not.
      worker.ref();
      worker.postMessage(order, [order.evidence.buffer as ArrayBuffer]);
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }
}

function looksOnThreads(programmes: ReadonlyMap<string, Programme>, count: number): CompanyLooks {
  const threads = Array.from({ length: count }, () => new LookThread(programmes));
  return {
    threads: count,
    look: (order) =>
      threads.reduce((least, each) => (each.waiting < least.waiting ? each : least)).look(order),
    end: async () => void (await Promise.all(threads.map((thread) => thread.end()))),
  };
}

/** @param companies how many there are to look at, as far as is known */
export function companyLooks(programmes: ReadonlyMap<string, Programme>, companies: number): CompanyLooks {
  if (companies < MANY) return looksHere(programmes);
  // One processor is left to the pages and to the database.
  return looksOnThreads(programmes, Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)));
}
