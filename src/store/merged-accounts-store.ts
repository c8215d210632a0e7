/** What those who merge learning accounts look at: the merges there have been, and what is known of an account. */
import { sql } from 'kysely';
import type { Account } from './account-claims.ts';
import type { NetworkTransaction } from './database.ts';
import type { Via } from './schema.ts';

export interface AccountMerge extends Account {
  readonly mergeId: string;
  readonly intoAccountId: string;
  readonly reason: string;
  readonly mergedAt: Date;
  readonly undone: { readonly at: Date; readonly reason: string } | null;
}

export interface MergesPage {
  /** Part of either account's id. */
  readonly search: string;
  readonly skip: number;
  readonly limit: number;
}

function merges(tx: NetworkTransaction, search: string) {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.sql
    .selectFrom('learning_account_merge as m')
    .leftJoin('learning_account_merge_undone as u', 'u.merge_id', 'm.merge_id')
    .$if(search !== '', (query) =>
      query.where((where) =>
        where.or([where('m.account_id', 'ilike', part), where('m.into_account_id', 'ilike', part)]),
      ),
    );
}

function mergeColumns(query: ReturnType<typeof merges>) {
  return query
    .select(['m.merge_id', 'm.provider', 'm.account_id', 'm.into_account_id', 'm.reason', 'm.recorded_at'])
    .select(['u.reason as undone_reason', 'u.undone_at']);
}

type MergeRow = Awaited<ReturnType<ReturnType<typeof mergeColumns>['execute']>>[number];

function mergeOf(row: MergeRow): AccountMerge {
  return {
    mergeId: row.merge_id,
    provider: row.provider,
    accountId: row.account_id,
    intoAccountId: row.into_account_id,
    reason: row.reason,
    mergedAt: row.recorded_at,
    undone:
      row.undone_at === null || row.undone_reason === null
        ? null
        : { at: row.undone_at, reason: row.undone_reason },
  };
}

export async function findMerge(tx: NetworkTransaction, mergeId: string): Promise<AccountMerge | null> {
  const row = await mergeColumns(merges(tx, '')).where('m.merge_id', '=', mergeId).executeTakeFirst();
  return row === undefined ? null : mergeOf(row);
}

/** The latest first. */
export async function listMerges(
  tx: NetworkTransaction,
  { search, skip, limit }: MergesPage,
): Promise<{ readonly value: readonly AccountMerge[]; readonly count: number }> {
  const rows = await mergeColumns(merges(tx, search))
    .orderBy('m.recorded_at', 'desc')
    .orderBy('m.merge_id')
    .limit(limit)
    .offset(skip)
    .execute();
  const { count } = await merges(tx, search)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    value: rows.map(mergeOf),
    count: Number(count),
  };
}

/** Who has associated an account, or had. Days are `YYYY-MM-DD`; `until` is the first day without it. */
export interface AccountHolder {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly userId: string;
  readonly name: string;
  readonly via: Via;
  readonly since: string;
  readonly until: string | null;
}

export interface DescribedAccount extends Account {
  /** Records that are on it itself. */
  readonly records: number;
  /** The latest first. */
  readonly holders: AccountHolder[];
}

/** In the order in which they are asked about; also those that nobody knows. */
export async function describeAccounts(
  tx: NetworkTransaction,
  accounts: readonly Account[],
): Promise<readonly DescribedAccount[]> {
  if (accounts.length === 0) return [];
  const asked = JSON.stringify(
    accounts.map(({ provider, accountId }, place) => ({ place, provider, account_id: accountId })),
  );
  const { rows } = await sql<{ records: number; holders: AccountHolder[] }>`
    select (select count(*)::int from skill_record r
        where r.provider = a.provider and r.account_id = a.account_id and r.voided_at is null) as records,
      (select coalesce(json_agg(json_build_object('partnerId', c.partner_id, 'partnerName', p.name,
          'userId', c.user_id, 'name', coalesce(trim(k.first_name || ' ' || k.last_name), ''), 'via', c.via,
          'since', (lower(c.period) at time zone 'UTC')::date, 'until', (upper(c.period) at time zone 'UTC')::date)
          order by lower(c.period) desc, c.claim_id), '[]')
        from account_claim c join partner p using (partner_id)
          left join user_contact k on k.partner_id = c.partner_id and k.user_id = c.user_id
        where c.provider = a.provider and c.account_id = a.account_id and c.voided_at is null) as holders
    from jsonb_to_recordset(${asked}::jsonb) as a (place int, provider text, account_id text)
    order by a.place`.execute(tx.sql);
  return accounts.map((account, place) => ({ ...account, ...rows[place]! }));
}
