/** The program in processes of its own, as somebody uses it who has just installed it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { databaseHome, newDataFolder, removeDataFolder } from '../support/data-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folders: string[] = [];
const children: ChildProcess[] = [];

/** Each test starts whole programs one after the other; a busy machine takes its time over them. */
const PATIENCE_MS = 120_000;

afterEach(async () => {
  // Also after a test that was given up: a program that goes on would write into a folder that is gone.
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  for (const folder of folders.splice(0)) removeDataFolder(folder);
});

function newFolder(): string {
  const folder = newDataFolder('jalon-first-');
  folders.push(folder);
  return folder;
}

function start(dataFolder: string, args: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'main.ts'), ...args], {
    cwd: ROOT,
    env: { ...process.env, JALON_DATA: dataFolder, JALON_LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const texts = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    texts.out += String(text);
  });
  child.stderr.on('data', (text) => {
    texts.err += String(text);
  });
  return { child, texts };
}

async function jalon(dataFolder: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { child, texts } = start(dataFolder, args, environment);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...texts };
}

/** @returns what the server printed when it was ready. */
async function served(dataFolder: string): Promise<string> {
  const { child, texts } = start(dataFolder, ['serve'], { JALON_DEMO: '0', PORT: '0' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', () => texts.out.includes('jalon setup') && resolve());
  });
  await Promise.race([ready, ended]);
  if (child.exitCode !== null) throw new Error(texts.err);
  return texts.out;
}

const SET_UP = ['setup', '--partner', 'contoso', '--name', 'Contoso', '--admin', 'claire@contoso.example'];

describe('a folder without a database', { timeout: PATIENCE_MS }, () => {
  it.each([
    ['report', 'skills', '--partner', 'contoso'],
    ['token', 'create', '--operator'],
    ['import', 'users', 'package.json', '--partner', 'contoso'],
  ])('is not filled by a question: %s %s', async (...args) => {
    const data = join(newFolder(), 'nothing');
    const { code, out, err } = await jalon(data, args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toEqual([
      expect.stringContaining(`There is no database in ${data}. Make one with jalon serve or jalon setup`),
    ]);
    expect(existsSync(data)).toBe(false);
  });
});

describe('a port that another program has', { timeout: PATIENCE_MS }, () => {
  it('ends the start with one line, before a demo is made', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const data = newFolder();
    const { code, out, err } = await jalon(data, ['serve'], { HOST: '127.0.0.1', PORT: String(port) });
    other.close();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`Port ${port} of 127.0.0.1 is in use by another program.`);
    expect(existsSync(join(data, 'demo-sign-ins.json'))).toBe(false);
  });
});

describe('a first start that is told to stop', { timeout: PATIENCE_MS }, () => {
  it.each([0, 1_500])(
    'leaves no database server behind, %i ms after it began, and can be begun again',
    async (after) => {
      const data = newFolder();
      const { child } = start(data, ['serve'], { PORT: '0' });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      // Below a closed folder root keeps the database elsewhere.
      const running = () => existsSync(join(databaseHome(data), 'postgresql', 'postmaster.pid'));
      while (!running()) await pause(20);
      await pause(after);
      child.kill('SIGTERM');
      expect(await ended).toBe(128 + constants.signals.SIGTERM);
      expect(running()).toBe(false);
      expect(await served(data)).toContain('Jalon is ready');
    },
  );
});

describe('the links of a set-up', { timeout: PATIENCE_MS }, () => {
  it('lead to where the server listens', async () => {
    const data = newFolder();
    const printed = await served(data);
    const [address] = /http:\/\/localhost:\d+/.exec(printed)!;
    expect(address).not.toMatch(/:(0|3000)$/);
    expect(printed).toMatch(new RegExp(`\\n {2}${address}/set-up/[\\w-]{40,}\\n`));
    const { code, out } = await jalon(data, SET_UP);
    expect([code, out]).toEqual([0, expect.stringContaining(`${address}/welcome/`)]);
  });

  it('prefer the address that was stated', async () => {
    const data = newFolder();
    const { out } = await jalon(data, SET_UP, { JALON_BASE_URL: 'https://jalon.example/' });
    expect(out).toContain('claire@contoso.example (global-admin): https://jalon.example/welcome/');
  });
});
