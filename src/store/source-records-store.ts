import { randomUUID } from 'node:crypto';
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

interface RecordRow {
  readonly record_id: string;
  readonly external_id: string | null;
  readonly account_id: string;
  readonly skill: string;
  readonly achieved_on: string;
  readonly expires_on: string | null;
  readonly revoked_on: string | null;
  readonly certificate_number: string | null;
}

interface KnownRow extends RecordRow {
  /** By another delivery, for which this one has waited. */
  readonly voided: boolean;
}

/** Keys of one map: a source may call a record whatever it likes. */
function nameKey(externalId: string): string {
  return `name ${externalId}`;
}

function completionKey(accountId: string, skill: string, achievedOn: string): string {
  return JSON.stringify([accountId, skill, achievedOn]);
}

function sameContent(record: SourceRecord, known: RecordRow): boolean {
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
  const known = new Map<string, RecordRow>();
  for (const row of rows) {
    if (row.voided) continue;
    known.set(completionKey(row.account_id, row.skill, row.achieved_on), row);
    if (row.external_id !== null) known.set(nameKey(row.external_id), row);
  }
  return known;
}

/**
 * Makes the accounts known and waits for its turn at them, so that of two deliveries about the same account the second
 * one finds what the first has written; then for its turn at everybody whom their records concern. Each in one order,
 * like every other writer of records.
 */
async function takeAccounts(
  tx: NetworkTransaction,
  source: string,
  records: readonly SourceRecord[],
): Promise<void> {
  const accounts = [...new Set(records.map(({ accountId }) => accountId))];
  await sql`
    insert into learning_account (provider, account_id)
    select ${source}, account_id from unnest(${accounts}::text[]) as a (account_id) order by account_id
    on conflict do nothing`.execute(tx.sql);
  await sql`
    select from learning_account where provider = ${source} and account_id = any(${accounts}::text[])
    order by provider, account_id for no key update`.execute(tx.sql);
  const keys = JSON.stringify(accounts.map((account_id) => ({ provider: source, account_id })));
  await sql`select lock_evidence_of_accounts(${keys}::jsonb)`.execute(tx.sql);
}

interface AddedRow extends RecordRow {
  readonly grade: number;
}

/** What a delivery comes to, before it is written. */
interface Decided {
  readonly kept: readonly KeptRecord[];
  readonly added: ReadonlyMap<string, AddedRow>;
  readonly voided: ReadonlySet<string>;
}

/** In the order of the delivery: what it says twice is corrected by what it says later. */
function decide(records: readonly SourceRecord[], known: Map<string, RecordRow>): Decided {
  const kept: KeptRecord[] = [];
  const added = new Map<string, AddedRow>();
  const voided = new Set<string>();
  for (const record of records) {
    const key = completionKey(record.accountId, record.skill, record.achievedOn);
    const named = known.get(nameKey(record.externalId));
    const completed = known.get(key);
    const same = [named, completed].find((row) => row !== undefined && sameContent(record, row));
    if (same !== undefined) {
      kept.push({ kind: 'unchanged', id: same.record_id });
      continue;
    }
    const earlier = [named, completed].filter((row) => row !== undefined);
    for (const row of earlier) {
      voided.add(row.record_id);
      // Neither its name nor its completion leads to a record that is no more.
      if (row.external_id !== null) known.delete(nameKey(row.external_id));
      known.delete(completionKey(row.account_id, row.skill, row.achieved_on));
    }
    const row: AddedRow = {
      record_id: randomUUID(),
      external_id: record.externalId,
      account_id: record.accountId,
      skill: record.skill,
      achieved_on: record.achievedOn,
      expires_on: record.expiresOn,
      revoked_on: record.revokedOn,
      certificate_number: record.certificateNumber,
      grade: record.grade,
    };
    added.set(row.record_id, row);
    known.set(nameKey(record.externalId), row);
    known.set(key, row);
    kept.push({ kind: earlier.length === 0 ? 'created' : 'updated', id: row.record_id });
  }
  return { kept, added, voided };
}

/** One statement however many there are: the reactions to a change run once a statement. */
async function voidAll(tx: NetworkTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update skill_record set voided_at = ${tx.now} where record_id = any(${ids}::uuid[])`.execute(
    tx.sql,
  );
}

async function insertAll(tx: NetworkTransaction, source: string, { added, voided }: Decided): Promise<void> {
  if (added.size === 0) return;
  const rows = [...added.values()];
  const column = <Name extends keyof AddedRow>(name: Name) => rows.map((row) => row[name]);
  await sql`
    insert into skill_record (record_id, external_id, account_id, skill, achieved_on, expires_on, revoked_on,
      certificate_number, voided_at, provider, source, grade, recorded_at, recorded_by)
    select record_id, external_id, account_id, skill, achieved_on, expires_on, revoked_on, certificate_number,
      case when corrected then ${tx.now}::timestamptz end, ${source}, ${source}, grade,
      ${tx.now}::timestamptz, ${actorText(tx.actor)}
    from unnest(${column('record_id')}::uuid[], ${column('external_id')}::text[], ${column('account_id')}::text[],
      ${column('skill')}::text[], ${column('achieved_on')}::date[], ${column('expires_on')}::date[],
      ${column('revoked_on')}::date[], ${column('certificate_number')}::text[],
      ${column('grade')}::smallint[],
      ${rows.map((row) => voided.has(row.record_id))}::boolean[])
      as r (record_id, external_id, account_id, skill, achieved_on, expires_on, revoked_on, certificate_number,
        grade, corrected)`.execute(tx.sql);
}

/**
 * Appends what a source delivers about accounts of its own (the source is the provider of the account). The
 * source's id and the completion both name a record: sent again it is unchanged, sent with another content the
 * earlier one is voided and the new one recorded. As many statements for ten thousand records as for one.
 * @throws a unique violation (23505) when another delivery gives the same id to a record of another account meanwhile
 */
export async function appendSourceRecords(
  tx: NetworkTransaction,
  source: string,
  records: readonly SourceRecord[],
): Promise<readonly KeptRecord[]> {
  if (records.length === 0) return [];
  await takeAccounts(tx, source, records);
  const decided = decide(records, await knownRecords(tx, source, records));
  const { added, voided } = decided;
  await voidAll(
    tx,
    [...voided].filter((id) => !added.has(id)),
  );
  await insertAll(tx, source, decided);
  return decided.kept;
}

/** What is kept now of records of a source that were delivered before; nothing is written. */
export async function findSourceRecords(
  tx: NetworkTransaction,
  source: string,
  records: readonly SourceRecord[],
): Promise<readonly (string | null)[]> {
  const known = await knownRecords(tx, source, records);
  return records.map(
    ({ externalId, accountId, skill, achievedOn }) =>
      (known.get(nameKey(externalId)) ?? known.get(completionKey(accountId, skill, achievedOn)))?.record_id ??
      null,
  );
}
