/** A thread for work that would keep everybody waiting: one order after the other, with news on the way. */
import type { Transferable, Worker } from 'node:worker_threads';

export type ThreadMessage<Outcome, News> =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'news'; readonly news: News }
  | { readonly kind: 'failed'; readonly reason: string };

export interface Asking<News> {
  /** Memory that goes over to the thread instead of being copied. */
  readonly transfer?: readonly Transferable[];
  readonly heard?: (news: News) => void;
  /** It is this order's turn. */
  readonly begun?: () => void;
}

/** The thread itself is started with the first order; one that has ended, for want of memory perhaps, is replaced. */
export class WorkerThread<Order, Outcome, News = never> {
  private readonly begin: () => Worker;
  private worker: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  /** Orders that have no answer yet. */
  waiting = 0;

  constructor(begin: () => Worker) {
    this.begin = begin;
  }

  ask(order: Order, asking: Asking<News> = {}): Promise<Outcome> {
    this.waiting++;
    const turn = this.last.then(() => this.send(order, asking)).finally(() => this.waiting--);
    this.last = turn.catch(() => {});
    return turn;
  }

  /** Ends the thread as soon as it has answered what it has been asked. */
  retire(): void {
    void this.last.then(() => this.end());
  }

  /** Ends the thread whatever it is doing: who waits for its answer is told that it has ended. */
  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private started(): Worker {
    const worker = this.begin();
    const ended = () => {
      if (this.worker === worker) this.worker = null;
    };
    this.worker = worker.on('error', ended).on('exit', ended);
    return worker;
  }

  private send(order: Order, { transfer = [], heard, begun }: Asking<News>): Promise<Outcome> {
    const worker = this.worker ?? this.started();
    return new Promise((resolve, reject) => {
      const settle = (how: () => void) => {
        worker.unref();
        worker.off('message', received).off('error', failed).off('exit', stopped);
        how();
      };
      const received = (message: ThreadMessage<Outcome, News>) => {
        if (message.kind === 'news') heard?.(message.news);
        else if (message.kind === 'failed') failed(new Error(message.reason));
        else settle(() => resolve(message.outcome));
      };
      const failed = (error: unknown) => settle(() => reject(error));
      const stopped = () => failed(new Error('A thread has ended while it was working.'));
      worker.on('message', received).on('error', failed).on('exit', stopped);
      // Whoever waits for an answer keeps the process alive, an idle thread does not.
      worker.ref();
      begun?.();
      worker.postMessage(order, transfer);
    });
  }
}

/** The one with the fewest orders before the next. */
export function leastBusy<Order, Outcome, News>(
  threads: readonly WorkerThread<Order, Outcome, News>[],
): WorkerThread<Order, Outcome, News> {
  return threads.reduce((least, each) => (each.waiting < least.waiting ? each : least));
}
