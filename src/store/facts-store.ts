import { sql } from 'kysely';
import type {
  FactsAccount,
  FactsAssociation,
  FactsDocument,
  FactsPerson,
  FactsRecord,
} from '../domain/facts/facts-document.ts';
import type { TenantTransaction } from './database.ts';
import { type DirectoryUser, loadDirectory } from './directory-store.ts';
import { findPartner } from './partners-store.ts';
import type { SkillRecordRow } from './skill-record-row.ts';

export interface LoadedFacts {
  readonly facts: FactsDocument;
  readonly directory: ReadonlyMap<string, DirectoryUser>;
}

interface ClaimRow {
  readonly provider: string;
  readonly account_id: string;
  readonly user_id: string;
  readonly via: 'partner-center' | 'pmc';
  readonly begins: string;
  readonly ends: string | null;
}

/** Instants are as PostgreSQL writes them: a file's records share one, so text is told apart faster than dates. */
interface RecordRow extends SkillRecordRow {
  readonly voided_at: string | null;
}

function accountKey(row: { readonly provider: string; readonly account_id: string }): string {
  return `${row.provider}\n${row.account_id}`;
}

function groupedBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Association days are UTC days: an association begun at noon counts from that day on. */
async function loadClaims(tx: TenantTransaction): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select provider, account_id, user_id, via,
      (lower(period) at time zone 'UTC')::date as begins, (upper(period) at time zone 'UTC')::date as ends
    from account_claim where partner_id = ${tx.partnerId} and voided_at is null
    order by lower(period), claim_id`.execute(tx.sql);
  return rows;
}

/** Accounts claimed here, and those merged into them: their records are read as the survivor's. */
async function loadMerges(tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql
    .selectFrom('learning_account_merge')
    .select(['provider', 'account_id', 'into_account_id'])
    .where('voided_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [accountKey(row), row.into_account_id]));
}

async function loadRecords(tx: TenantTransaction): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select record_id, provider, account_id, skill, achieved_on, expires_on, revoked_on, source,
      certificate_number, grade, recorded_at::text, voided_at::text
    from readable_skill_records()`.execute(tx.sql);
  return rows;
}

type InstantText = (written: string) => string;

/** RFC 3339 of what PostgreSQL wrote, worked out once for each instant. */
function instantTexts(): InstantText {
  const known = new Map<string, string>();
  return (written) => {
    let text = known.get(written);
    if (text === undefined) {
      text = new Date(written).toISOString();
      known.set(written, text);
    }
    return text;
  };
}

function recordOf(row: RecordRow, instant: InstantText): FactsRecord {
  return {
    id: row.record_id,
    accountId: row.account_id,
    skill: row.skill,
    achievedOn: row.achieved_on,
    expiresOn: row.expires_on,
    revokedOn: row.revoked_on,
    source: row.source,
    recordedAt: instant(row.recorded_at),
    voidedAt: row.voided_at === null ? null : instant(row.voided_at),
    certificateNumber: row.certificate_number,
    grade: row.grade,
  };
}

/**
 * Each account's records by the user who holds it now, else held it last: an account that moved from one
 * colleague to another is claimed by both, and its records are told once.
 */
function recordsByHolder(
  claims: readonly ClaimRow[],
  rows: readonly RecordRow[],
): ReadonlyMap<string, FactsRecord[]> {
  const holders = new Map<string, ClaimRow>();
  for (const claim of claims) {
    const known = holders.get(accountKey(claim));
    if (known === undefined || known.ends !== null) holders.set(accountKey(claim), claim);
  }
  const instant = instantTexts();
  const byHolder = new Map<string, FactsRecord[]>();
  for (const row of rows) {
    const holder = holders.get(accountKey(row))?.user_id;
    // Claimed since the claims were read: the next question will load it.
    if (holder === undefined) continue;
    const own = byHolder.get(holder);
    if (own === undefined) byHolder.set(holder, [recordOf(row, instant)]);
    else own.push(recordOf(row, instant));
  }
  return byHolder;
}

function associationOf(claim: ClaimRow): FactsAssociation {
  const { account_id: accountId, provider, via, begins: from, ends: until } = claim;
  return { accountId, provider, via, from, until };
}

function personOf(
  user: DirectoryUser,
  claims: readonly ClaimRow[],
  records: readonly FactsRecord[],
  merges: ReadonlyMap<string, string>,
): FactsPerson {
  const accounts = new Map(claims.map((claim) => [accountKey(claim), claim]));
  return {
    id: user.userId,
    employedFrom: user.employedFrom,
    employedUntil: user.employedUntil,
    accounts: [...accounts].map(
      ([key, { account_id: accountId, provider }]): FactsAccount => ({
        accountId,
        provider,
        mergedInto: merges.get(key) ?? null,
      }),
    ),
    associations: claims.map(associationOf),
    records,
  };
}

async function loadCompany(tx: TenantTransaction) {
  const living = <T extends 'metric_value' | 'asset' | 'exemption' | 'enrolment' | 'membership'>(table: T) =>
    sql<Record<string, string | null>>`
      select * from ${sql.table(table)} where partner_id = ${tx.partnerId} and voided_at is null`.execute(
      tx.sql,
    );
  const metrics = (await living('metric_value')).rows;
  const assets = (await living('asset')).rows;
  const exemptions = (await living('exemption')).rows;
  const enrolments = (await living('enrolment')).rows;
  const memberships = (await living('membership')).rows;
  return {
    metrics: metrics.map((row) => ({
      metric: row.metric!,
      month: row.month!,
      value: Number(row.value),
      association: row.association ?? null,
      competency: row.competency ?? null,
      track: row.track ?? null,
    })),
    assets: assets.map((row) => ({
      asset: row.asset!,
      from: row.valid_from ?? null,
      until: row.valid_until ?? null,
    })),
    exemptions: exemptions.map((row) => ({
      competency: row.competency!,
      level: row.level!,
      until: row.valid_until ?? null,
      reason: row.reason ?? null,
    })),
    enrolments: enrolments.map((row) => ({ programme: row.programme!, track: row.track ?? null })),
    memberships: memberships.map((row) => ({
      offer: row.offer!,
      activeFrom: row.active_from!,
      anniversary: row.anniversary ?? null,
    })),
  };
}

/**
 * Everything an evaluation may use about the claimed partner, as one document whose people are the partner's
 * users, and the directory of their names beside it. A fixed number of queries, whatever the size.
 */
export async function loadFacts(tx: TenantTransaction): Promise<LoadedFacts> {
  const partner = await findPartner(tx, tx.partnerId);
  if (partner === null) throw new Error(`there is no partner ${tx.partnerId}`);
  const users = await loadDirectory(tx);
  const claimRows = await loadClaims(tx);
  const claims = groupedBy(claimRows, (claim) => claim.user_id);
  const merges = await loadMerges(tx);
  const records = recordsByHolder(claimRows, await loadRecords(tx));
  const { market, country, movedFromPmcOn } = partner;
  return {
    facts: {
      partner: { id: tx.partnerId, market, country, movedFromPmcOn },
      people: users.map((user) =>
        personOf(user, claims.get(user.userId) ?? [], records.get(user.userId) ?? [], merges),
      ),
      ...(await loadCompany(tx)),
    },
    directory: new Map(users.map((user) => [user.userId, user])),
  };
}
