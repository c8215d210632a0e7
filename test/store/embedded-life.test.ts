import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts';
import { servedAddress } from '../../src/store/embedded/server-home.ts';
import { serverUser } from '../../src/store/embedded/unprivileged-user.ts';
import { databaseHome, newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { copyForAnybody } from './support/copy-for-anybody.ts';
import { SYSTEM } from './support/two-partners.ts';

const asRoot = process.getuid?.() === 0;
const nobody = asRoot ? serverUser('/nowhere') : null;
const PROGRAM = join(import.meta.dirname, 'support', 'keep-folder-open.ts');

const folders: string[] = [];
const children: ChildProcess[] = [];

function newFolder(): string {
  const folder = newDataFolder('jalon-life-');
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const child of children.splice(0)) await ended(child, 'SIGTERM');
  for (const folder of folders.splice(0)) {
    // A server whose process was killed is joined and stopped like any later start would.
    const data = join(folder, 'data');
    if (existsSync(join(databaseHome(data), 'postgresql'))) await openAndClose(data);
    removeDataFolder(data);
    rmSync(folder, { recursive: true, force: true });
  }
});

function open(dataFolder: string, purpose: 'server' | 'command' = 'server') {
  return openEmbedded({ dataFolder, purpose, log: () => {} });
}

async function openAndClose(dataFolder: string): Promise<void> {
  await open(dataFolder).then(
    (opened) => opened.close(),
    () => {},
  );
}

interface Line {
  readonly open?: boolean;
  readonly written?: number;
  readonly kind?: string;
  readonly message?: string;
}

interface OtherProcess {
  readonly child: ChildProcess;
  readonly lines: Line[];
  /** Resolves with the first line that fits. */
  until(fits: (line: Line) => boolean): Promise<Line>;
}

/** tsx runs the program inside this very process, so that a signal reaches it. */
const FROM_SOURCES = [process.execPath, '--import', 'tsx', PROGRAM] as const;

function otherProcess(
  args: readonly string[],
  options: SpawnOptions = {},
  [command, ...program]: readonly [string, ...string[]] = FROM_SOURCES,
): OtherProcess {
  const child = spawn(command, [...program, ...args], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
  children.push(child);
  const lines: Line[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk) => {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) lines.push(JSON.parse(part) as Line);
    child.emit('line');
  });
  const until = (fits: (line: Line) => boolean) =>
    new Promise<Line>((done, fail) => {
      const look = () => {
        const found = lines.find(fits);
        if (found) done(found);
      };
      child.on('line', look);
      child.on('close', () => fail(new Error(`ended without the line, after ${JSON.stringify(lines)}`)));
      look();
    });
  return { child, lines, until };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.on('close', () => done());
    child.kill(signal);
  });
}

function postmaster(data: string): number {
  return Number(
    readFileSync(join(databaseHome(data), 'postgresql', 'postmaster.pid'), 'utf8').split('\n')[0],
  );
}

