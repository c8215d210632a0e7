import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { TenantClaim } from '../../store/database.ts';
import { findOrder, holdOrders, type Order } from '../../store/orders-store.ts';
import type { Services } from '../shared/services.ts';
import { settleCard } from './settle-order.ts';

/**
 * Asks the gateway outside of any transaction, and notes what it said.
 * @param card `null`: the card was charged before, or never will be, and the gateway is asked what became of it
 */
export async function chargeOrAsk(
  { database, payments }: Pick<Services, 'database' | 'payments'>,
  claim: TenantClaim,
  programme: Programme,
  order: Order,
  card: string | null,
): Promise<void> {
  if (payments === null || order.state !== 'created') return;
  const { orderId } = order;
  const money = { minor: order.amountMinor, currency: order.currency };
  const said = card === null ? await payments.find(orderId) : await payments.charge({ orderId, money, card });
  if (said.kind === 'silent') return;
  const state = await database.asTenant(claim, async (tx) => {
    await holdOrders(tx);
    const present = (await findOrder(tx, orderId))!;
    return settleCard(tx, programme, present, said);
  });
  // The order ended while its card was being charged: nobody keeps money for it.
  if (said.kind === 'accepted' && state !== 'active') await payments.refund(orderId);
}
