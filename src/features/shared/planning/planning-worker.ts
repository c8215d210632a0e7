/** Makes plans and tries out what is supposed, on a thread of its own: solving keeps a thread busy for seconds. */
import { workerData } from 'node:worker_threads';
import type { Programme } from '../../../domain/catalogue/catalogue.ts';
import { openSolver } from '../../../solver/highs-solver.ts';
import { answerOrders } from '../answer-orders.ts';
import {
  followPlanningOrder,
  type PlanningNews,
  type PlanningOrder,
  type PlanningOutcome,
} from './planning-order.ts';
import { warmUp } from './warm-up.ts';

const programmes = workerData as ReadonlyMap<string, Programme>;
const opened = openSolver();

answerOrders<PlanningOrder | 'warm-up', PlanningOutcome | null, PlanningNews>(async (order, tell) => {
  const solver = await opened;
  if (order === 'warm-up') {
    warmUp([...programmes.values()], solver);
    return null;
  }
  return followPlanningOrder(order, programmes, solver, tell);
});
