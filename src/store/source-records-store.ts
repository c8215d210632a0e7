import { sql } from 'kysely';
import { actorText, type NetworkTransaction } from './database.ts';

export interface SourceRecord {
  readonly externalId: string;
  readonly accountId: string;
  readonly skill: string;
  readonly achievedOn: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly certificateNumber: string | null;
  readonly grade: number;
}

export interface KeptRecord {
  readonly kind: 'created' | 'updated' | 'unchanged';
  readonly id: string;
}

interface KnownRow {
  readonly record_id: string;
  readonly external_id: string | null;
  readonly account_id: string;
  readonly skill: string;
  readonly achieved_on: string;
  readonly expires_on: string | null;
  readonly revoked_on: string | null;
  readonly certificate_number: string | null;
  /** By another delivery, for which this one has waited. */
  readonly voided: boolean;
}

function completionKey(accountId: string, skill: string, achievedOn: string): string {
  return JSON.stringify([accountId, skill, achievedOn]);
}

function sameContent(record: SourceRecord, known: KnownRow): boolean {
  return (
    record.accountId === known.account_id &&
    record.skill === known.skill &&
    record.achievedOn === known.achieved_on &&
    record.expiresOn === known.expires_on &&
    record.revokedOn === known.revoked_on &&
    record.certificateNumber === known.certificate_number
  );
}

/**
 * Living records of the source that the delivery speaks of: by its own id, or as the same completion. Each is looked up
 * in its index (`offset 0` keeps PostgreSQL from reading all records of the source instead).
 */
async function knownRecords(tx: NetworkTransaction, source: string, records: readonly SourceRecord[]) {
  const keys = JSON.stringify(
    records.map((record) => ({
      external_id: record.externalId,
      account_id: record.accountId,
      skill: record.skill,
      achieved_on: record.achievedOn,
    })),
  );
  const { rows } = await sql<KnownRow>`
    with delivered as (select * from jsonb_to_recordset(${keys}::jsonb)
      as k (external_id text, account_id text, skill text, achieved_on date))
    select r.record_id, r.external_id, r.account_id, r.skill, r.achieved_on, r.expires_on, r.revoked_on,
      r.certificate_number, r.voided_at is not null as voided
    from skill_record r
    where r.record_id = any(array(
      select known.record_id from delivered d cross join lateral (
        select record_id from skill_record
        where source = ${source} and external_id = d.external_id and voided_at is null offset 0) as known
      union
      select known.record_id from delivered d cross join lateral (
        select record_id from skill_record
        where provider = ${source} and account_id = d.account_id and source = ${source} and skill = d.skill
          and achieved_on = d.achieved_on and voided_at is null offset 0) as known))
    for update`.execute(tx.sql);
  const known = new Map<string, KnownRow>();
  for (const row of rows) {
    if (row.voided) continue;
    known.set(completionKey(row.account_id, row.skill, row.achieved_on), row);
    if (row.external_id !== null) known.set(row.external_id, row);
  }
  return known;
}

/**
 * Appends what a source delivers about accounts of its own (the source is the provider of the account). The
 * source's id and the completion both name a record: sent again it is unchanged, sent with another content the
 * earlier one is voided and the new one recorded.
 */
export async function appendSourceRecords(
  tx: NetworkTransaction,
  source: string,
  records: readonly SourceRecord[],
): Promise<KeptRecord[]> {
  const accounts = JSON.stringify(
    records.map(({ accountId }) => ({ provider: source, account_id: accountId })),
  );
  await sql`
    insert into learning_account (provider, account_id)
    select distinct ${source}, account_id from jsonb_to_recordset(${accounts}::jsonb) as a (account_id text)
    order by account_id on conflict do nothing`.execute(tx.sql);
  await sql`select lock_evidence_of_accounts(${accounts}::jsonb)`.execute(tx.sql);
  const known = await knownRecords(tx, source, records);
  const kept: KeptRecord[] = [];
  for (const record of records) kept.push(await keepOne(tx, source, record, known));
  return kept;
}

async function keepOne(
  tx: NetworkTransaction,
  source: string,
  record: SourceRecord,
  known: Map<string, KnownRow>,
): Promise<KeptRecord> {
  const key = completionKey(record.accountId, record.skill, record.achievedOn);
  const earlier = new Set([known.get(record.externalId), known.get(key)].filter((row) => row !== undefined));
  for (const row of earlier) {
    if (sameContent(record, row)) return { kind: 'unchanged', id: row.record_id };
  }
  for (const { record_id } of earlier) {
    await tx.sql
      .updateTable('skill_record')
      .set({ voided_at: tx.now })
      .where('record_id', '=', record_id)
      .execute();
  }
  const values = {
    provider: source,
    account_id: record.accountId,
    skill: record.skill,
    achieved_on: record.achievedOn,
    expires_on: record.expiresOn,
    revoked_on: record.revokedOn,
    source,
    external_id: record.externalId,
    certificate_number: record.certificateNumber,
    grade: record.grade,
    recorded_at: tx.now,
    recorded_by: actorText(tx.actor),
  };
  const { record_id } = await tx.sql
    .insertInto('skill_record')
    .values(values)
    .returning('record_id')
    .executeTakeFirstOrThrow();
  const { external_id, account_id, skill, achieved_on, expires_on, revoked_on, certificate_number } = values;
  const row = {
    record_id,
    external_id,
    account_id,
    skill,
    achieved_on,
    expires_on,
    revoked_on,
    certificate_number,
    voided: false,
  };
  known.set(record.externalId, row);
  known.set(key, row);
  return { kind: earlier.size === 0 ? 'created' : 'updated', id: record_id };
}
