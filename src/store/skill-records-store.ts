import { sql } from 'kysely';
import { actorText, type TenantTransaction, withNetworkSight } from './database.ts';

export interface NewSkillRecord {
  readonly provider: string;
  readonly accountId: string | null;
  readonly workEmail: string | null;
  readonly skill: string;
  readonly titleAsGiven: string;
  readonly achievedOn: string;
  readonly expiresOn: string | null;
  readonly revokedOn: string | null;
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
    differs(record.revokedOn, living.revokedOn) ||
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
    select distinct on (lower(k.work_email), c.provider) lower(k.work_email) as email, c.provider, c.account_id
    from user_contact k join account_claim c using (partner_id, user_id)
    where k.partner_id = ${tx.partnerId} and lower(k.work_email) = any(${emails})
      and c.voided_at is null and upper_inf(c.period)
    order by lower(k.work_email), c.provider, c.via desc, c.recorded_at`.execute(tx.sql);
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

async function insert(tx: TenantTransaction, { record, accountId }: Placed): Promise<string> {
  const values = {
    provider: record.provider,
    skill: record.skill,
    achieved_on: record.achievedOn,
    expires_on: record.expiresOn,
    revoked_on: record.revokedOn,
    source: record.source,
    external_id: record.externalId,
    certificate_number: record.certificateNumber,
    grade: record.grade,
    title_as_given: record.titleAsGiven,
    recorded_at: tx.now,
    recorded_by: actorText(tx.actor),
  };
  if (accountId === null) {
    const row = await tx.sql
      .insertInto('unmatched_skill_record')
      .values({ ...values, partner_id: tx.partnerId, work_email: record.workEmail ?? '' })
      .returning('unmatched_id')
      .executeTakeFirstOrThrow();
    return row.unmatched_id;
  }
  const row = await tx.sql
    .insertInto('skill_record')
    .values({ ...values, account_id: accountId, imported_by: tx.partnerId })
    .returning('record_id')
    .executeTakeFirstOrThrow();
  return row.record_id;
}

async function voidRecord(tx: TenantTransaction, { accountId }: Placed, id: string): Promise<void> {
  if (accountId === null) {
    await tx.sql
      .updateTable('unmatched_skill_record')
      .set({ voided_at: tx.now })
      .where('partner_id', '=', tx.partnerId)
      .where('unmatched_id', '=', id)
      .execute();
  } else {
    await tx.sql.updateTable('skill_record').set({ voided_at: tx.now }).where('record_id', '=', id).execute();
  }
}

async function knowAccounts(tx: TenantTransaction, placed: readonly Placed[]): Promise<void> {
  const accounts = placed.flatMap(({ record, accountId }) =>
    accountId === null ? [] : [{ provider: record.provider, account_id: accountId }],
  );
  await sql`
    insert into learning_account (provider, account_id)
    select distinct provider, account_id from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
      as a (provider text, account_id text) order by provider, account_id
    on conflict do nothing`.execute(tx.sql);
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
    const placed = records.map((record): Placed => {
      const found =
        record.workEmail === null
          ? undefined
          : byEmail.get(accountKey(record.provider, record.workEmail.toLowerCase()));
      return { record, accountId: record.accountId ?? found ?? null };
    });
    const holders = await holdersOf(tx, placed);
    await knowAccounts(tx, placed);
    const living = await livingRecords(tx, placed);
    const answers: AppendedRecord[] = [];
    for (const item of placed) answers.push(await appendOne(tx, item, holders, living));
    return answers;
  });
}

async function appendOne(
  tx: TenantTransaction,
  item: Placed,
  holders: ReadonlyMap<string, boolean>,
  living: Map<string, LivingRecord>,
): Promise<AppendedRecord> {
  const { record, accountId } = item;
  const own = accountId === null ? null : holders.get(accountKey(record.provider, accountId));
  if (own === false) return { kind: 'rejected', reason: 'associated-elsewhere', place: null };
  const place = accountId === null ? 'unmatched' : own ? 'associated' : 'not-associated';
  const key = completionKey(item);
  const known = living.get(key);
  if (known !== undefined && !corrects(record, known)) return { kind: 'unchanged', id: known.id, place };
  if (known !== undefined) await voidRecord(tx, item, known.id);
  const id = await insert(tx, item);
  living.set(key, { id, ...record });
  return { kind: known === undefined ? 'created' : 'updated', id, place };
}
