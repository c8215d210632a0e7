import { type TenantTransaction, withNetworkSight } from './database.ts';

/**
 * Contact e-mails of the learning accounts that a user has associated here and not ended, by provider and
 * account id. The wall lets a partner read them only as long as the association lasts.
 */
export async function learningAccountEmails(
  tx: TenantTransaction,
  userId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql
    .selectFrom('account_claim as c')
    .innerJoin('learning_account_contact as k', (join) =>
      join.onRef('k.provider', '=', 'c.provider').onRef('k.account_id', '=', 'c.account_id'),
    )
    .select(['k.provider', 'k.account_id', 'k.email'])
    .where('c.partner_id', '=', tx.partnerId)
    .where('c.user_id', '=', userId)
    .where('c.voided_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [`${row.provider} ${row.account_id}`, row.email]));
}

/** Keeps the contact e-mail that the holder of an account has shown, in place of a former one. */
export async function keepAccountEmail(
  tx: TenantTransaction,
  account: { readonly provider: string; readonly accountId: string; readonly email: string },
): Promise<void> {
  const { provider, accountId, email } = account;
  await withNetworkSight(tx, () =>
    tx.sql
      .insertInto('learning_account_contact')
      .values({ provider, account_id: accountId, email })
      .onConflict((known) => known.columns(['provider', 'account_id']).doUpdateSet({ email }))
      .execute(),
  );
}
