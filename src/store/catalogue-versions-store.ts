/** Drafts of programme files and which rules are in force; told by the network, for all companies alike. */
import { sql } from 'kysely';
import { type AnyTransaction, actorText, type TenantTransaction } from './database.ts';
import { NETWORK_PARTNER } from './partner-id.ts';

export interface FileProblem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

export interface CatalogueDraft {
  readonly draftId: string;
  readonly programme: string;
  readonly note: string;
  readonly madeFrom: string;
  readonly revision: number;
  /** Version of its rules; `null` where the files make none, or have not been checked. */
  readonly catalogue: string | null;
  /** `null` until this revision has been checked. */
  readonly problems: readonly FileProblem[] | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly changedAt: Date;
}

/** Path → text. */
export type DraftFiles = Readonly<Record<string, string>>;

const DRAFT = [
  'draft_id as draftId',
  'programme',
  'note',
  'made_from as madeFrom',
  'revision',
  'catalogue',
  'problems',
  'created_at as createdAt',
  'created_by as createdBy',
  'changed_at as changedAt',
] as const;

function drafts(tx: AnyTransaction) {
  return tx.sql
    .selectFrom('catalogue_draft')
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('discarded_at', 'is', null);
}

function draftRow(row: { readonly problems: unknown }) {
  return { problems: row.problems as CatalogueDraft['problems'] };
}

export async function addDraft(
  tx: TenantTransaction,
  draft: Pick<CatalogueDraft, 'programme' | 'note' | 'madeFrom'> & { readonly files: DraftFiles },
): Promise<string> {
  const row = await tx.sql
    .insertInto('catalogue_draft')
    .values({
      programme: draft.programme,
      note: draft.note,
      made_from: draft.madeFrom,
      files: JSON.stringify(draft.files),
      created_at: tx.now,
      created_by: actorText(tx.actor),
      changed_at: tx.now,
    })
    .returning('draft_id')
    .executeTakeFirstOrThrow();
  return row.draft_id;
}

/** The newest first. */
export async function listDrafts(tx: AnyTransaction): Promise<readonly CatalogueDraft[]> {
  const rows = await drafts(tx).select(DRAFT).orderBy('created_at', 'desc').orderBy('draft_id').execute();
  return rows.map((row) => ({ ...row, ...draftRow(row) }));
}

export type DraftWithFiles = CatalogueDraft & { readonly files: DraftFiles };

/** `hold`: nobody else can change it until the transaction ends. */
export async function findDraft(
  tx: AnyTransaction,
  draftId: string,
  hold: boolean,
): Promise<DraftWithFiles | null> {
  const query = drafts(tx)
    .select([...DRAFT, 'files'])
    .where('draft_id', '=', draftId);
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst();
  if (row === undefined) return null;
  return { ...row, ...draftRow(row), files: row.files as DraftFiles };
}

/** The next revision of a draft, which has not been checked. */
export async function changeDraft(tx: TenantTransaction, draftId: string, files: DraftFiles): Promise<void> {
  await tx.sql
    .updateTable('catalogue_draft')
    .set((set) => ({
      files: JSON.stringify(files),
      revision: set('revision', '+', 1),
      catalogue: null,
      problems: null,
      changed_at: tx.now,
    }))
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('draft_id', '=', draftId)
    .execute();
}

/** What the check of a revision found; of a revision that has been changed since, nothing is kept. */
export async function keepCheck(
  tx: AnyTransaction,
  { draftId, revision }: Pick<CatalogueDraft, 'draftId' | 'revision'>,
  { catalogue, problems }: Pick<CatalogueDraft, 'catalogue' | 'problems'>,
): Promise<void> {
  await tx.sql
    .updateTable('catalogue_draft')
    .set({ catalogue, problems: JSON.stringify(problems) })
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('draft_id', '=', draftId)
    .where('revision', '=', revision)
    .execute();
}

export async function discardDraft(tx: TenantTransaction, draftId: string): Promise<void> {
  await tx.sql
    .updateTable('catalogue_draft')
    .set({ discarded_at: tx.now })
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('draft_id', '=', draftId)
    .execute();
}

export interface Publication {
  readonly publicationId: number;
  readonly programme: string;
  /** `null`: the rules that the package delivers. */
  readonly draftId: string | null;
  readonly catalogue: string;
  /** `YYYY-MM-DD` */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly withdrawnAt: Date | null;
}

const PUBLICATION = [
  'publication_id as publicationId',
  'programme',
  'draft_id as draftId',
  'catalogue',
  'effective_on as effectiveOn',
  'reason',
  'published_at as publishedAt',
  'published_by as publishedBy',
  'withdrawn_at as withdrawnAt',
] as const;

/** All of them, those in force last before the others: the first that is not withdrawn and whose day has come holds. */
export async function listPublications(tx: AnyTransaction): Promise<readonly Publication[]> {
  return tx.sql
    .selectFrom('catalogue_publication')
    .select(PUBLICATION)
    .where('partner_id', '=', NETWORK_PARTNER)
    .orderBy('effective_on', 'desc')
    .orderBy('publication_id', 'desc')
    .execute();
}

/** Two people do not decide about the rules at once. */
export async function holdPublications(tx: AnyTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('jalon.catalogue'))`.execute(tx.sql);
}

export async function addPublication(
  tx: TenantTransaction,
  publication: Pick<Publication, 'programme' | 'draftId' | 'catalogue' | 'effectiveOn' | 'reason'>,
): Promise<number> {
  const row = await tx.sql
    .insertInto('catalogue_publication')
    .values({
      programme: publication.programme,
      draft_id: publication.draftId,
      catalogue: publication.catalogue,
      effective_on: publication.effectiveOn,
      reason: publication.reason,
      published_at: tx.now,
      published_by: actorText(tx.actor),
    })
    .returning('publication_id')
    .executeTakeFirstOrThrow();
  return row.publication_id;
}

export async function withdrawPublication(tx: TenantTransaction, publicationId: number): Promise<void> {
  await tx.sql
    .updateTable('catalogue_publication')
    .set({ withdrawn_at: tx.now })
    .where('partner_id', '=', NETWORK_PARTNER)
    .where('publication_id', '=', publicationId)
    .execute();
}
