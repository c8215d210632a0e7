import { sql } from 'kysely';
import type { OrderState } from '../domain/membership/order-states.ts';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';

export interface NewOrder {
  readonly programme: string;
  readonly offer: string;
  /** Offers of one slot exclude one another while an order is open. */
  readonly slot: string;
  readonly act: 'purchase' | 'upgrade' | 'renewal';
  readonly method: 'card' | 'transfer';
  readonly state: OrderState;
  readonly listedMinor: number;
  readonly amountMinor: number;
  readonly percentOff: number;
  readonly currency: string;
  readonly payBy: string;
  /** First day of what is bought; `null`: the day of the payment. */
  readonly beginsOn: string | null;
}

export interface Order extends NewOrder {
  readonly orderId: string;
  readonly placedAt: Date;
  readonly placedBy: string;
  readonly paidAt: Date | null;
  readonly paymentReference: string | null;
  readonly refusal: string | null;
  readonly endedAt: Date | null;
  readonly membershipId: string | null;
}

export type PlacedOrder =
  | { readonly kind: 'placed'; readonly order: Order }
  /** Another order for the same waits for its payment; of two at once one is placed. */
  | { readonly kind: 'order-open' };

/** What one order becomes is decided while nobody else decides about an order of the company. */
export async function holdOrders(tx: TenantTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.orders'), hashtext(${tx.partnerId}))`.execute(
    tx.sql,
  );
}

const COLUMNS = [
  'order_id as orderId',
  'programme',
  'offer',
  'slot',
  'act',
  'method',
  'state',
  'listed_minor as listedMinor',
  'amount_minor as amountMinor',
  'percent_off as percentOff',
  'currency',
  'placed_at as placedAt',
  'placed_by as placedBy',
  'pay_by as payBy',
  'begins_on as beginsOn',
  'paid_at as paidAt',
  'payment_reference as paymentReference',
  'refusal',
  'ended_at as endedAt',
  'membership_id as membershipId',
] as const;

export async function placeOrder(tx: TenantTransaction, order: NewOrder): Promise<PlacedOrder> {
  const row = await tx.sql
    .insertInto('membership_order')
    .values({
      partner_id: tx.partnerId,
      programme: order.programme,
      offer: order.offer,
      slot: order.slot,
      act: order.act,
      method: order.method,
      state: order.state,
      listed_minor: order.listedMinor,
      amount_minor: order.amountMinor,
      percent_off: order.percentOff,
      currency: order.currency,
      placed_at: tx.now,
      placed_by: actorText(tx.actor),
      pay_by: order.payBy,
      begins_on: order.beginsOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  return row === undefined ? { kind: 'order-open' } : { kind: 'placed', order: row };
}

/** The company's orders, the latest first. */
export async function ordersOf(tx: TenantTransaction): Promise<readonly Order[]> {
  return tx.sql
    .selectFrom('membership_order')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .orderBy('placed_at', 'desc')
    .orderBy('order_id')
    .execute();
}

export async function findOrder(tx: TenantTransaction, orderId: string): Promise<Order | null> {
  const row = await tx.sql
    .selectFrom('membership_order')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return row ?? null;
}

/** Orders of every company whose ids begin so. @param beginning ten digits of a UUID, without its hyphens */
export async function ordersBeginning(
  tx: NetworkTransaction,
  beginning: string,
): Promise<readonly { readonly partnerId: string; readonly orderId: string }[]> {
  const [head, middle] = [beginning.slice(0, 8), beginning.slice(8)];
  return tx.sql
    .selectFrom('membership_order')
    .select(['partner_id as partnerId', 'order_id as orderId'])
    .where('order_id', '>=', `${head}-${middle}00-0000-0000-000000000000`)
    .where('order_id', '<=', `${head}-${middle}ff-ffff-ffff-ffffffffffff`)
    .orderBy('order_id')
    .execute();
}

export interface OrderChange {
  readonly state: OrderState;
  readonly payment?: { readonly membershipId: string; readonly reference: string | null };
  readonly refusal?: string;
}

/** Only an order that is open still, or paid, changes: the caller holds the company's orders and has decided. */
export async function changeOrder(
  tx: TenantTransaction,
  orderId: string,
  change: OrderChange,
): Promise<void> {
  const { state, payment, refusal } = change;
  await tx.sql
    .updateTable('membership_order')
    .set({ state })
    .set(
      payment === undefined
        ? {}
        : { paid_at: tx.now, membership_id: payment.membershipId, payment_reference: payment.reference },
    )
    .set(refusal === undefined ? {} : { refusal })
    .set(state === 'active' || state === 'pending-payment' ? {} : { ended_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('order_id', '=', orderId)
    .execute();
}

export interface PaymentDue extends Order {
  readonly partnerId: string;
  readonly partnerName: string;
}

/** Transfers that are awaited, of every company; the one that expires first comes first. */
export async function transfersDue(tx: NetworkTransaction): Promise<readonly PaymentDue[]> {
  return tx.sql
    .selectFrom('membership_order')
    .innerJoin('partner', 'partner.partner_id', 'membership_order.partner_id')
    .select(COLUMNS)
    .select(['partner.partner_id as partnerId', 'partner.name as partnerName'])
    .where('state', '=', 'pending-payment')
    .orderBy('pay_by')
    .orderBy('placed_at')
    .execute();
}

/** Companies with an order that could only be paid until the day before, or whose card payment nobody has answered. */
export async function companiesWithOpenOrders(
  tx: NetworkTransaction,
  day: string,
): Promise<readonly string[]> {
  const rows = await tx.sql
    .selectFrom('membership_order')
    .select('partner_id')
    .distinct()
    .where('state', 'in', ['created', 'pending-payment'])
    .where((where) => where.or([where('pay_by', '<', day), where('state', '=', 'created')]))
    .orderBy('partner_id')
    .execute();
  return rows.map((row) => row.partner_id);
}
