import type { BillingKind, OrderView } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { lastDayOfCancellation } from '../../domain/membership/order-states.ts';
import { type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { dayOfInstant } from '../../domain/time/instant.ts';
import { type BillingDocument, billingNumber } from '../../store/billing-store.ts';
import type { Order } from '../../store/orders-store.ts';

/** What a payer writes on a transfer: short, and of no other order. */
export function orderReference({ orderId }: Pick<Order, 'orderId'>): string {
  return `J-${orderId.replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}

const WRITTEN_REFERENCE = /^J?([0-9A-F]{10})$/;

/** The beginning of the id of an order as somebody copied its reference; `null`: it is no such reference. */
export function idBeginningOf(reference: string): string | null {
  const written = reference.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return WRITTEN_REFERENCE.exec(written)?.[1]?.toLowerCase() ?? null;
}

export function dayOf(instant: Date): Day {
  return dayOfInstant(instant.getTime());
}

/** Other orders of the slot that were paid later build on this one. */
function isFollowed(order: Order, orders: readonly Order[]): boolean {
  return orders.some(
    (other) =>
      other.state === 'active' &&
      other.programme === order.programme &&
      other.slot === order.slot &&
      other.paidAt! > order.paidAt!,
  );
}

/** The last day on which an order can be cancelled; `null` when it cannot, or no longer. */
function cancellableUntil(
  { membership }: Programme,
  order: Order,
  orders: readonly Order[],
  day: Day,
): Day | null {
  if (order.state === 'created' || order.state === 'pending-payment') return parseDay(order.payBy);
  if (order.state !== 'active' || membership === null || isFollowed(order, orders)) return null;
  const last = lastDayOfCancellation(membership, dayOf(order.paidAt!));
  return day <= last ? last : null;
}

function documentsOf(order: Order, billed: readonly BillingDocument[]): BillingKind[] {
  if (order.state === 'pending-payment') return ['order'];
  return [
    ...(billed.some(({ kind }) => kind === 'invoice') ? (['invoice', 'proof-of-payment'] as const) : []),
    ...(billed.some(({ kind }) => kind === 'credit-note') ? (['credit-note'] as const) : []),
  ];
}

export interface OrderBook {
  readonly orders: readonly Order[];
  readonly documents: readonly BillingDocument[];
  readonly day: Day;
}

export function orderView(programme: Programme, order: Order, book: OrderBook): OrderView {
  const billed = book.documents.filter(({ orderId }) => orderId === order.orderId);
  const numberOf = (kind: BillingDocument['kind']) => {
    const document = billed.find((each) => each.kind === kind);
    return document === undefined ? null : billingNumber(document);
  };
  const offer = programme.membership === null ? null : findOffer(programme.membership, order.offer);
  const until = cancellableUntil(programme, order, book.orders, book.day);
  const { currency } = order;
  return {
    orderId: order.orderId,
    programme: order.programme,
    offer: order.offer,
    name: offer?.name ?? { en: order.offer, fr: order.offer },
    act: order.act,
    method: order.method,
    state: order.state,
    amount: { minor: order.amountMinor, currency },
    listed: { minor: order.listedMinor, currency },
    percentOff: order.percentOff,
    placedAt: order.placedAt.toISOString(),
    payBy: order.payBy,
    paidAt: order.paidAt?.toISOString() ?? null,
    reference: orderReference(order),
    refusal: order.refusal,
    endedAt: order.endedAt?.toISOString() ?? null,
    invoiceNumber: numberOf('invoice'),
    creditNoteNumber: numberOf('credit-note'),
    cancellableUntil: until === null ? null : formatDay(until),
    documents: documentsOf(order, billed),
  };
}
