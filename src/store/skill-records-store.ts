import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { actorText, type TenantTransaction, withNetworkSight } from './database.ts';
import { accountsOfTold } from './told-completions.ts';

export interface NewSkillRecord {
  readonly provider: string;
  readonly accountId: string | null;
  readonly workEmail: string | null;
  readonly skill: string;
  readonly titleAsGiven: string;
  readonly achievedOn: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  /** The day is not known: one that is known already stays. */
  readonly revocationUndated?: true;
  readonly certificateNumber: string | null;
  readonly source: string;
  readonly grade: number;
  readonly externalId: string | null;
}

/** Where a record was put: on an account of ours, on one that nobody here has, or in the queue without account. */
export type RecordPlace = 'associated' | 'not-associated' | 'unmatched';

export type AppendedRecord =
  | { readonly kind: 'created' | 'updated' | 'unchanged'; readonly id: string; readonly place: RecordPlace }
  | { readonly kind: 'rejected'; readonly reason: 'associated-elsewhere'; readonly place: null };

interface LivingRecord {
  readonly id: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
  readonly certificateNumber: string | null;
  readonly grade: number;
}

interface Placed {
  readonly record: NewSkillRecord;
  readonly accountId: string | null;
}

function accountKey(provider: string, accountId: string): string {
  return JSON.stringify([provider, accountId]);
}

/** One completion: whose, of what, on which day, told by whom. */
function completionKey({ record, accountId }: Placed): string {
  const holder = accountId ?? `e-mail ${record.workEmail?.toLowerCase() ?? ''}`;
  return JSON.stringify([record.provider, holder, record.source, record.skill, record.achievedOn]);
}

/** What a later delivery adds or corrects. Silence corrects nothing, and weaker evidence corrects no stronger one. */
function corrects(record: NewSkillRecord, living: LivingRecord): boolean {
  if (record.grade < living.grade) return false;
  const differs = (said: string | null, known: string | null) => said !== null && said !== known;
  return (
    record.grade > living.grade ||
    differs(record.expiresOn, living.expiresOn) ||
    (differs(record.revokedOn, living.revokedOn) &&
      !(record.revocationUndated && living.revokedOn !== null)) ||
    differs(record.certificateNumber, living.certificateNumber)
  );
}

/** The account of the provider that the user with each work e-mail has associated here and not ended. */
async function accountsByEmail(
  tx: TenantTransaction,
  records: readonly NewSkillRecord[],
): Promise<ReadonlyMap<string, string>> {
  const emails = [...new Set(records.flatMap(({ workEmail }) => workEmail?.toLowerCase() ?? []))];
  if (emails.length === 0) return new Map();
  const { rows } = await sql<{ email: string; provider: string; account_id: string }>`
    select distinct on (k.email_key, c.provider) k.email_key as email, c.provider, c.account_id
    from user_contact k join account_claim c using (partner_id, user_id)
    where k.partner_id = ${tx.partnerId} and k.email_key = any(${emails})
      and c.voided_at is null and upper_inf(c.period)
    order by k.email_key, c.provider, c.via desc, c.recorded_at`.execute(tx.sql);
  return new Map(rows.map((row) => [accountKey(row.provider, row.email), row.account_id]));
}

/** For each account somebody has associated: whether with the partner of this transaction. */
async function holdersOf(
  tx: TenantTransaction,
  placed: readonly Placed[],
): Promise<ReadonlyMap<string, boolean>> {
  const accounts = placed.flatMap(({ record, accountId }) =>
    accountId === null ? [] : [{ provider: record.provider, account_id: accountId }],
  );
  const { rows } = await sql<{ provider: string; account_id: string; own: boolean }>`
    select c.provider, c.account_id, bool_or(c.partner_id = ${tx.partnerId}) as own
    from account_claim c
    join (select distinct provider, account_id from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a (provider text, account_id text)) a using (provider, account_id)
    where c.voided_at is null and upper_inf(c.period)
    group by c.provider, c.account_id`.execute(tx.sql);
  return new Map(rows.map((row) => [accountKey(row.provider, row.account_id), row.own]));
}

