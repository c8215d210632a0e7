/** Two servers on one PostgreSQL: either answers, work is done once, and what one leaves the other one finishes. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import type { PlanView } from '../../src/contract/plans.ts';
import type { UserList } from '../../src/contract/users.ts';
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

  it('work on a plan once: one that its server was killed over is begun again by the other and ends', async () => {
    const third = await start('serve');
    const headers = await signInOverHttp(second.address, dataFolder);
    const contoso = '/api/v1/partners/contoso';
    const read = async <T>(path: string) =>
      (await (await fetch(`${second.address}${contoso}${path}`, { headers })).json()) as T;
    const { value: users } = await read<UserList>('/users?top=200');
    const levels = ['data-platform', 'data-analytics', 'application-development'];
    // Attempts of people who succeed with different probabilities: the plan takes all of its time.
    const question = {
      targets: levels.map((competency) => ({ competency, level: 'gold' })),
      by: new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10),
      survive: 1,
      confidence: 0.95,
      people: Object.fromEntries(
        users.map(({ userId }, place) => [userId, { successProbability: 0.5 + (place % 45) / 100 }]),
      ),
    };
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query("select set_config('jalon.scope', 'network', false)");
    const runs = async () =>
      (
        await client.query<{ run_id: string; state: string; attempts: number }>(
          "select run_id, state, attempts from jalon.planner_run where kind = 'plan'",
        )
      ).rows;
    const begun = fetch(`${third.address}${contoso}/plans`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ question, seconds: 10 }),
    }).catch(() => null);
    while (!(await runs()).some(({ state }) => state === 'running')) await pause(10);
    await ended(third.process, 'SIGKILL');
    await begun;
    const [left] = await runs();
    expect(left).toMatchObject({ state: 'running', attempts: 1 });
    let plan = await read<PlanView>(`/plans/${left?.run_id}`);
    for (let tries = 0; tries < 600 && plan.state === 'running'; tries++) {
      await pause(200);
      plan = await read<PlanView>(`/plans/${left?.run_id}`);
    }
    const after = await runs();
    await client.end();
    expect(plan).toMatchObject({ state: 'done', failure: null });
    expect(plan.result).not.toBeNull();
    expect(after).toEqual([{ run_id: left?.run_id, state: 'done', attempts: 2 }]);
  }, 240_000);

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
