import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

export interface EmailOwner {
  readonly partnerId: string;
  readonly userId: string;
}

/** Who signs in with which of these addresses, at any partner; by address in lower case. */
export async function emailOwners(
  tx: TenantTransaction,
  emails: readonly string[],
): Promise<ReadonlyMap<string, EmailOwner>> {
  const { rows } = await sql<{ work_email: string; partner_id: string; user_id: string }>`
    select work_email, partner_id, user_id from find_work_emails(${emails}::text[])`.execute(tx.sql);
  return new Map(rows.map((row) => [row.work_email, { partnerId: row.partner_id, userId: row.user_id }]));
}

export async function emailOwner(tx: TenantTransaction, email: string): Promise<EmailOwner | null> {
  return (await emailOwners(tx, [email])).get(email.trim().toLowerCase()) ?? null;
}