describe('the life of an embedded database', () => {
  it('begins in a new folder, keeps its secrets to its owner, and starts again in less than four seconds', async () => {
    const data = join(newFolder(), 'data');
    const first = await open(data);
    await first.migrate();
    expect(statSync(join(data, 'connection.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(databaseHome(data), 'postgresql')).mode & 0o777).toBe(0o700);
    await first.close();
    expect(existsSync(join(databaseHome(data), 'postgresql', 'postmaster.pid'))).toBe(false);

    const begin = performance.now();
    const second = await open(data);
    expect(await second.migrate()).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(4000);
    await second.close();
    expect(readdirSync(join(databaseHome(data), 'locks'))).toEqual([]);
  });

  it('belongs to one serving process: a second is refused within two seconds and told of the first', async () => {
    const data = join(newFolder(), 'data');
    const first = await open(data);
    first.announce('http://localhost:3999');
    const begin = performance.now();
    await expect(open(data)).rejects.toMatchObject({
      kind: 'folder-in-use',
      message: expect.stringMatching(
        new RegExp(`process ${process.pid} on .* since 20.*Z at http://localhost:3999`),
      ),
    });
    expect(performance.now() - begin).toBeLessThan(2000);
    await first.close();
  });

  it('is not made by a question: a folder without a database is refused and left as it is', async () => {
    const data = join(newFolder(), 'data');
    await expect(open(data, 'command')).rejects.toMatchObject({
      kind: 'no-database',
      message: `There is no database in ${data}. Make one with jalon serve or jalon setup, or name another folder with JALON_DATA.`,
    });
    expect(existsSync(data)).toBe(false);
  });

  it('tells where it is served for as long as it is', async () => {
    const data = join(newFolder(), 'data');
    expect(servedAddress(data)).toBe(null);
    const serving = await open(data);
    serving.announce('http://localhost:3999');
    expect(servedAddress(data)).toBe('http://localhost:3999');
    await serving.close();
    expect(servedAddress(data)).toBe(null);
  });

  it('is shared with commands: the last one out stops the server', async () => {
    const data = join(newFolder(), 'data');
    const serving = await open(data);
    const command = await open(data, 'command');
    await serving.close();
    await command.ping();
    await command.close();
    expect(existsSync(join(databaseHome(data), 'postgresql', 'postmaster.pid'))).toBe(false);
  });

  it('outlives kill -9 of its process without losing an acknowledged write, and the next start joins it', async () => {
    const data = join(newFolder(), 'data');
    const writer = otherProcess([data, 'write']);
    await writer.until(({ written }) => written === 20);
    await ended(writer.child, 'SIGKILL');
    const orphan = postmaster(data);
    const acknowledged = writer.lines.filter(({ written }) => written !== undefined).length;

    const opened = await open(data);
    expect(postmaster(data)).toBe(orphan);
    const rows = await opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql.selectFrom('partner').select('partner_id').where('kind', '=', 'company').execute(),
    );
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    await opened.close();
    expect(existsSync(join(databaseHome(data), 'postgresql', 'postmaster.pid'))).toBe(false);
  });

  it('recovers when PostgreSQL itself was killed, and loses no acknowledged write', async () => {
    const data = join(newFolder(), 'data');
    const writer = otherProcess([data, 'write']);
    await writer.until(({ written }) => written === 20);
    await ended(writer.child, 'SIGKILL');
    const acknowledged = writer.lines.filter(({ written }) => written !== undefined).length;
    process.kill(postmaster(data), 'SIGKILL');

    const opened = await open(data);
    const rows = await opened.database.asNetwork({ actor: SYSTEM }, (tx) =>
      tx.sql.selectFrom('partner').select('partner_id').where('kind', '=', 'company').execute(),
    );
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
    await opened.close();
  });

  it('begins anew where the first start was cut off', async () => {
    const data = join(newFolder(), 'data');
    await open(data).then((opened) => opened.close());
    rmSync(join(databaseHome(data), 'postgresql', 'base'), { recursive: true });
    writeFileSync(join(databaseHome(data), 'BEING_MADE'), '');
    const opened = await open(data);
    expect((await opened.migrate()).length).toBeGreaterThan(5);
    await opened.close();
  });

  it('makes new logins where the connection file was lost', async () => {
    const data = join(newFolder(), 'data');
    const first = await open(data);
    await first.migrate();
    await first.close();
    rmSync(join(data, 'connection.json'));
    const second = await open(data);
    expect(await second.pendingMigrations()).toEqual([]);
    await second.close();
  });

  it('answers at a short address when the folder has a long name', async () => {
    const data = join(newFolder(), 'a-folder-with-a-name-of-sixty-characters-and-then-some-more-of', 'data');
    const opened = await open(data);
    const { host } = JSON.parse(readFileSync(join(data, 'connection.json'), 'utf8')) as { host: string };
    expect(host.length).toBeLessThan(80);
    await opened.ping();
    await opened.close();
    // Where the database is kept elsewhere its own folder is short enough, and stays.
    expect(existsSync(host)).toBe(host === join(databaseHome(data), 'postgresql'));
    removeDataFolder(data);
  });

  it('refuses a data folder that is a file', async () => {
    const file = join(newFolder(), 'data-file');
    writeFileSync(file, '');
    await expect(open(file)).rejects.toMatchObject({ kind: 'folder-not-writable' });
  });

  describe.skipIf(!asRoot)('as root', () => {
    it('keeps the data where its user can reach them when the folder is closed to others', async () => {
      const parent = newFolder();
      chmodSync(parent, 0o700);
      const data = join(parent, 'data');
      const said: string[] = [];
      const opened = await openEmbedded({
        dataFolder: data,
        purpose: 'server',
        log: (line) => said.push(line),
      });
      await opened.ping();
      await opened.close();
      const home = readFileSync(join(data, 'LOCATION'), 'utf8').trim();
      expect(said).toEqual([expect.stringContaining(home)]);
      expect(statSync(join(home, 'postgresql')).uid).toBe(nobody?.uid);

      const again = await openEmbedded({
        dataFolder: data,
        purpose: 'server',
        log: (line) => said.push(line),
      });
      await again.close();
      expect(said.length).toBe(1);
      rmSync(home, { recursive: true, force: true });
      await expect(open(data)).rejects.toMatchObject({
        kind: 'folder-not-writable',
        message: expect.stringContaining(home),
      });
    });
  });

  it('refuses a folder that an ordinary user cannot write, and works in one that it can', async () => {
    const parent = newFolder();
    const { node, program } = await copyForAnybody(PROGRAM, newFolder(), nobody);
    const asUser = { ...nobody, cwd: parent, env: { ...process.env, HOME: parent } };
    const own = join(parent, 'own');
    mkdirSync(own);
    if (nobody !== null) chownSync(own, nobody.uid, nobody.gid);
    chmodSync(parent, 0o555);
    const refused = otherProcess([join(parent, 'data')], asUser, [node, program]);
    expect(await refused.until(({ kind }) => kind !== undefined)).toMatchObject({
      kind: 'folder-not-writable',
      message: expect.stringContaining('JALON_DATA'),
    });
    const works = otherProcess([own], asUser, [node, program]);
    await works.until(({ open: isOpen }) => isOpen === true);
    expect(statSync(join(own, 'postgresql')).uid).toBe(nobody?.uid ?? process.getuid?.());
    await ended(works.child, 'SIGTERM');
    expect(existsSync(join(own, 'postgresql', 'postmaster.pid'))).toBe(false);
    chmodSync(parent, 0o755);
  });
});
