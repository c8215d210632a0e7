import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { migrationsFolder } from '../../src/store/migrations-folder.ts';
import { asOwner, type StoreServer, storeServers } from './support/store-servers.ts';

/** The delivered migrations and one more, in a folder of its own. */
function folderWith(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
  for (const file of readdirSync(migrationsFolder())) {
    writeFileSync(join(folder, file), readFileSync(join(migrationsFolder(), file)));
  }
  writeFileSync(join(folder, name), text);
  return folder;
}

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
