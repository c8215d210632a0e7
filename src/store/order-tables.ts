/** The tables of orders as the query builder sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { BilledContent } from '../domain/membership/billing.ts';
import type { OrderState, ReturnCause } from '../domain/membership/order-states.ts';
import type { Instant, Optional, OptionalInstant } from './schema.ts';

export interface MembershipOrderTable {
  partner_id: string;
  order_id: Generated<string>;
  programme: string;
  offer: string;
  slot: string;
  act: 'purchase' | 'upgrade' | 'renewal';
  method: 'card' | 'transfer';
  state: OrderState;
  listed_minor: number;
  amount_minor: number;
  percent_off: number;
  currency: string;
  placed_at: Instant;
  placed_by: string;
  pay_by: string;
  begins_on: Optional<string>;
  paid_at: OptionalInstant;
  payment_reference: Optional<string>;
  refusal: Optional<string>;
  ended_at: OptionalInstant;
  membership_id: Optional<string>;
}

export interface TransferReturnTable {
  partner_id: string;
  return_id: Generated<string>;
  order_id: string;
  cause: ReturnCause;
  amount_minor: number;
  currency: string;
  bank_reference: Optional<string>;
  owed_since: Instant;
  given_back_on: Optional<string>;
  given_back_by: Optional<string>;
}

export interface BillingDocumentTable {
  partner_id: string;
  document_id: Generated<string>;
  order_id: string;
  kind: 'invoice' | 'credit-note';
  year: number;
  number: number;
  issued_at: Instant;
  content: ColumnType<BilledContent | null, string | null, never>;
}
