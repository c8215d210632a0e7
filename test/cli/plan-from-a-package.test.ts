/** What is published carries no sources and no solver of its own: it must find the one installed beside it. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..', '..');

let folder: string;
let installed: string;

beforeAll(async () => {
  const script = pathToFileURL(join(ROOT, 'scripts', 'build-when-stale.mjs')).href;
  const code = `await (await import(${JSON.stringify(script)})).buildWhenStale({ pages: false });`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { cwd: ROOT });
  folder = mkdtempSync(join(tmpdir(), 'jalon-package-'));
  const modules = join(folder, 'node_modules');
  installed = join(modules, 'jalon');
  mkdirSync(installed, { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { files: string[] };
  // Of what is built only the server: the pages take no part in this.
  for (const name of ['package.json', ...files.filter((one) => one !== 'dist')]) {
    cpSync(join(ROOT, name), join(installed, name), { recursive: true });
  }
  mkdirSync(join(installed, 'dist'));
  for (const name of readdirSync(join(ROOT, 'dist'))) {
    if (name.endsWith('.js')) cpSync(join(ROOT, 'dist', name), join(installed, 'dist', name));
  }
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the published package plans, with the solver that is installed beside it', async () => {
  const facts = { partner: { id: 'contoso', market: 'developed' }, people: [{ id: 'p1' }, { id: 'p2' }] };
  const targets = {
    targets: [{ competency: 'data-platform', level: 'silver', option: 'sql-server-specialist' }],
    by: '2018-09-01',
    costs: { default: { money: 165, hours: 40 } },
  };
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
  writeFileSync(join(folder, 'targets.json'), JSON.stringify(targets));
  const command = join(installed, 'bin', 'jalon.js');
  const args = ['plan', '--facts', 'facts.json', '--as-of', '2018-06-01', '--targets', 'targets.json'];
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...args], { cwd: folder });
  const plan = JSON.parse(stdout) as { status: string; cost: number; bound: number; actions: unknown[] };
  expect(plan.status).toBe('optimal');
  expect(plan.actions.length).toBeGreaterThan(0);
  expect([plan.cost, plan.bound]).toEqual([165 * plan.actions.length, 165 * plan.actions.length]);
}, 120_000);
