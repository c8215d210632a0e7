/** Two servers on one PostgreSQL: either answers, work is done once, and what one leaves the other one finishes. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { hasSystemServer, startSystemServer } from '../store/support/store-servers.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { signInOverHttp } from '../support/sign-in-over-http.ts';
import { ended, type ServerProcess, startServerProcess } from './support/server-process.ts';

const ROWS = 20_000;

describe.runIf(hasSystemServer())('two servers on one PostgreSQL', () => {
  const dataFolder = newDataFolder('jalon-two-');
  let database: Awaited<ReturnType<typeof startSystemServer>>;
  let first: ServerProcess;
  let second: ServerProcess;

  const start = (command: 'demo' | 'serve') =>
    startServerProcess(command, { databaseUrl: database.url, dataFolder });

  beforeAll(async () => {
    database = await startSystemServer();
    first = await start('demo');
    second = await start('serve');
  }, 180_000);
  afterAll(async () => {
    await ended(first.process, 'SIGKILL');
    await ended(second.process, 'SIGKILL');
    await database.stop();
    removeDataFolder(dataFolder);
  });

  it('share sessions, and an import that one is killed over is finished by the other, every row once', async () => {
    const headers = await signInOverHttp(first.address, dataFolder);
    const of = ({ address }: ServerProcess) => `${address}/api/v1/partners/contoso/imports`;
    const lines = Array.from(
      { length: ROWS },
      (_, row) => `microsoft-learning,77${row},exam:70-764,2018-01-10`,
    );
    const form = new FormData();
    form.set(
      'file',
      new Blob([`provider,account id,skill,achieved on\n${lines.join('\n')}\n`]),
      'records.csv',
    );
    const sent = await fetch(of(first), { method: 'POST', headers, body: form });
    const { importId } = (await sent.json()) as ImportRun;
    // The other server knows the session and the import.
    const asked = async (instance: ServerProcess) =>
      (await (await fetch(`${of(instance)}/${importId}`, { headers })).json()) as ImportRun;
    const until = async (instance: ServerProcess, test: (state: ImportRun) => boolean) => {
      for (let tries = 0; tries < 1_500; tries++) {
        const state = await asked(instance);
        if (test(state)) return state;
        await pause(50);
      }
      throw new Error(`the import stays as ${JSON.stringify(await asked(instance))}`);
    };
    expect(await until(second, ({ state }) => state !== 'checking')).toMatchObject({ state: 'ready' });
    // Both are told to apply it at the same moment: one does, and it is done once.
    const applied = await Promise.all(
      [first, second].map((instance) =>
        fetch(`${of(instance)}/${importId}/apply`, { method: 'POST', headers }),
      ),
    );
    expect(applied.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
    const interrupted = await until(second, ({ rowsDone }) => rowsDone > 0);
    expect(interrupted.rowsDone).toBeLessThan(ROWS);
    await ended(first.process, 'SIGKILL');

    const done = await until(second, ({ state }) => state === 'done');
    expect(done).toMatchObject({ rowsDone: ROWS, counts: { created: ROWS, rejected: 0 } });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("select set_config('jalon.scope', 'network', false)");
    const { rows } = await client.query<{ records: number; accounts: number; entries: number }>(`
      select (select count(*)::int from jalon.skill_record where account_id like '77%') as records,
        (select count(distinct account_id)::int from jalon.skill_record where account_id like '77%') as accounts,
        (select count(*)::int from jalon.audit_event where action = 'import.done' and subject = 'import:${importId}')
          as entries`);
    await client.end();
    expect(rows[0]).toEqual({ records: ROWS, accounts: ROWS, entries: 1 });
  }, 240_000);

  it('end requests under way when they are told to stop, and exit cleanly', async () => {
    const headers = await signInOverHttp(second.address, dataFolder);
    const report = `${second.address}/api/v1/partners/contoso/skills-report?format=xlsx`;
    const asked = await fetch(report, { headers });
    const stopped = ended(second.process, 'SIGTERM');
    expect((await asked.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    expect(await stopped).toBe(0);
    expect(second.log.join('')).not.toMatch(/"level":(50|60)/);
  }, 60_000);
});
