/** What may happen to an order, and when it no longer may. Pure: the day is an argument. */
import { addDays, type Day } from '../time/day.ts';
import type { MembershipPolicy } from './membership-policy.ts';

/**
 * `created`: nobody has answered yet whether the card was charged. `pending-payment`: a transfer is awaited.
 * `active`: paid. The others are the ends of an order.
 */
export type OrderState = 'created' | 'pending-payment' | 'active' | 'refused' | 'expired' | 'cancelled';

export type OrderEvent =
  | { readonly kind: 'card-accepted'; readonly on: Day }
  | { readonly kind: 'card-refused'; readonly on: Day }
  | { readonly kind: 'transfer-chosen'; readonly on: Day }
  | { readonly kind: 'transfer-arrived'; readonly on: Day }
  | { readonly kind: 'day-passed'; readonly on: Day }
  | { readonly kind: 'cancelled'; readonly on: Day };

export interface OrderSoFar {
  readonly state: OrderState;
  /** The last day on which it can be paid. */
  readonly payBy: Day;
  readonly paidOn: Day | null;
}

export type OrderRefusal =
  /** The order is in a state in which that cannot happen. */
  | { readonly kind: 'not-in-this-state'; readonly state: OrderState }
  /** The days in which a paid order can be cancelled are over. */
  | { readonly kind: 'cancellation-over'; readonly lastDay: Day }
  /** The transfer had until this day. */
  | { readonly kind: 'transfer-over'; readonly lastDay: Day };

export type OrderStep = { readonly kind: 'moved'; readonly state: OrderState } | OrderRefusal;

/** The last day on which an order can be paid; a renewal only as long as its window is open. */
export function lastDayOfPayment(
  { transferDays }: MembershipPolicy,
  placedOn: Day,
  windowCloses: Day | null,
): Day {
  const last = addDays(placedOn, transferDays);
  return windowCloses !== null && windowCloses < last ? windowCloses : last;
}

/** The last day on which a paid order can be cancelled. */
export function lastDayOfCancellation({ cancellationDays }: MembershipPolicy, paidOn: Day): Day {
  return addDays(paidOn, cancellationDays);
}

export function isOpenOrder(state: OrderState): boolean {
  return state === 'created' || state === 'pending-payment';
}

/** Why the money of a transfer goes back to who sent it. */
export type ReturnCause = 'cancelled' | 'expired' | 'refused' | 'paid-twice';

/** Why a transfer that comes for the order on a day goes back; `null`: the order waits for its payment. */
export function returnCause({ state, payBy }: OrderSoFar, on: Day): ReturnCause | null {
  switch (state) {
    case 'created':
    case 'pending-payment':
      // Overdue, though the daily work has not ended it yet.
      return on <= payBy ? null : 'expired';
    case 'active':
      return 'paid-twice';
    case 'refused':
    case 'expired':
    case 'cancelled':
      return state;
  }
}

/** One event after another; an order that is not paid in time expires with the first day after. */
export function stepOrder(policy: MembershipPolicy, order: OrderSoFar, event: OrderEvent): OrderStep {
  const { state, payBy: lastDay, paidOn } = order;
  const moved = (next: OrderState): OrderStep => ({ kind: 'moved', state: next });
  const refused: OrderStep = { kind: 'not-in-this-state', state };
  switch (event.kind) {
    case 'card-accepted':
      return state === 'created' ? moved('active') : refused;
    case 'card-refused':
      return state === 'created' ? moved('refused') : refused;
    case 'transfer-chosen':
      return state === 'created' ? moved('pending-payment') : refused;
    case 'transfer-arrived':
      if (state !== 'pending-payment') return refused;
      return event.on <= lastDay ? moved('active') : { kind: 'transfer-over', lastDay };
    case 'day-passed':
      return isOpenOrder(state) && event.on > lastDay ? moved('expired') : refused;
    case 'cancelled': {
      if (isOpenOrder(state)) return moved('cancelled');
      if (state !== 'active' || paidOn === null) return refused;
      const last = lastDayOfCancellation(policy, paidOn);
      return event.on <= last ? moved('cancelled') : { kind: 'cancellation-over', lastDay: last };
    }
  }
}
