import { parentPort } from 'node:worker_threads';
import type { ThreadMessage } from './worker-thread.ts';

/** The other end of a `WorkerThread`: answers its orders, one at a time. What fails is told and ends nothing. */
export function answerOrders<Order, Outcome, News = never>(
  follow: (order: Order, tell: (news: News) => void) => Outcome | Promise<Outcome>,
): void {
  const port = parentPort!;
  const send = (message: ThreadMessage<Outcome, News>) => port.postMessage(message);
  port.on('message', async (order: Order) => {
    try {
      send({ kind: 'outcome', outcome: await follow(order, (news) => send({ kind: 'news', news })) });
    } catch (error) {
      send({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
