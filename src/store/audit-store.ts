import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { ListFilter } from '../domain/list-filter/list-filter.ts';
import { actorText, type TenantTransaction } from './database.ts';
import { filterSql } from './filter-sql.ts';

export interface AuditEntry {
  /** What was done: `sign-in`, `import.done`, `skills-report.downloaded`… */
  readonly action: string;
  /** What it was done to: `user:…`, `import:…`; null when it is the company as a whole. */
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditEvent extends AuditEntry {
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
  readonly details: Record<string, unknown>;
}

const NOTHING_BEFORE = Buffer.alloc(32);

interface Chained extends AuditEntry {
  readonly sequence: number;
  readonly at: Date;
  readonly actor: string;
}

/** The database keeps JSON with its keys in an order of its own, so the hash is over keys in sorted order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

function hashOf(previous: Buffer, { sequence, at, actor, action, subject, details }: Chained): Buffer {
  const text = canonical([
    sequence,
    at.toISOString(),
    actor,
    action,
    subject,
    JSON.parse(JSON.stringify(details)),
  ]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** Appends an entry to the partner's chain, in the transaction of what it tells about: both stay or neither. */
export async function recordAudit(tx: TenantTransaction, entry: AuditEntry): Promise<void> {
  await recordAudits(tx, [entry]);
}

interface AuditHead {
  readonly sequence: number;
  readonly hash: Buffer;
}

async function lockedHead(tx: TenantTransaction): Promise<AuditHead | undefined> {
  return tx.sql
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('partner_id', '=', tx.partnerId)
    .forUpdate()
    .executeTakeFirst();
}

/** The first entry of a partner has no head to lock yet; two at once then meet on its primary key. */
async function firstHead(tx: TenantTransaction): Promise<AuditHead> {
  await tx.sql
    .insertInto('audit_head')
    .values({ partner_id: tx.partnerId, sequence: 0, hash: NOTHING_BEFORE })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await lockedHead(tx))!;
}

/** Appends entries in their order, all in one statement. */
export async function recordAudits(tx: TenantTransaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  let head = (await lockedHead(tx)) ?? (await firstHead(tx));
  const actor = actorText(tx.actor);
  const rows = entries.map((entry) => {
    const sequence = head.sequence + 1;
    const hash = hashOf(head.hash, { ...entry, sequence, at: tx.now, actor });
    const row = {
      partner_id: tx.partnerId,
      sequence,
      at: tx.now,
      actor,
      action: entry.action,
      subject: entry.subject,
      details: JSON.stringify(entry.details),
      previous_hash: head.hash,
      hash,
    };
    head = { sequence, hash };
    return row;
  });
  await tx.sql
    .with('appended', (query) => query.insertInto('audit_event').values(rows))
    .updateTable('audit_head')
    .set(head)
    .where('partner_id', '=', tx.partnerId)
    .execute();
}

const FILTER_COLUMNS = {
  sequence: sql.ref('sequence'),
  at: sql.ref('at'),
  actor: sql.ref('actor'),
  action: sql.ref('action'),
  subject: sql.ref('subject'),
};

export type AuditField = keyof typeof FILTER_COLUMNS;

export interface AuditPage {
  readonly filter?: ListFilter | undefined;
  readonly order?: readonly { readonly field: AuditField; readonly descending: boolean }[] | undefined;
  readonly top: number;
  readonly skip: number;
}

/** Newest first unless another order is asked for. */
export async function listAudit(tx: TenantTransaction, page: AuditPage): Promise<AuditEvent[]> {
  let query = tx.sql
    .selectFrom('audit_event')
    .select(['sequence', 'at', 'actor', 'action', 'subject', 'details'])
    .where('partner_id', '=', tx.partnerId);
  if (page.filter !== undefined) query = query.where(filterSql(page.filter, FILTER_COLUMNS));
  for (const { field, descending } of page.order ?? []) {
    query = query.orderBy(FILTER_COLUMNS[field], descending ? 'desc' : 'asc');
  }
  const rows = await query.orderBy('sequence', 'desc').limit(page.top).offset(page.skip).execute();
  return rows.map((row) => ({ ...row, details: row.details as Record<string, unknown> }));
}

const BATCH = 1000;

/**
 * The sequence of the first entry of the partner's chain that was changed, dropped or slipped in, the last ones
 * included; null when all follow from one another up to the head.
 */
export async function firstBrokenAudit(tx: TenantTransaction): Promise<number | null> {
  const head = await tx.sql
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .where('partner_id', '=', tx.partnerId)
    .executeTakeFirst();
  let previous: Buffer = NOTHING_BEFORE;
  let last = 0;
  for (;;) {
    const rows = await tx.sql
      .selectFrom('audit_event')
      .selectAll()
      .where('partner_id', '=', tx.partnerId)
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(BATCH)
      .execute();
    for (const row of rows) {
      const { sequence, at, actor, action, subject } = row;
      const details = row.details as Record<string, unknown>;
      const hash = hashOf(previous, { sequence, at, actor, action, subject, details });
      const follows = sequence === last + 1 && row.previous_hash.equals(previous);
      if (!follows || !row.hash.equals(hash)) return last + 1;
      previous = row.hash;
      last = sequence;
    }
    if (rows.length < BATCH) break;
  }
  const { sequence, hash } = head ?? { sequence: 0, hash: NOTHING_BEFORE };
  return sequence === last && hash.equals(previous) ? null : last + 1;
}
