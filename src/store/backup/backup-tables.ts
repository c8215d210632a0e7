import pg from 'pg';

/** A table of the schema with the columns that a backup carries: not those that the database works out itself. */
export interface BackupTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * What a backup goes without. Sessions and rounds of signing in: a session that was ended after the backup must not live
 * again, so people sign in anew. Ready answers: they are worked out at the next question. The ledger of migrations stands
 * in the manifest.
 */
export const LEFT_OUT = [
  'derived_result',
  'migration',
  'oidc_round',
  'session',
  'sign_in_challenge',
] as const;

/** What each of both sides says before it talks to the other, so that values are told alike everywhere. */
export const SESSION_SETTINGS = `
  set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3;
  set bytea_output = 'hex'; set client_encoding = 'UTF8'; set search_path = jalon, public`;

export function quoted({ table, columns }: BackupTable): {
  readonly table: string;
  readonly columns: string;
} {
  return {
    table: `jalon.${pg.escapeIdentifier(table)}`,
    columns: columns.map((column) => pg.escapeIdentifier(column)).join(', '),
  };
}

export async function tablesOfSchema(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(`
    select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'jalon'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attgenerated = ''
    group by c.relname order by c.relname`);
  return rows;
}

async function references(client: pg.Client): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select distinct f.relname as from, t.relname as to from pg_constraint k
    join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'jalon'::regnamespace and k.conrelid <> k.confrelid`);
  return rows;
}

/** The tables, each after those that it refers to, so that they can be filled in this order. */
export async function tablesInOrder(client: pg.Client): Promise<BackupTable[]> {
  const waiting = await tablesOfSchema(client);
  const toOthers = await references(client);
  const placed = new Set<string>();
  const ordered: BackupTable[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ table }) =>
      toOthers.every(({ from, to }) => from !== table || placed.has(to)),
    );
    if (next === -1) {
      throw new Error(
        `tables refer to one another in a circle: ${waiting.map(({ table }) => table).join(', ')}`,
      );
    }
    const [table] = waiting.splice(next, 1);
    placed.add(table!.table);
    ordered.push(table!);
  }
  return ordered;
}

/** Walled tables of which the network would not see every row; a backup through such a wall would be a part only. */
export async function tablesNotSeenWhole(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(`
    select c.relname as table from pg_class c
    where c.relnamespace = 'jalon'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and (
      not exists (select from pg_policies p where p.schemaname = 'jalon' and p.tablename = c.relname
        and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL' and p.qual ~ '^\\(+ *SELECT (jalon\\.)?claims_network\\(\\)')
      or exists (select from pg_policies p where p.schemaname = 'jalon' and p.tablename = c.relname
        and p.permissive <> 'PERMISSIVE'))
    order by 1`);
  return rows.map(({ table }) => table);
}
