/** What is asked of whoever charges cards. An order is charged once, however often it is asked for. */
import type { Money } from '../../domain/membership/membership-policy.ts';

export type PaymentAnswer =
  | { readonly kind: 'accepted'; readonly reference: string }
  /** The reason is the gateway's own, in its words. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody answered in time: the card may have been charged or not, and `find` is asked later. */
  | { readonly kind: 'silent' };

/** `unknown`: the gateway was never asked to charge a card for the order. */
export type PaymentTrace = PaymentAnswer | { readonly kind: 'unknown' };

export interface CardPayment {
  readonly orderId: string;
  readonly money: Money;
  /** What the payment page of the gateway gave for the card; numbers of cards never come here. */
  readonly card: string;
}

export interface PaymentGateway {
  charge(payment: CardPayment): Promise<PaymentAnswer>;
  /** What became of an order's payment. */
  find(orderId: string): Promise<PaymentTrace>;
  /**
   * Gives the money back: asked twice it is given back once, and what was never charged, or is charged afterwards, is
   * not kept either. `not-now`: nothing was done, and it must be asked again.
   */
  refund(orderId: string): Promise<'given-back' | 'not-now'>;
  /** Cards to try payments with, where the gateway moves no money. */
  readonly testCards: readonly TestCard[];
}

export interface TestCard {
  readonly card: string;
  readonly plays: PaymentAnswer['kind'];
}
