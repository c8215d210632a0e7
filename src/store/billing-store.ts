import { sql } from 'kysely';
import type { BilledContent } from '../domain/membership/billing.ts';
import type { TenantTransaction } from './database.ts';

export interface BillingDocument {
  readonly orderId: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly year: number;
  readonly number: number;
  readonly issuedAt: Date;
  /** Of an invoice that this database issued. */
  readonly content: BilledContent | null;
}

/** Invoices and credit notes of a year share one row of numbers. */
export function billingNumber({ year, number }: Pick<BillingDocument, 'year' | 'number'>): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}

/** Gives a document its number in the transaction that makes it due, so that no number is ever missing. */
export async function issueDocument(
  tx: TenantTransaction,
  { orderId, kind, content }: Pick<BillingDocument, 'orderId' | 'kind' | 'content'>,
): Promise<void> {
  const year = tx.now.getUTCFullYear();
  const { rows } = await sql<{ number: number }>`select next_billing_number(${year}) as number`.execute(
    tx.sql,
  );
  const { number } = rows[0]!;
  await tx.sql
    .insertInto('billing_document')
    .values({
      partner_id: tx.partnerId,
      order_id: orderId,
      kind,
      year,
      number,
      issued_at: tx.now,
      content: content === null ? null : JSON.stringify(content),
    })
    .execute();
}

export async function documentsOf(tx: TenantTransaction): Promise<readonly BillingDocument[]> {
  return tx.sql
    .selectFrom('billing_document')
    .select(['order_id as orderId', 'kind', 'year', 'number', 'issued_at as issuedAt', 'content'])
    .where('partner_id', '=', tx.partnerId)
    .orderBy('issued_at')
    .execute();
}
