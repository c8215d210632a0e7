import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { signInOverHttp } from '../support/sign-in-over-http.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROWS = 20_000;

const dataFolder = newDataFolder('jalon-kill-');
let address = '';
let server: ChildProcess;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function start(): Promise<void> {
  const { port } = new URL(address);
  server = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'main.ts'), 'serve'], {
    cwd: ROOT,
    env: { ...process.env, PORT: port, JALON_DATA: dataFolder, JALON_LOG_LEVEL: 'error' },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 600; tries++) {
    if ((await fetch(`${address}/readyz`).catch(() => null))?.ok) return;
    await pause(100);
  }
  throw new Error('the server does not start');
}

async function killed(): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  address = `http://localhost:${await freePort()}`;
  await start();
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  removeDataFolder(dataFolder);
});

it('an import that is killed half-way goes on by itself and writes every row once', async () => {
  const headers = await signInOverHttp(address, dataFolder);
  const imports = `${address}/api/v1/partners/contoso/imports`;
  const lines = Array.from(
    { length: ROWS },
    (_, row) => `microsoft-learning,88${row},exam:70-764,2018-01-10`,
  );
  const form = new FormData();
  form.set('file', new Blob([`provider,account id,skill,achieved on\n${lines.join('\n')}\n`]), 'records.csv');
  const { importId } = (await (
    await fetch(imports, { method: 'POST', headers, body: form })
  ).json()) as ImportRun;
  const run = async (): Promise<ImportRun> =>
    (await (await fetch(`${imports}/${importId}`, { headers })).json()) as ImportRun;
  const until = async (test: (state: ImportRun) => boolean): Promise<ImportRun> => {
    for (let tries = 0; tries < 1200; tries++) {
      const state = await run();
      if (test(state)) return state;
      await pause(50);
    }
    throw new Error(`the import stays as ${JSON.stringify(await run())}`);
  };

  const checked = await until(({ state }) => state !== 'checking');
  expect(checked).toMatchObject({ state: 'ready', counts: { created: ROWS } });
  await fetch(`${imports}/${importId}/apply`, { method: 'POST', headers });
  const interrupted = await until(({ rowsDone }) => rowsDone > 0);
  expect(interrupted.rowsDone).toBeLessThan(ROWS);
  await killed();

  // The session is in the database: whoever was signed in still is.
  await start();
  const began = Date.now();
  const done = await until(({ state }) => state === 'done');
  expect(Date.now() - began).toBeLessThan(30_000);
  expect(done).toMatchObject({
    rowsDone: ROWS,
    counts: { created: ROWS, updated: 0, unchanged: 0, rejected: 0 },
  });
}, 180_000);
