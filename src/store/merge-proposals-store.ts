/** Pairs of learning accounts that are probably one person's, and accounts that nobody has associated. */
import { type RawBuilder, sql } from 'kysely';
import type { Account } from './account-claims.ts';
import {
  type AnyTransaction,
  actorText,
  type NetworkTransaction,
  type TenantTransaction,
} from './database.ts';

/** More of one kind are found by the next look. */
const MOST_FOUND = 1_000;

export type ProposalCauseKind = 'transcript' | 'same-person' | 'same-certificate' | 'same-e-mail';

export interface ProposalCause {
  readonly kind: ProposalCauseKind;
  readonly value: string | null;
}

export interface MergeProposal {
  readonly proposalId: string;
  readonly provider: string;
  readonly accountId: string;
  readonly intoAccountId: string;
  readonly causes: readonly ProposalCause[];
  readonly foundAt: Date;
  readonly closed: {
    readonly at: Date;
    readonly outcome: 'merged' | 'dismissed';
    readonly reason: string | null;
  } | null;
}

/** Pairs `(provider, one, other, kind, value)` of different accounts; several causes of one pair are told once each. */
function pairs(): readonly RawBuilder<unknown>[] {
  return [
    sql`select a.provider, a.account_id as one, b.account_id as other, 'same-person' as kind, null::text as value
      from account_claim a join account_claim b
        on b.partner_id = a.partner_id and b.user_id = a.user_id and b.provider = a.provider
          and b.account_id > a.account_id
      where a.voided_at is null and b.voided_at is null`,
    sql`select a.provider, a.account_id as one, b.account_id as other, 'same-certificate' as kind,
        a.certificate_number as value
      from skill_record a join skill_record b
        on b.provider = a.provider and b.certificate_number = a.certificate_number and b.account_id > a.account_id
      where a.voided_at is null and b.voided_at is null
        and a.certificate_number <> '' and b.certificate_number <> ''`,
    sql`select a.provider, a.account_id as one, b.account_id as other, 'same-e-mail' as kind, a.email_key as value
      from learning_account_contact a join learning_account_contact b
        on b.provider = a.provider and b.email_key = a.email_key and b.account_id > a.account_id`,
  ];
}

/**
 * Looks for accounts that are probably one person's. They are proposed as what they are read as, the one that somebody
 * has associated now to survive; a pair that was decided before is not proposed again. Answers how many proposals are
 * new or have a further cause.
 */
export async function findProposals(tx: NetworkTransaction): Promise<number> {
  let found = 0;
  for (const pair of pairs()) {
    const { rows } = await sql`
      with suspected as (
        select distinct provider, surviving_account(provider, one) as one, surviving_account(provider, other) as other,
          kind, value
        from (${pair}) as pair),
      directed as (
        select s.provider, s.kind, s.value, case when o.held or not t.held then s.other else s.one end as away,
          case when o.held or not t.held then s.one else s.other end as stays
        from suspected s
        cross join lateral (select exists (select from account_claim c where c.provider = s.provider
          and c.account_id = s.one and c.voided_at is null and upper_inf(c.period)) as held) as o
        cross join lateral (select exists (select from account_claim c where c.provider = s.provider
          and c.account_id = s.other and c.voided_at is null and upper_inf(c.period)) as held) as t
        where s.one <> s.other),
      told as (
        select provider, min(away) as away, min(stays) as stays,
          jsonb_agg(distinct jsonb_build_object('kind', kind, 'value', value)) as causes
        from directed group by provider, least(away, stays), greatest(away, stays)
        order by provider, min(away) limit ${MOST_FOUND})
      ${proposing(sql`select provider, away, stays, causes, ${tx.now}::timestamptz from told`)}`.execute(
      tx.sql,
    );
    found += rows.length;
  }
  return found;
}

function proposing(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into merge_proposal (provider, account_id, into_account_id, causes, found_at) ${rows}
    on conflict (provider, (least(account_id, into_account_id)), (greatest(account_id, into_account_id)))
    do update set causes = merge_proposal.causes || excluded.causes
      where merge_proposal.closed_at is null and not merge_proposal.causes @> excluded.causes
    returning proposal_id`;
}

/** Whether merges make one account of the two; with the network's sight. */
export async function readAsOne(
  tx: AnyTransaction,
  provider: string,
  one: string,
  other: string,
): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select surviving_account(${provider}, ${one}) = surviving_account(${provider}, ${other}) as same`.execute(
    tx.sql,
  );
  return rows[0]!.same;
}

/** An account that was named together with an e-mail. */
export interface NamedAccount extends Account {
  readonly email: string;
}

