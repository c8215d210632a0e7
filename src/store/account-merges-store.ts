/**
 * Merges of learning accounts: the one place that makes and undoes them. What is merged is read as the account into
 * which it was merged, wherever somebody has claimed that one; no record is copied or moved, so that undoing leaves
 * everything as it was. Merges are made one after the other over the whole network: they are few, and of two that
 * contradict each other the second must see the first.
 */
import { sql } from 'kysely';
import type { Account } from './account-claims.ts';
import { recordAudit } from './audit-store.ts';
import { actorText, type TenantTransaction, withNetworkSight } from './database.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';

export interface AskedMerge extends Account {
  readonly intoAccountId: string;
  readonly reason: string;
}

export type MergeResult =
  | { readonly kind: 'merged'; readonly mergeId: string }
  | { readonly kind: 'same-account' }
  | { readonly kind: 'account-unknown'; readonly accountId: string }
  /** It is merged already, into this account. */
  | { readonly kind: 'merged-already'; readonly into: string }
  /** The account that is to survive is itself merged: this one is what it is read as. */
  | { readonly kind: 'survivor-merged'; readonly into: string };

export type UndoMergeResult =
  | { readonly kind: 'undone' }
  | { readonly kind: 'unknown-merge' }
  | { readonly kind: 'undone-already' };

/** People whose facts are told otherwise by what this transaction has written. */
export interface ConcernedPeople {
  readonly partnerId: PartnerId;
  readonly users: readonly string[];
}

async function takeTurn(tx: TenantTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.account-merges'))`.execute(tx.sql);
}

