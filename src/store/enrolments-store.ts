import type { NetworkTransaction, TenantTransaction } from './database.ts';

/** Whether the claimed partner takes part in a programme. */
export async function isEnrolled(tx: TenantTransaction, programme: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('enrolment')
    .select('enrolment_id')
    .where('partner_id', '=', tx.partnerId)
    .where('programme', '=', programme)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The partners that take part in a programme. */
export async function enrolledPartners(
  tx: NetworkTransaction,
  programme: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('enrolment')
    .select('partner_id')
    .where('programme', '=', programme)
    .where('voided_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.partner_id));
}
