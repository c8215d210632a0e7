import { isOpenOrder } from '../../domain/membership/order-states.ts';
import type { TenantClaim } from '../../store/database.ts';
import {
  companiesWithOpenOrders,
  findOrder,
  holdOrders,
  type Order,
  ordersOf,
} from '../../store/orders-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { chargeOrAsk } from './charge-card.ts';
import { markExpired, stepOf } from './settle-order.ts';

const SYSTEM = { kind: 'system', name: 'orders' } as const;

type RoundServices = Pick<Services, 'database' | 'payments' | 'programmes' | 'now'>;

async function goOn(services: RoundServices, claim: TenantClaim, order: Order): Promise<void> {
  const { database, payments, programmes } = services;
  const programme = programmes.get(order.programme);
  if (programme === undefined) return;
  await chargeOrAsk(services, claim, programme, order, null);
  await database.asTenant(claim, async (tx) => {
    await holdOrders(tx);
    const present = (await findOrder(tx, order.orderId))!;
    const step = stepOf(programme, present, 'day-passed', tx.now);
    if (step.kind !== 'moved') return;
    // A card of which nobody ever said whether it was charged: what was taken goes back before the order ends.
    const isCard = present.method === 'card';
    if (isCard && (await payments?.refund(present.orderId)) === 'not-now') return;
    await markExpired(tx, present);
  });
}

/**
 * The daily work on orders: card payments that nobody has answered are asked about, and what was not paid in time
 * expires. Run twice, late or by two servers at once it comes to the same. What fails for one company keeps no other
 * from its turn, and is told at the end.
 */
export async function orderRound(services: RoundServices): Promise<void> {
  const { database, now } = services;
  const day = today(now());
  const companies = await database.asNetwork({ actor: SYSTEM }, (tx) => companiesWithOpenOrders(tx, day));
  const failures: unknown[] = [];
  for (const partnerId of companies) {
    const claim = { partnerId: partnerId as PartnerId, actor: SYSTEM };
    try {
      const orders = await database.readAsTenant(claim, ordersOf);
      for (const order of orders) if (isOpenOrder(order.state)) await goOn(services, claim, order);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'Orders of some companies could not be gone through.');
}