interface LivingRow {
  readonly provider: string;
  readonly holder: string;
  readonly source: string;
  readonly skill: string;
  readonly achieved_on: string;
  readonly id: string;
  readonly expires_on: string | null;
  readonly revoked_on: string | null;
  readonly certificate_number: string | null;
  readonly grade: number;
}

async function livingRecords(
  tx: TenantTransaction,
  placed: readonly Placed[],
): Promise<Map<string, LivingRecord>> {
  const onAccounts = placed.filter(({ accountId }) => accountId !== null);
  const queued = placed.filter(({ accountId }) => accountId === null);
  const keysOf = (items: readonly Placed[]) =>
    JSON.stringify(
      items.map(({ record, accountId }) => ({
        provider: record.provider,
        holder: accountId ?? record.workEmail?.toLowerCase() ?? '',
        source: record.source,
        skill: record.skill,
        achieved_on: record.achievedOn,
      })),
    );
  const account = await sql<LivingRow>`
    select r.provider, r.account_id as holder, r.source, r.skill, r.achieved_on, r.record_id as id, r.expires_on,
      r.revoked_on, r.certificate_number, r.grade
    from skill_record r join jsonb_to_recordset(${keysOf(onAccounts)}::jsonb)
      as k (provider text, holder text, source text, skill text, achieved_on date)
      on (r.provider, r.account_id, r.source, r.skill, r.achieved_on)
       = (k.provider, k.holder, k.source, k.skill, k.achieved_on)
    where r.voided_at is null`.execute(tx.sql);
  const unmatched = await sql<LivingRow>`
    select r.provider, 'e-mail ' || lower(r.work_email) as holder, r.source, r.skill, r.achieved_on,
      r.unmatched_id as id, r.expires_on, r.revoked_on, r.certificate_number, r.grade
    from unmatched_skill_record r join jsonb_to_recordset(${keysOf(queued)}::jsonb)
      as k (provider text, holder text, source text, skill text, achieved_on date)
      on (r.provider, lower(r.work_email), r.source, r.skill, r.achieved_on)
       = (k.provider, k.holder, k.source, k.skill, k.achieved_on)
    where r.partner_id = ${tx.partnerId} and r.voided_at is null`.execute(tx.sql);
  return new Map(
    [...account.rows, ...unmatched.rows].map((row) => [
      JSON.stringify([row.provider, row.holder, row.source, row.skill, row.achieved_on]),
      {
        id: row.id,
        expiresOn: row.expires_on,
        revokedOn: row.revoked_on,
        certificateNumber: row.certificate_number,
        grade: row.grade,
      },
    ]),
  );
}

