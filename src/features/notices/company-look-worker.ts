/** Looks at one company after the other on a thread of its own, for which nobody waits. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { followOrder, type LookOrder } from './look-order.ts';

/** Whoever asks for a page comes first. */
const NICENESS = 10;

// Only Linux gives a thread a priority of its own; elsewhere that of the whole server would fall.
if (process.platform === 'linux') setPriority(0, NICENESS);

const port = parentPort!;
const programmes = workerData as ReadonlyMap<string, Programme>;
const withoutPause = async () => {};

port.on('message', async (order: LookOrder) => {
  port.postMessage(await followOrder(order, programmes, withoutPause));
});
