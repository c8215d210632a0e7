import { companiesWithOpenOrders, findOrder, holdOrders, ordersOf } from '../../store/orders-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import { today } from '../shared/as-of.ts';
import type { Services } from '../shared/services.ts';
import { chargeOrAsk } from './place-order.ts';
import { markExpired, stepOf } from './settle-order.ts';

const SYSTEM = { kind: 'system', name: 'orders' } as const;

/**
 * The daily work on orders: card payments that nobody has answered are asked about, and what was not paid in time
 * expires. Run twice, late or by two servers at once it comes to the same.
 */
export async function orderRound(
  services: Pick<Services, 'database' | 'payments' | 'programmes' | 'now'>,
): Promise<void> {
  const { database, programmes, now } = services;
  const day = today(now());
  const companies = await database.asNetwork({ actor: SYSTEM }, (tx) => companiesWithOpenOrders(tx, day));
  for (const partnerId of companies) {
    const claim = { partnerId: partnerId as PartnerId, actor: SYSTEM };
    const orders = await database.readAsTenant(claim, ordersOf);
    for (const order of orders) {
      const programme = programmes.get(order.programme);
      if (programme === undefined) continue;
      await chargeOrAsk(services, claim, programme, order, null);
      await database.asTenant(claim, async (tx) => {
        await holdOrders(tx);
        const present = (await findOrder(tx, order.orderId))!;
        const step = stepOf(programme, present, 'day-passed', tx.now);
        if (step.kind === 'moved') await markExpired(tx, present);
      });
    }
  }
}
