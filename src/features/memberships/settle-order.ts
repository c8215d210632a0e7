/** What becomes of an order, with everything that goes with it in one transaction. The caller holds the company's orders. */
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import {
  type OrderEvent,
  type OrderSoFar,
  type OrderState,
  type OrderStep,
  type ReturnCause,
  stepOrder,
} from '../../domain/membership/order-states.ts';
import { anniversaryOf } from '../../domain/membership/renewal-window.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { issueDocument } from '../../store/billing-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { addMembership, voidMembership } from '../../store/memberships-store.ts';
import { changeOrder, type Order } from '../../store/orders-store.ts';
import { oweReturn } from '../../store/transfer-returns-store.ts';
import type { PaymentTrace } from '../shared/payment-gateway.ts';
import { billedContent } from './billed-content.ts';
import { membershipOf } from './offer-question.ts';
import { tellOrder } from './order-notices.ts';
import { dayOf, orderReference } from './order-view.ts';

/** Whether the event may happen to the order now, and what it makes of it. */
export function stepOf(programme: Programme, order: Order, kind: OrderEvent['kind'], now: Date): OrderStep {
  return stepOrder(membershipOf(programme), orderSoFar(order), { kind, on: dayOf(now) });
}

export function orderSoFar({ state, payBy, paidAt }: Order): OrderSoFar {
  return { state, payBy: parseDay(payBy)!, paidOn: paidAt === null ? null : dayOf(paidAt) };
}

/** What the trail tells about an order. */
export function entryOf(order: Order, more: Readonly<Record<string, unknown>> = {}) {
  const { offer, act, orderId } = order;
  return { subject: `order:${orderId}`, details: { offer, act, reference: orderReference(order), ...more } };
}

/** The company is a member from the first day of what it bought; the invoice is issued at once. */
export async function markPaid(
  tx: TenantTransaction,
  programme: Programme,
  order: Order,
  paymentReference: string | null,
): Promise<void> {
  const policy = membershipOf(programme);
  const begins = order.beginsOn === null ? dayOf(tx.now) : parseDay(order.beginsOn)!;
  const membershipId = await addMembership(tx, {
    offer: order.offer,
    activeFrom: formatDay(begins),
    anniversary: formatDay(anniversaryOf(policy, begins)),
  });
  await changeOrder(tx, order.orderId, {
    state: 'active',
    payment: { membershipId, reference: paymentReference },
  });
  const content = await billedContent(tx, programme, order, begins);
  await issueDocument(tx, { orderId: order.orderId, kind: 'invoice', content });
  const details = { method: order.method, from: content.from, through: content.through };
  await recordAudit(tx, { action: 'order.paid', ...entryOf(order, details) });
  await tellOrder(tx, 'order-paid', order, begins, content.through);
}

/** A card that was not charged within so many minutes of the order is not going to be. */
const CHARGE_MINUTES = 15;

/**
 * Of an answer that did not come nothing is noted: it is asked for again.
 * @returns the state in which the order is now
 */
export async function settleCard(
  tx: TenantTransaction,
  programme: Programme,
  order: Order,
  answer: PaymentTrace,
): Promise<OrderState> {
  if (order.state !== 'created') return order.state;
  switch (answer.kind) {
    case 'accepted':
      await markPaid(tx, programme, order, answer.reference);
      return 'active';
    case 'refused':
      await changeOrder(tx, order.orderId, { state: 'refused', refusal: answer.reason });
      await recordAudit(tx, { action: 'order.refused', ...entryOf(order) });
      return 'refused';
    case 'unknown':
      // The process ended between the order and the charge: the company is free to order again.
      if (tx.now.getTime() - order.placedAt.getTime() < CHARGE_MINUTES * 60_000) return order.state;
      await markExpired(tx, order);
      return 'expired';
    case 'silent':
      return order.state;
  }
}

export async function markExpired(tx: TenantTransaction, order: Order): Promise<void> {
  await changeOrder(tx, order.orderId, { state: 'expired' });
  await recordAudit(tx, { action: 'order.expired', ...entryOf(order) });
  if (order.method === 'transfer') await tellOrder(tx, 'order-expired', order, order.payBy);
}

/** @returns null when the same transfer was noted before, or nothing was paid. */
export async function noteReturn(
  tx: TenantTransaction,
  order: Order,
  { cause, bankReference }: { readonly cause: ReturnCause; readonly bankReference: string | null },
): Promise<string | null> {
  const { orderId, amountMinor, currency } = order;
  if (amountMinor === 0) return null;
  const returnId = await oweReturn(tx, { orderId, cause, amountMinor, currency, bankReference });
  if (returnId !== null) {
    await recordAudit(tx, { action: 'transfer.to-give-back', ...entryOf(order, { cause, bankReference }) });
  }
  return returnId;
}

/** A paid order is undone with its membership, and a credit note goes with it. */
export async function markCancelled(tx: TenantTransaction, order: Order): Promise<void> {
  await changeOrder(tx, order.orderId, { state: 'cancelled' });
  if (order.membershipId !== null) {
    await voidMembership(tx, order.membershipId);
    await issueDocument(tx, { orderId: order.orderId, kind: 'credit-note', content: null });
  }
  if (order.membershipId !== null && order.method === 'transfer') {
    // A card is refunded by its gateway; a transfer goes back by hand.
    await noteReturn(tx, order, { cause: 'cancelled', bankReference: order.paymentReference });
  }
  const details = { paid: order.membershipId !== null };
  await recordAudit(tx, { action: 'order.cancelled', ...entryOf(order, details) });
}