async function knownAccounts(tx: TenantTransaction, provider: string, ids: readonly string[]) {
  const rows = await tx.sql
    .selectFrom('learning_account')
    .select('account_id')
    .where('provider', '=', provider)
    .where('account_id', 'in', ids)
    .orderBy('account_id')
    .forNoKeyUpdate()
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** The account as which one is read; the account itself when it is not merged. With the network's sight. */
async function survivor(tx: TenantTransaction, { provider, accountId }: Account): Promise<string> {
  let current = accountId;
  for (;;) {
    const row = await tx.sql
      .selectFrom('learning_account_merge')
      .select('into_account_id')
      .where('provider', '=', provider)
      .where('account_id', '=', current)
      .where('voided_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return current;
    current = row.into_account_id;
  }
}

/** Has the records of one account read as those of another one of the same provider. */
export function mergeAccounts(tx: TenantTransaction, asked: AskedMerge): Promise<MergeResult> {
  const { provider, accountId, intoAccountId, reason } = asked;
  return withNetworkSight(tx, async () => {
    await takeTurn(tx);
    if (accountId === intoAccountId) return { kind: 'same-account' };
    const known = await knownAccounts(tx, provider, [accountId, intoAccountId]);
    const unknown = [accountId, intoAccountId].find((id) => !known.has(id));
    if (unknown !== undefined) return { kind: 'account-unknown', accountId: unknown };
    const present = await survivor(tx, { provider, accountId });
    if (present !== accountId) return { kind: 'merged-already', into: present };
    // Also what would lead back to the account: its survivor would be itself.
    const into = await survivor(tx, { provider, accountId: intoAccountId });
    if (into !== intoAccountId) return { kind: 'survivor-merged', into };
    const { merge_id: mergeId } = await tx.sql
      .insertInto('learning_account_merge')
      .values({
        provider,
        account_id: accountId,
        into_provider: provider,
        into_account_id: intoAccountId,
        reason,
        recorded_at: tx.now,
        recorded_by: actorText(tx.actor),
      })
      .returning('merge_id')
      .executeTakeFirstOrThrow();
    await closeProposals(tx, asked, mergeId);
    await tell(tx, 'accounts.merged', mergeId, { provider, accountId, into: intoAccountId }, reason);
    return { kind: 'merged', mergeId };
  });
}

/** What was proposed about the two has happened, whichever of them was meant to survive. */
async function closeProposals(
  tx: TenantTransaction,
  { provider, accountId, intoAccountId, reason }: AskedMerge,
  mergeId: string,
): Promise<void> {
  const both = [accountId, intoAccountId];
  await tx.sql
    .updateTable('merge_proposal')
    .set({
      closed_at: tx.now,
      closed_by: actorText(tx.actor),
      closing: 'merged',
      closing_reason: reason,
      merge_id: mergeId,
    })
    .where('provider', '=', provider)
    .where('account_id', 'in', both)
    .where('into_account_id', 'in', both)
    .where('closed_at', 'is', null)
    .execute();
}

/** Takes a merge back: from now on both accounts are read as they were before it. */
export function undoMerge(
  tx: TenantTransaction,
  { mergeId, reason }: { readonly mergeId: string; readonly reason: string },
): Promise<UndoMergeResult> {
  return withNetworkSight(tx, async () => {
    await takeTurn(tx);
    const merge = await tx.sql
      .selectFrom('learning_account_merge')
      .select(['provider', 'account_id', 'into_account_id', 'voided_at'])
      .where('merge_id', '=', mergeId)
      .executeTakeFirst();
    if (merge === undefined) return { kind: 'unknown-merge' };
    if (merge.voided_at !== null) return { kind: 'undone-already' };
    await tx.sql
      .updateTable('learning_account_merge')
      .set({ voided_at: tx.now })
      .where('merge_id', '=', mergeId)
      .execute();
    await tx.sql
      .insertInto('learning_account_merge_undone')
      .values({ merge_id: mergeId, reason, undone_at: tx.now, undone_by: actorText(tx.actor) })
      .execute();
    const { provider, account_id: accountId, into_account_id: into } = merge;
    await tx.sql
      .updateTable('merge_proposal')
      .set({
        closing: 'dismissed',
        closing_reason: reason,
        closed_at: tx.now,
        closed_by: actorText(tx.actor),
      })
      .where('merge_id', '=', mergeId)
      .execute();
    await tell(tx, 'accounts.unmerged', mergeId, { provider, accountId, into }, reason);
    return { kind: 'undone' };
  });
}

/**
 * Leaves an entry with every company whose people it concerns, and one with the network, which alone reads the reason:
 * it may tell of other companies.
 */
async function tell(
  tx: TenantTransaction,
  action: 'accounts.merged' | 'accounts.unmerged',
  mergeId: string,
  details: Readonly<Record<string, string>>,
  reason: string,
): Promise<void> {
  const entry = { action, subject: `merge:${mergeId}` };
  const concerned = (await markedPeople(tx)).map(({ partnerId }) => partnerId);
  // Trails are lengthened in the order of partners, so that two transactions wait for each other instead of both forever.
  for (const partnerId of [...concerned, NETWORK_PARTNER].sort()) {
    const own = partnerId === NETWORK_PARTNER ? { ...details, reason } : details;
    await recordAudit({ ...tx, partnerId }, { ...entry, details: own });
  }
}

/** By the marks that the transaction has left on the evidence of companies. With the network's sight. */
async function markedPeople(tx: TenantTransaction): Promise<readonly ConcernedPeople[]> {
  const { rows } = await sql<{ partner_id: string; users: string[] }>`
    select partner_id, array_agg(user_id order by user_id) as users from evidence_mark
    where transaction = pg_current_xact_id_if_assigned() group by partner_id order by partner_id`.execute(
    tx.sql,
  );
  return rows.map(({ partner_id, users }) => ({ partnerId: partner_id as PartnerId, users }));
}

/** Whom a merge, or its end, that this transaction has written concerns; the first company first. */
export function concernedPeople(tx: TenantTransaction): Promise<readonly ConcernedPeople[]> {
  return withNetworkSight(tx, () => markedPeople(tx));
}
