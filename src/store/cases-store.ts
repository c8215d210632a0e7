/** Cases of companies with support, what was written about them, and the files that prove something. */
import { sql } from 'kysely';
import type { CaseTables } from './case-tables.ts';
import { type AnyTransaction, actorText, type TenantTransaction } from './database.ts';

type CaseRow = CaseTables['support_case'];

export interface NewCase {
  readonly kind: CaseRow['kind'];
  readonly userId: string;
  readonly skill: string | null;
  readonly achievedOn: string | null;
  readonly source: string | null;
  readonly otherAccount: string | null;
  readonly state: 'asked' | 'open';
  readonly dueOn: string;
}

/** Days are `YYYY-MM-DD`. */
export interface SupportCase extends Omit<NewCase, 'state' | 'dueOn'> {
  readonly partnerId: string;
  readonly partnerName: string;
  readonly caseId: string;
  readonly number: number;
  /** Empty when the person was erased. */
  readonly personName: string;
  readonly state: CaseRow['state'];
  readonly outcome: 'solved' | 'declined' | 'withdrawn' | null;
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly dueOn: string | null;
}

export async function addCase(tx: TenantTransaction, added: NewCase): Promise<string> {
  // Numbers are given one after the other: of two at once the second waits for the first.
  await sql`select pg_advisory_xact_lock(hashtext('jalon.cases'), hashtext(${tx.partnerId}))`.execute(tx.sql);
  const { kind, userId, skill, achievedOn, source, otherAccount, state, dueOn } = added;
  const row = await tx.sql
    .insertInto('support_case')
    .values(({ selectFrom }) => ({
      partner_id: tx.partnerId,
      number: selectFrom('support_case')
        .select(() => sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('partner_id', '=', tx.partnerId),
      kind,
      user_id: userId,
      skill,
      achieved_on: achievedOn,
      source,
      other_account: otherAccount,
      state,
      opened_by: actorText(tx.actor),
      opened_at: tx.now,
      changed_at: tx.now,
      due_on: dueOn,
    }))
    .returning('case_id')
    .executeTakeFirstOrThrow();
  return row.case_id;
}

function cases(tx: AnyTransaction) {
  return tx.sql
    .selectFrom('support_case as c')
    .innerJoin('partner as p', 'p.partner_id', 'c.partner_id')
    .leftJoin('user_contact as k', (join) =>
      join.onRef('k.partner_id', '=', 'c.partner_id').onRef('k.user_id', '=', 'c.user_id'),
    )
    .$if(tx.partnerId !== null, (query) => query.where('c.partner_id', '=', tx.partnerId));
}

function withColumns(query: ReturnType<typeof cases>) {
  return query
    .selectAll('c')
    .select(['p.name as partner_name'])
    .select(sql<string>`coalesce(trim(k.first_name || ' ' || k.last_name), '')`.as('person_name'));
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof withColumns>['execute']>>[number];

function caseOf(row: FoundRow): SupportCase {
  return {
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    caseId: row.case_id,
    number: row.number,
    kind: row.kind,
    userId: row.user_id,
    personName: row.person_name,
    skill: row.skill,
    achievedOn: row.achieved_on,
    source: row.source,
    otherAccount: row.other_account,
    state: row.state,
    outcome: row.outcome,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    dueOn: row.due_on,
  };
}

/** A case of the claimed partner; `hold` keeps others from changing it until the transaction ends. */
export async function findCase(
  tx: TenantTransaction,
  caseId: string,
  reading: 'read' | 'hold' = 'read',
): Promise<SupportCase | null> {
  const row = await withColumns(cases(tx))
    .where('c.case_id', '=', caseId)
    .$if(reading === 'hold', (query) => query.forUpdate('c'))
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/** Of one company, or of the network's queue, which does not see what users have only asked their administrators. */
export async function listCases(
  tx: AnyTransaction,
  show: 'open' | 'closed',
  page: { readonly skip: number; readonly limit: number },
): Promise<{ readonly value: readonly SupportCase[]; readonly count: number }> {
  const shown = () =>
    cases(tx)
      .where('c.state', show === 'closed' ? '=' : '<>', 'closed')
      .$if(tx.partnerId === null, (query) => query.where('c.state', '<>', 'asked'));
  const rows = await withColumns(shown())
    .orderBy(show === 'open' ? 'c.due_on' : 'c.changed_at', show === 'open' ? 'asc' : 'desc')
    .orderBy('c.case_id')
    .limit(page.limit)
    .offset(page.skip)
    .execute();
  const { count } = await shown()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return { value: rows.map(caseOf), count: Number(count) };
}

export interface CaseChange {
  readonly state: CaseRow['state'];
  readonly outcome: SupportCase['outcome'];
  readonly dueOn: string | null;
}

export async function changeCase(tx: TenantTransaction, caseId: string, change: CaseChange): Promise<void> {
  const { state, outcome, dueOn } = change;
  await tx.sql
    .updateTable('support_case')
    .set({ state, outcome, due_on: dueOn, changed_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('case_id', '=', caseId)
    .execute();
}

export async function addCaseMessage(
  tx: TenantTransaction,
  { caseId, side, content }: { caseId: string; side: 'company' | 'support'; content: string },
): Promise<void> {
  await tx.sql
    .insertInto('support_case_message')
    .values({
      partner_id: tx.partnerId,
      case_id: caseId,
      at: tx.now,
      author: actorText(tx.actor),
      side,
      content,
    })
    .execute();
}

export interface CaseMessage {
  readonly messageId: string;
  readonly at: Date;
  readonly side: 'company' | 'support';
  /** Of a user of the company; empty of others. */
  readonly author: string;
  /** Empty once the person whom the case concerned was erased. */
  readonly content: string;
}

/** The oldest first. */
export async function caseMessages(tx: TenantTransaction, caseId: string): Promise<CaseMessage[]> {
  const rows = await tx.sql
    .selectFrom('support_case_message as m')
    .leftJoin('user_contact as k', (join) =>
      join.onRef('k.partner_id', '=', 'm.partner_id').on(sql<boolean>`'user:' || k.user_id::text = m.author`),
    )
    .select(['m.message_id', 'm.at', 'm.side', 'm.content'])
    .select(sql<string>`coalesce(trim(k.first_name || ' ' || k.last_name), '')`.as('author'))
    .where('m.partner_id', '=', tx.partnerId)
    .where('m.case_id', '=', caseId)
    .orderBy('m.position')
    .execute();
  return rows.map(({ message_id, at, side, author, content }) => ({
    messageId: message_id,
    at,
    side,
    author,
    content,
  }));
}

export interface NewCaseFile {
  readonly caseId: string;
  readonly kind: CaseTables['support_case_file']['kind'];
  readonly assembled: boolean;
  readonly fileName: string;
  readonly mediaType: string;
  /** Of the file itself. */
  readonly size: number;
  readonly sha256: Buffer;
  readonly sealedContent: Buffer;
}

/** The id of the file; the same file is kept once. */
export async function addCaseFile(tx: TenantTransaction, file: NewCaseFile): Promise<string> {
  const { caseId, kind, assembled, fileName, mediaType, size, sha256, sealedContent } = file;
  const row = await tx.sql
    .insertInto('support_case_file')
    .values({
      partner_id: tx.partnerId,
      case_id: caseId,
      kind,
      assembled,
      file_name: fileName,
      media_type: mediaType,
      size,
      sha256,
      sealed_content: sealedContent,
      added_at: tx.now,
      added_by: actorText(tx.actor),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partner_id', 'case_id', 'sha256'])
        .doUpdateSet((set) => ({ kind: set.ref('excluded.kind') })),
    )
    .returning('file_id')
    .executeTakeFirstOrThrow();
  return row.file_id;
}

export interface CaseFile extends Omit<NewCaseFile, 'caseId' | 'sha256' | 'sealedContent'> {
  readonly fileId: string;
  readonly addedAt: Date;
}

export async function caseFiles(tx: TenantTransaction, caseId: string): Promise<CaseFile[]> {
  const rows = await tx.sql
    .selectFrom('support_case_file')
    .select(['file_id', 'kind', 'assembled', 'file_name', 'media_type', 'size', 'added_at'])
    .where('partner_id', '=', tx.partnerId)
    .where('case_id', '=', caseId)
    .orderBy('added_at')
    .orderBy('file_name')
    .execute();
  return rows.map(({ file_id, kind, assembled, file_name, media_type, size, added_at }) => ({
    fileId: file_id,
    kind,
    assembled,
    fileName: file_name,
    mediaType: media_type,
    size,
    addedAt: added_at,
  }));
}

export async function sealedCaseFile(
  tx: TenantTransaction,
  caseId: string,
  fileId: string,
): Promise<{ readonly file: CaseFile; readonly sealed: Buffer } | null> {
  const file = (await caseFiles(tx, caseId)).find((each) => each.fileId === fileId);
  if (file === undefined) return null;
  const row = await tx.sql
    .selectFrom('support_case_file')
    .select('sealed_content')
    .where('partner_id', '=', tx.partnerId)
    .where('case_id', '=', caseId)
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow();
  return { file, sealed: row.sealed_content };
}

/**
 * Of an erased person: what was typed and sent goes, what support still had to answer is taken back. That there were
 * cases, of which kind and how they ended, stays under the pseudonym.
 */
export async function eraseCasesOf(tx: TenantTransaction, userId: string): Promise<void> {
  const own = tx.sql
    .selectFrom('support_case')
    .select('case_id')
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId);
  await tx.sql
    .deleteFrom('support_case_file')
    .where('partner_id', '=', tx.partnerId)
    .where('case_id', 'in', own)
    .execute();
  await tx.sql
    .updateTable('support_case_message')
    .set({ content: '' })
    .where('partner_id', '=', tx.partnerId)
    .where('case_id', 'in', own)
    .execute();
  await tx.sql
    .updateTable('support_case')
    .set({
      skill: null,
      achieved_on: null,
      source: null,
      other_account: null,
      outcome: sql<'withdrawn'>`coalesce(outcome, 'withdrawn')`,
      state: 'closed',
      due_on: null,
      changed_at: sql<Date>`case when state = 'closed' then changed_at else ${tx.now}::timestamptz end`,
    })
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .execute();
}
