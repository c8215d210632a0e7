import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

/** An order that was placed, and perhaps paid, before this database knew of it. */
export interface PastOrder {
  readonly programme: string;
  readonly offer: string;
  readonly slot: string;
  readonly act: 'purchase' | 'upgrade' | 'renewal';
  readonly method: 'card' | 'transfer';
  readonly listedMinor: number;
  readonly amountMinor: number;
  readonly percentOff: number;
  readonly currency: string;
  readonly placedOn: string;
  readonly payBy: string;
  /** The day on which the membership of the same offer began; `null`: its transfer is awaited. */
  readonly paidOn: string | null;
}

/** With the invoice of a paid one, whose number is the next of its year. */
export async function addPastOrder(tx: TenantTransaction, order: PastOrder): Promise<void> {
  const { paidOn } = order;
  const membership =
    paidOn === null
      ? null
      : await tx.sql
          .selectFrom('membership')
          .select('membership_id')
          .where('partner_id', '=', tx.partnerId)
          .where('offer', '=', order.offer)
          .where('active_from', '=', paidOn)
          .where('voided_at', 'is', null)
          .executeTakeFirstOrThrow();
  const { order_id } = await tx.sql
    .insertInto('membership_order')
    .values({
      partner_id: tx.partnerId,
      programme: order.programme,
      offer: order.offer,
      slot: order.slot,
      act: order.act,
      method: order.method,
      state: membership === null ? 'pending-payment' : 'active',
      listed_minor: order.listedMinor,
      amount_minor: order.amountMinor,
      percent_off: order.percentOff,
      currency: order.currency,
      placed_at: `${order.placedOn}T09:00:00Z`,
      placed_by: actorText(tx.actor),
      pay_by: order.payBy,
      paid_at: paidOn === null ? null : `${paidOn}T09:05:00Z`,
      membership_id: membership?.membership_id ?? null,
    })
    .returning('order_id')
    .executeTakeFirstOrThrow();
  if (paidOn === null) return;
  const year = Number(paidOn.slice(0, 4));
  await sql`
    INSERT INTO billing_document (partner_id, order_id, kind, year, number, issued_at)
    VALUES (${tx.partnerId}, ${order_id}, 'invoice', ${year}, next_billing_number(${year}), ${`${paidOn}T09:05:00Z`})
  `.execute(tx.sql);
}
