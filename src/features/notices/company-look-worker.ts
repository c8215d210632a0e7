/** Looks at one company after the other on a thread of its own, for which nobody waits. */
import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { answerOrders } from '../shared/answer-orders.ts';
import { followOrder, type LookOrder, type LookOutcome } from './look-order.ts';

/** Whoever asks for a page comes first. */
const NICENESS = 10;

// Only Linux gives a thread a priority of its own; elsewhere that of the whole server would fall.
if (process.platform === 'linux') setPriority(0, NICENESS);

const programmes = workerData as ReadonlyMap<string, Programme>;
const withoutPause = async () => {};

answerOrders<LookOrder, LookOutcome>((order) => followOrder(order, programmes, withoutPause));