/** One statement however many records: the reactions to a change run once a statement. */
async function insertAll(tx: TenantTransaction, items: readonly NewRow[]): Promise<void> {
  const rows = items.map(({ id, item: { record, accountId } }) => ({
    id,
    provider: record.provider,
    holder: accountId ?? record.workEmail ?? '',
    on_account: accountId !== null,
    skill: record.skill,
    achieved_on: record.achievedOn,
    expires_on: record.expiresOn,
    revoked_on: record.revokedOn,
    source: record.source,
    external_id: record.externalId,
    certificate_number: record.certificateNumber,
    grade: record.grade,
    title_as_given: record.titleAsGiven,
  }));
  const columns = sql`skill, achieved_on, expires_on, revoked_on, source, external_id, certificate_number, grade,
    title_as_given`;
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, provider text, holder text,
    on_account boolean, skill text, achieved_on date, expires_on date, revoked_on date, source text,
    external_id text, certificate_number text, grade smallint, title_as_given text)`;
  const by = actorText(tx.actor);
  await sql`
    insert into skill_record (record_id, provider, account_id, ${columns}, recorded_at, recorded_by, imported_by)
    select id, provider, holder, ${columns}, ${tx.now}::timestamptz, ${by}, ${tx.partnerId}
    from ${given} where on_account`.execute(tx.sql);
  await sql`
    insert into unmatched_skill_record (partner_id, unmatched_id, provider, work_email, ${columns}, recorded_at,
      recorded_by)
    select ${tx.partnerId}, id, provider, holder, ${columns}, ${tx.now}::timestamptz, ${by}
    from ${given} where not on_account`.execute(tx.sql);
}

async function voidAll(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .updateTable('skill_record')
    .set({ voided_at: tx.now })
    .where('record_id', 'in', [...ids])
    .execute();
  await tx.sql
    .updateTable('unmatched_skill_record')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('unmatched_id', 'in', [...ids])
    .execute();
}

/** Makes the accounts known, and waits for its turn at them and at everybody whom their records concern. */
async function knowAccounts(tx: TenantTransaction, placed: readonly Placed[]): Promise<void> {
  const accounts = placed.flatMap(({ record, accountId }) =>
    accountId === null ? [] : [{ provider: record.provider, account_id: accountId }],
  );
  await sql`
    insert into learning_account (provider, account_id)
    select distinct provider, account_id from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a (provider text, account_id text) order by provider, account_id
    on conflict do nothing`.execute(tx.sql);
  await sql`select lock_evidence_of_accounts(${JSON.stringify(accounts)}::jsonb)`.execute(tx.sql);
}

/**
 * Appends records of a partner's file, each answered. Sent again they change nothing; what a later delivery
 * corrects is voided and recorded anew. A file may not speak of an account that is associated elsewhere.
 */
export async function appendSkillRecords(
  tx: TenantTransaction,
  records: readonly NewSkillRecord[],
): Promise<AppendedRecord[]> {
  return withNetworkSight(tx, async () => {
    const byEmail = await accountsByEmail(tx, records);
    const toldOn = await accountsOfTold(tx, records);
    const placed = records.map((record): Placed => {
      const found =
        record.workEmail === null
          ? undefined
          : byEmail.get(accountKey(record.provider, record.workEmail.toLowerCase()));
      return { record, accountId: record.accountId ?? toldOn(record) ?? found ?? null };
    });
    await knowAccounts(tx, placed);
    const holders = await holdersOf(tx, placed);
    const living = await livingRecords(tx, placed);
    const written: Written = { voided: [], inserted: new Map() };
    const answers = placed.map((item) => decide(item, holders, living, written));
    await voidAll(tx, written.voided);
    await insertAll(tx, [...written.inserted.values()]);
    return answers;
  });
}

interface NewRow {
  readonly id: string;
  readonly item: Placed;
}

/** What the decisions of a batch come to. */
interface Written {
  readonly voided: string[];
  /** By completion: of two rows about the same one, the later correction stands. */
  readonly inserted: Map<string, NewRow>;
}

function decide(
  item: Placed,
  holders: ReadonlyMap<string, boolean>,
  living: Map<string, LivingRecord>,
  { voided, inserted }: Written,
): AppendedRecord {
  const { record, accountId } = item;
  const own = accountId === null ? null : holders.get(accountKey(record.provider, accountId));
  if (own === false) return { kind: 'rejected', reason: 'associated-elsewhere', place: null };
  const place = accountId === null ? 'unmatched' : own ? 'associated' : 'not-associated';
  const key = completionKey(item);
  const known = living.get(key);
  if (known !== undefined && !corrects(record, known)) return { kind: 'unchanged', id: known.id, place };
  // A record of this same batch has not been written yet: it is replaced, not voided.
  if (known !== undefined && inserted.get(key)?.id !== known.id) voided.push(known.id);
  const id = randomUUID();
  inserted.set(key, { id, item });
  living.set(key, { id, ...record });
  return { kind: known === undefined ? 'created' : 'updated', id, place };
}
