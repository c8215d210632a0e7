import type { NetworkTransaction, TenantTransaction } from './database.ts';

export interface Enrolment {
  readonly programme: string;
  readonly track: string | null;
}

/** The programmes in which the claimed partner takes part, in the order in which it joined them. */
export async function enrolmentsOf(tx: TenantTransaction): Promise<readonly Enrolment[]> {
  return tx.sql
    .selectFrom('enrolment')
    .select(['programme', 'track'])
    .where('partner_id', '=', tx.partnerId)
    .where('voided_at', 'is', null)
    .orderBy('valid_from', (order) => order.asc().nullsFirst())
    .orderBy('recorded_at')
    .orderBy('programme')
    .execute();
}

/** The partners that take part in a programme. */
export async function enrolledPartners(tx: NetworkTransaction): Promise<ReadonlySet<string>> {
  const rows = await tx.sql
    .selectFrom('enrolment')
    .select('partner_id')
    .distinct()
    .where('voided_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.partner_id));
}
