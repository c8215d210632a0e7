import { actorText, type TenantTransaction } from './database.ts';

/** Keeps the sealed temporary passwords of one batch of an import, until they are taken or too old. */
export async function keepImportSignIns(
  tx: TenantTransaction,
  batch: {
    readonly importId: string;
    readonly rowNumber: number;
    readonly sealed: Buffer;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.sql
    .insertInto('import_sign_in')
    .values({
      partner_id: tx.partnerId,
      import_id: batch.importId,
      row_number: batch.rowNumber,
      sealed_sign_ins: batch.sealed,
      expires_at: batch.expiresAt,
    })
    .execute();
}

/**
 * Takes the sealed temporary passwords of a finished import out of the database: whoever imported gets them, once;
 * of two requests at once one goes without. Anybody else gets none, and leaves them where they are.
 */
export async function takeImportSignIns(tx: TenantTransaction, importId: string): Promise<Buffer[]> {
  const own = tx.sql
    .selectFrom('import_run')
    .select('import_id')
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .where('state', '=', 'done')
    .where('created_by', '=', actorText(tx.actor));
  const rows = await tx.sql
    .deleteFrom('import_sign_in')
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', 'in', own)
    .returning(['sealed_sign_ins', 'expires_at'])
    .execute();
  return rows.filter(({ expires_at }) => expires_at > tx.now).map((row) => row.sealed_sign_ins);
}

/** Whether the import has temporary passwords that nobody has taken yet. */
export async function hasImportSignIns(tx: TenantTransaction, importId: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('import_sign_in')
    .select('import_id')
    .where('partner_id', '=', tx.partnerId)
    .where('import_id', '=', importId)
    .where('expires_at', '>', tx.now)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Wipes what nobody has taken in time. */
export async function wipeOldSignIns(tx: TenantTransaction): Promise<void> {
  await tx.sql
    .deleteFrom('import_sign_in')
    .where('partner_id', '=', tx.partnerId)
    .where('expires_at', '<=', tx.now)
    .execute();
}