/** Where the user of the partner with that work e-mail has associated another account: that one is to survive. */
export async function otherAccountsOf(
  tx: TenantTransaction,
  named: readonly NamedAccount[],
): Promise<readonly (Account & { readonly intoAccountId: string })[]> {
  if (named.length === 0) return [];
  const asked = named.map(({ provider, accountId, email }) => ({ provider, account_id: accountId, email }));
  const { rows } = await sql<{ provider: string; account_id: string; present: string }>`
    select a.provider, a.account_id, min(c.account_id) as present
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (provider text, account_id text, email text)
      join user_contact k on k.partner_id = ${tx.partnerId} and k.email_key = lower(a.email)
      join account_claim c on c.partner_id = k.partner_id and c.user_id = k.user_id and c.provider = a.provider
    where c.voided_at is null and upper_inf(c.period) and c.via = 'partner-center'
    group by a.provider, a.account_id
    having bool_and(c.account_id <> a.account_id)`.execute(tx.sql);
  return rows.map(({ provider, account_id, present }) => ({
    provider,
    accountId: account_id,
    intoAccountId: present,
  }));
}

/**
 * Proposes to read the account as the other one; with the network's sight. `false` when that is proposed already, was
 * decided, or when they are read as one.
 */
export async function proposeMerge(
  tx: AnyTransaction,
  { provider, accountId, intoAccountId }: Account & { readonly intoAccountId: string },
  cause: ProposalCause,
): Promise<boolean> {
  await sql`insert into learning_account (provider, account_id, first_seen_at)
    values (${provider}, ${accountId}, ${tx.now}) on conflict do nothing`.execute(tx.sql);
  const pair = sql`select provider, away, stays, ${JSON.stringify([cause])}::jsonb, ${tx.now}::timestamptz
    from (select ${provider}::text as provider, surviving_account(${provider}, ${accountId}) as away,
      surviving_account(${provider}, ${intoAccountId}) as stays) as asked where away <> stays`;
  return (await proposing(pair).execute(tx.sql)).rows.length > 0;
}

function listed(tx: NetworkTransaction, show: 'open' | 'closed') {
  return tx.sql.selectFrom('merge_proposal').where('closed_at', show === 'open' ? 'is' : 'is not', null);
}

/** Open ones, the oldest first; closed ones, the latest first. */
export async function listProposals(
  tx: NetworkTransaction,
  show: 'open' | 'closed',
  page: { readonly skip: number; readonly limit: number },
): Promise<{ readonly value: readonly MergeProposal[]; readonly count: number }> {
  const rows = await listed(tx, show)
    .selectAll()
    .orderBy(show === 'open' ? 'found_at' : 'closed_at', show === 'open' ? 'asc' : 'desc')
    .orderBy('proposal_id')
    .limit(page.limit)
    .offset(page.skip)
    .execute();
  const counted = await listed(tx, show)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return {
    value: rows.map((row) => ({
      proposalId: row.proposal_id,
      provider: row.provider,
      accountId: row.account_id,
      intoAccountId: row.into_account_id,
      causes: row.causes as readonly ProposalCause[],
      foundAt: row.found_at,
      closed:
        row.closed_at === null || row.closing === null
          ? null
          : { at: row.closed_at, outcome: row.closing, reason: row.closing_reason },
    })),
    count: Number(counted.count),
  };
}

/** Closes an open proposal without a merge; `false` when there is none. */
export async function dismissProposal(
  tx: NetworkTransaction,
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.sql
    .updateTable('merge_proposal')
    .set({
      closed_at: tx.now,
      closed_by: actorText(tx.actor),
      closing: 'dismissed',
      closing_reason: reason,
    })
    .where('proposal_id', '=', proposalId)
    .where('closed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface UnassociatedAccount extends Account {
  readonly records: number;
  readonly lastAchievedOn: string;
}

/** Accounts with records that nobody has ever associated, and that are read as no other; by their ids. */
export async function unassociatedAccounts(
  tx: NetworkTransaction,
  page: { readonly skip: number; readonly limit: number },
): Promise<readonly UnassociatedAccount[]> {
  const { rows } = await sql<{
    provider: string;
    account_id: string;
    records: number;
    last: string;
  }>`
    select a.provider, a.account_id, r.records::int, r.last
    from (
      select provider, account_id from learning_account a
      where exists (select from skill_record r
          where r.provider = a.provider and r.account_id = a.account_id and r.voided_at is null)
        and not exists (select from account_claim c
          where c.provider = a.provider and c.account_id = a.account_id and c.voided_at is null)
        and not exists (select from learning_account_merge m
          where m.provider = a.provider and m.account_id = a.account_id and m.voided_at is null)
      order by provider, account_id limit ${page.limit} offset ${page.skip}) as a
    cross join lateral (select count(*) as records, max(achieved_on)::text as last from skill_record
      where provider = a.provider and account_id = a.account_id and voided_at is null) as r
    order by a.provider, a.account_id`.execute(tx.sql);
  return rows.map(({ provider, account_id, records, last }) => ({
    provider,
    accountId: account_id,
    records,
    lastAchievedOn: last,
  }));
}
