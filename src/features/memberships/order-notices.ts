import type { Day } from '../../domain/time/day.ts';
import { formatDay } from '../../domain/time/day.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { Order } from '../../store/orders-store.ts';
import { raiseNotices } from '../shared/notices/raise-notices.ts';
import { orderReference } from './order-view.ts';

type OrderNews = 'order-pending' | 'order-paid' | 'order-expired';

/** Tells those who follow the orders of the company what became of one. */
export async function tellOrder(
  tx: TenantTransaction,
  kind: OrderNews,
  order: Order,
  /** First day of the membership; of others the last day on which it can, or could, be paid. */
  on: Day | string,
  /** Last day of what a paid one bought. */
  through?: string,
): Promise<void> {
  const { programme, offer, act, orderId } = order;
  const day = typeof on === 'string' ? on : formatDay(on);
  await raiseNotices(tx, [
    {
      content: {
        kind,
        programme,
        offer,
        reference: orderReference(order),
        on: day,
        ...(through === undefined ? {} : { paid: { act, through } }),
      },
      key: `${kind} ${orderId}`,
      userId: null,
    },
  ]);
}
