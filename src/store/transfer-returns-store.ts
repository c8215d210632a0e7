import type { ReturnCause } from '../domain/membership/order-states.ts';
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';

/** A transfer that somebody is to send back, or has. */
export interface TransferReturn {
  readonly returnId: string;
  readonly orderId: string;
  readonly cause: ReturnCause;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bankReference: string | null;
  readonly owedSince: Date;
  readonly givenBackOn: string | null;
}

export type NewTransferReturn = Pick<
  TransferReturn,
  'orderId' | 'cause' | 'amountMinor' | 'currency' | 'bankReference'
>;

const COLUMNS = [
  'transfer_return.return_id as returnId',
  'transfer_return.order_id as orderId',
  'cause',
  'transfer_return.amount_minor as amountMinor',
  'transfer_return.currency',
  'bank_reference as bankReference',
  'owed_since as owedSince',
  'given_back_on as givenBackOn',
] as const;

/** @returns null when the same transfer was noted before. */
export async function oweReturn(tx: TenantTransaction, owed: NewTransferReturn): Promise<string | null> {
  const row = await tx.sql
    .insertInto('transfer_return')
    .values({
      partner_id: tx.partnerId,
      order_id: owed.orderId,
      cause: owed.cause,
      amount_minor: owed.amountMinor,
      currency: owed.currency,
      bank_reference: owed.bankReference,
      owed_since: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('return_id')
    .executeTakeFirst();
  return row?.return_id ?? null;
}

export async function findReturn(tx: TenantTransaction, returnId: string): Promise<TransferReturn | null> {
  const row = await tx.sql
    .selectFrom('transfer_return')
    .select(COLUMNS)
    .where('partner_id', '=', tx.partnerId)
    .where('return_id', '=', returnId)
    .executeTakeFirst();
  return row ?? null;
}

/** False when somebody has said so before. */
export async function markGivenBack(tx: TenantTransaction, returnId: string, on: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('transfer_return')
    .set({ given_back_on: on, given_back_by: actorText(tx.actor) })
    .where('partner_id', '=', tx.partnerId)
    .where('return_id', '=', returnId)
    .where('given_back_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface ReturnOfCompany extends TransferReturn {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly programme: string;
  readonly offer: string;
}

function ofEveryCompany(tx: NetworkTransaction) {
  return tx.sql
    .selectFrom('transfer_return')
    .innerJoin('membership_order', (join) =>
      join
        .onRef('membership_order.partner_id', '=', 'transfer_return.partner_id')
        .onRef('membership_order.order_id', '=', 'transfer_return.order_id'),
    )
    .innerJoin('partner', 'partner.partner_id', 'transfer_return.partner_id')
    .select(COLUMNS)
    .select(['partner.partner_id as partnerId', 'partner.name as partnerName', 'programme', 'offer']);
}

export async function returnOfCompany(
  tx: NetworkTransaction,
  partnerId: string,
  returnId: string,
): Promise<ReturnOfCompany> {
  return ofEveryCompany(tx)
    .where('transfer_return.partner_id', '=', partnerId)
    .where('return_id', '=', returnId)
    .executeTakeFirstOrThrow();
}

/** What is owed to every company, the longest owed first; those of one moment always in the same order. */
export async function returnsOwed(tx: NetworkTransaction): Promise<readonly ReturnOfCompany[]> {
  return ofEveryCompany(tx)
    .where('given_back_on', 'is', null)
    .orderBy('owed_since')
    .orderBy('transfer_return.order_id')
    .orderBy('bank_reference')
    .orderBy('return_id')
    .execute();
}

/** What was given back, the latest first. */
export async function returnsGiven(
  tx: NetworkTransaction,
  limit: number,
): Promise<readonly ReturnOfCompany[]> {
  return ofEveryCompany(tx)
    .where('given_back_on', 'is not', null)
    .orderBy('given_back_on', 'desc')
    .orderBy('owed_since', 'desc')
    .orderBy('return_id')
    .limit(limit)
    .execute();
}
