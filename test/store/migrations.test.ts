import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migrations-folder.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { listSessions } from '../../src/store/sessions-store.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';

/** Some of the delivered migrations in a folder of their own. */
function folderOf(files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
  for (const file of files) writeFileSync(join(folder, file), readFileSync(join(migrationsFolder(), file)));
  return folder;
}

/** The delivered migrations and one more. */
function folderWith(name: string, text: string): string {
  const folder = folderOf(readdirSync(migrationsFolder()));
  writeFileSync(join(folder, name), text);
  return folder;
}

/** What a database in use may lack: it was made with 0017 and without the three numbers before it. */
const RELEASED_LATER = /^(00(14|15|16|18|19|[2-9]\d)|0[1-9]\d\d)-/;

const ANNA = '00000000-0000-4000-8000-00000000000a';
const ONE_SIGNED_IN = `
  select enter_scope('network');
  insert into partner (partner_id, name) values ('alpha', 'Alpha');
  insert into app_user (partner_id, user_id) values ('alpha', '${ANNA}');
  insert into user_contact values ('alpha', '${ANNA}', 'Anna', 'Example', 'anna@alpha.example');
  insert into session (partner_id, token_hash, user_id, csrf_token, created_at, last_seen_at, expires_at)
    values ('alpha', 'hash', '${ANNA}', 'token', '2026-11-21', '2026-11-21', '2026-11-22')`;

/** Everything that decides how the database behaves: columns, indexes, checks, walls, functions. */
function shapeOf(server: StoreServer): Promise<string[]> {
  return asOwner(server, async (client) => {
    const { rows } = await client.query<{ part: string }>(`
      select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as part
        from information_schema.columns where table_schema = 'jalon'
      union all select indexdef from pg_indexes where schemaname = 'jalon'
      union all select format('%s on %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
        from pg_constraint where connamespace = 'jalon'::regnamespace
      union all select format('%s %s %s %s %s', tablename, policyname, roles, qual, with_check)
        from pg_policies where schemaname = 'jalon'
      union all select format('%s forced %s %s', relname, relrowsecurity, relforcerowsecurity)
        from pg_class where relnamespace = 'jalon'::regnamespace
      union all select pg_get_functiondef(oid) from pg_proc where pronamespace = 'jalon'::regnamespace
      order by part`);
    expect(rows.length).toBeGreaterThan(400);
    return rows.map(({ part }) => part);
  });
}

describe.each(storeServers)('a database of an earlier version on $name', ({ start }) => {
  const servers: StoreServer[] = [];
  beforeAll(async () => {
    servers.push(await start(), await start());
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  it('is given what it lacks in the middle too, keeps its people and sessions, and is then as a new one', async () => {
    const [inUse, fresh] = servers as [StoreServer, StoreServer];
    const delivered = readdirSync(migrationsFolder());
    const later = delivered.filter((name) => RELEASED_LATER.test(name));
    expect(later.slice(0, 3).map((name) => name.slice(0, 4))).toEqual(['0014', '0015', '0016']);
    const earlier = folderOf(delivered.filter((name) => !later.includes(name)));
    await migrate(inUse.owner, earlier);
    rmSync(earlier, { recursive: true });
    await asOwner(inUse, (client) => client.query(ONE_SIGNED_IN));

    expect(await inUse.opened.pendingMigrations()).toEqual(later);
    expect(await inUse.opened.migrate()).toEqual(later);

    const claim = { partnerId: 'alpha' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const [session] = await inUse.opened.database.readAsTenant(claim, (tx) => listSessions(tx, ANNA));
    expect(session).toMatchObject({ method: 'password', userAgent: null, address: null });
    await fresh.opened.migrate();
    expect(await shapeOf(inUse)).toEqual(await shapeOf(fresh));
  });
});

describe.each(storeServers)('migrations on $name', ({ start }) => {
  let server: StoreServer;
  const folders: string[] = [];
  beforeAll(async () => {
    server = await start();
  });
  afterAll(async () => {
    await server.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('run once: two that start together and one that comes later apply each of them once', async () => {
    const delivered = readdirSync(migrationsFolder());
    expect(await server.opened.pendingMigrations()).toEqual(delivered);
    const [left, right] = await Promise.all([server.opened.migrate(), server.opened.migrate()]);
    expect([...left, ...right].sort()).toEqual(delivered);
    expect(await server.opened.migrate()).toEqual([]);
    expect(await server.opened.pendingMigrations()).toEqual([]);
  });

  it('that fail are undone whole and named', async () => {
    const folder = folderWith('9001-broken.sql', 'create table half (id int); select 1 / 0;');
    folders.push(folder);
    await expect(migrate(server.owner, folder)).rejects.toMatchObject({
      kind: 'migration-failed',
      message: expect.stringContaining('9001-broken.sql'),
    });
    expect(await tables()).not.toContain('half');
  });

  it('killed in the middle leave nothing behind, and run the next time', async () => {
    const folder = folderWith('9002-long.sql', 'create table long (id int); select pg_sleep(1.5);');
    folders.push(folder);
    const program = `import { migrate } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/migrate.ts'))};
      process.stdout.write('begins');
      await migrate(${JSON.stringify(server.owner)}, ${JSON.stringify(folder)});`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => child.stdout.once('data', done));
    await untilRunning('pg_sleep');
    child.kill('SIGKILL');
    expect(await migrate(server.owner, folder)).toEqual(['9002-long.sql']);
    expect(await tables()).toContain('long');
  });

  it('of a newer version are recognised, and a changed one stops the start', async () => {
    await expect(server.opened.migrate()).rejects.toMatchObject({ kind: 'database-newer' });
    const folder = folderWith('9002-long.sql', 'select 2;');
    folders.push(folder);
    await expect(migrate(server.owner, folder)).rejects.toMatchObject({ kind: 'migration-changed' });
  });

  function tables(): Promise<string[]> {
    return asOwner(server, async (client) => {
      const { rows } = await client.query(`select tablename from pg_tables where schemaname = 'jalon'`);
      return rows.map(({ tablename }) => tablename);
    });
  }

  async function untilRunning(text: string): Promise<void> {
    await asOwner(server, async (client) => {
      for (;;) {
        const { rows } = await client.query(
          'select 1 from pg_stat_activity where query like $1 and pid <> pg_backend_pid()',
          [`%${text}%`],
        );
        if (rows.length > 0) return;
        await new Promise((done) => setTimeout(done, 20));
      }
    });
  }
});
