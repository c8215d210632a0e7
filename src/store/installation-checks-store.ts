/** What the database says about itself, for `jalon doctor` and for metrics. */
import { sql } from 'kysely';
import type { NetworkTransaction } from './database.ts';

/** Tables that belong to no partner and no person: the ledger of migrations. */
const WITHOUT_WALL = ['migration'];

/** Tables whose wall is missing, does not hold the owner, or has no door. */
export async function tablesWithoutWall(tx: NetworkTransaction): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`
    select c.relname as table from pg_class c
    where c.relnamespace = 'jalon'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all (${WITHOUT_WALL})
      and not (c.relrowsecurity and c.relforcerowsecurity
        and exists (select from pg_policies p where p.schemaname = 'jalon' and p.tablename = c.relname))
    order by 1`.execute(tx.sql);
  return rows.map(({ table }) => table);
}

/** Whether requests run as a role that no wall holds. */
export async function roleIsAboveWalls(tx: NetworkTransaction): Promise<boolean> {
  const { rows } = await sql<{ above: boolean }>`
    select rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`.execute(tx.sql);
  return rows[0]?.above ?? true;
}

export interface StorageState {
  readonly bytes: number;
  readonly checksumsOn: boolean;
  /** Pages that did not have the check sum they were written with, since the server counts them. */
  readonly checksumFailures: number;
  /** Indexes and constraints of which PostgreSQL is not sure that they hold. */
  readonly invalid: readonly string[];
}

export async function storageState(tx: NetworkTransaction): Promise<StorageState> {
  const { rows } = await sql<StorageState>`
    select pg_database_size(current_database())::bigint as bytes,
      current_setting('data_checksums') = 'on' as "checksumsOn",
      coalesce((select checksum_failures from pg_stat_database where datname = current_database()), 0)::bigint
        as "checksumFailures",
      array(select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = 'jalon'::regnamespace and not (i.indisvalid and i.indisready)
        union all select conname::text from pg_constraint
        where connamespace = 'jalon'::regnamespace and not convalidated) as invalid`.execute(tx.sql);
  return rows[0]!;
}

/** Milliseconds by which the clock of the database is ahead of `now`, a way to the database and back included. */
export async function clockAhead(tx: NetworkTransaction, now: () => Date): Promise<number> {
  const before = now().getTime();
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(tx.sql);
  const after = now().getTime();
  return Math.round(rows[0]!.at.getTime() - (before + after) / 2);
}

export interface QueueState {
  readonly queue: string;
  /** Those whose time has come. */
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  /** How long the oldest of those whose time has come has waited. */
  readonly oldestSeconds: number;
}

export async function queueStates(tx: NetworkTransaction): Promise<QueueState[]> {
  const { rows } = await sql<QueueState>`
    select q.name as queue,
      count(*) filter (where j.state in ('created', 'retry') and j.start_after <= now())::int as waiting,
      count(*) filter (where j.state = 'active')::int as active,
      count(*) filter (where j.state = 'failed')::int as failed,
      coalesce(extract(epoch from now() - min(j.start_after)
        filter (where j.state in ('created', 'retry') and j.start_after <= now())), 0)::float8 as "oldestSeconds"
    from pgboss.queue q left join pgboss.job j on j.name = q.name
    group by q.name order by q.name`.execute(tx.sql);
  return rows;
}

/** People whose change has not been packed: they are read from rows, only more slowly. */
export async function peopleLeftMarked(tx: NetworkTransaction): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from evidence_mark`.execute(
    tx.sql,
  );
  return rows[0]!.count;
}

/** Files of imports that are not as long as they were when they came, and files of reports that do not unpack. */
export async function damagedFiles(
  tx: NetworkTransaction,
  unpacks: (content: Buffer) => Promise<boolean>,
): Promise<string[]> {
  const imports = await sql<{ name: string }>`
    select format('import %s of %s', import_id, partner_id) as name
    from import_file join import_run using (partner_id, import_id)
    where octet_length(content) <> file_size order by 1`.execute(tx.sql);
  const reports = await tx.sql
    .selectFrom('report_file')
    .select(['partner_id', 'file_id'])
    .orderBy('partner_id')
    .orderBy('file_id')
    .execute();
  const found = imports.rows.map(({ name }) => name);
  for (const { partner_id, file_id } of reports) {
    const file = await tx.sql
      .selectFrom('report_file')
      .select('content')
      .where('partner_id', '=', partner_id)
      .where('file_id', '=', file_id)
      .executeTakeFirst();
    if (file !== undefined && !(await unpacks(file.content)))
      found.push(`report ${file_id} of ${partner_id}`);
  }
  return found;
}

/** One sealed client secret, if there is any, to see whether it opens. */
export async function anySealedClientSecret(tx: NetworkTransaction): Promise<Buffer | null> {
  const row = await tx.sql
    .selectFrom('identity_provider')
    .select('sealed_client_secret as sealed')
    .where('sealed_client_secret', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.sealed ?? null;
}
