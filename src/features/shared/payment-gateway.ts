/** What is asked of whoever charges cards. An order is charged once, however often it is asked for. */
import type { Money } from '../../domain/membership/membership-policy.ts';

export type PaymentAnswer =
  | { readonly kind: 'accepted'; readonly reference: string }
  /** The reason is the gateway's own, in its words. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Nobody answered in time: the card may have been charged or not, and `find` is asked later. */
  | { readonly kind: 'silent' };

export interface CardPayment {
  readonly orderId: string;
  readonly money: Money;
  /** What the payment page of the gateway gave for the card; numbers of cards never come here. */
  readonly card: string;
}

export interface PaymentGateway {
  charge(payment: CardPayment): Promise<PaymentAnswer>;
  /** What became of an order's payment. */
  find(orderId: string): Promise<PaymentAnswer>;
  /** Gives the money back; asked twice it is given back once. Throws when it could not be ordered. */
  refund(orderId: string): Promise<void>;
  /** Cards to try payments with, where the gateway moves no money. */
  readonly testCards: readonly TestCard[];
}

export interface TestCard {
  readonly card: string;
  readonly plays: PaymentAnswer['kind'];
}
