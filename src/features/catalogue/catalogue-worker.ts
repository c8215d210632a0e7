/** Checks drafts and rehearses them on companies, on a thread beside the server: both would keep everybody waiting. */
import { setPriority } from 'node:os';
import { answerOrders } from '../shared/answer-orders.ts';
import { type CatalogueOrder, type CatalogueOutcome, followCatalogueOrder } from './catalogue-order.ts';

/** Whoever asks for a page comes first. */
const NICENESS = 10;

// Only Linux gives a thread a priority of its own; elsewhere that of the whole server would fall.
if (process.platform === 'linux') setPriority(0, NICENESS);

const follow = followCatalogueOrder();
answerOrders<CatalogueOrder, CatalogueOutcome>(follow);
