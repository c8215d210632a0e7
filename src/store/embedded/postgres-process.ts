import { type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderFailure, StoreFailure } from '../store-failure.ts';
import { processStart } from './process-identity.ts';
import type { ServerBinaries } from './server-binaries.ts';
import type { ServerHome } from './server-home.ts';

/** Kernels refuse longer socket paths: 108 bytes on Linux, 104 on macOS, the name of the socket included. */
const LONGEST_SOCKET_FOLDER = 84;
/** Where the socket of a folder with a longer name is, with a random end. */
export const SOCKET_FOLDER = '/tmp/jalon-socket-';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

export function postgresSpawnOptions(home: ServerHome, binaries: ServerBinaries): SpawnOptions {
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  if (process.platform === 'win32') Object.assign(env, { SYSTEMROOT: process.env.SYSTEMROOT });
  if (binaries.libraryPath) {
    env.LD_LIBRARY_PATH = binaries.libraryPath;
    env.DYLD_LIBRARY_PATH = binaries.libraryPath;
  }
  return { env, cwd: home.cluster, ...(home.user ?? {}) };
}

/** The process id in PostgreSQL's own lock file, when that process lives. */
export function runningServer(home: ServerHome): number | null {
  try {
    const lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 && processStart(pid) !== null && isPostgres(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** After a reboot the number in the lock file may belong to any other program. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return false;
  }
}

/** Makes a new cluster with checksums; only the superuser `postgres` exists in it. */
export async function initialiseCluster(
  home: ServerHome,
  binaries: ServerBinaries,
  passwordFile: string,
): Promise<void> {
  const args = [
    ['--pgdata', home.cluster],
    ['--username', 'postgres'],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale', 'C'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
  ].map(([name, value]) => `${name}=${value}`);
  const child = spawn(binaries.initdb, [...args, '--data-checksums', '--no-instructions'], {
    ...postgresSpawnOptions(home, binaries),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  const status = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (status !== 0) throw startFailure(home, output);
}

/** Starts the server as a process of its own, so that it survives us, and waits until it accepts connections. */
export async function startServer(
  home: ServerHome,
  binaries: ServerBinaries,
): Promise<{ host: string; port: number }> {
  const address = await chooseAddress(home);
  const logFile = join(home.cluster, 'start.log');
  const log = openSync(logFile, 'w', 0o600);
  if (home.user) chownSync(logFile, home.user.uid, home.user.gid);
  const settings: Record<string, string> = {
    listen_addresses: address.socket ? '' : '127.0.0.1',
    unix_socket_directories: address.socket ?? '',
    unix_socket_permissions: '0700',
    port: String(address.port),
    fsync: 'on',
    max_connections: '60',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    // Statement errors reach the client; the file is for starts, crashes and recovery.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    timezone: 'UTC',
  };
  const child = spawn(
    binaries.postgres,
    ['-D', home.cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...postgresSpawnOptions(home, binaries), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let ended: string | null = null;
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', (status, signal) => {
    ended = `ended with ${status ?? signal}`;
  });
  child.unref();
  const limit = Date.now() + START_LIMIT_MS;
  while (!isReady(home)) {
    if (ended !== null || Date.now() > limit) {
      throw startFailure(home, `${readFileSync(logFile, 'utf8')}\n${ended ?? 'not ready in time'}`);
    }
    await sleep(10);
  }
  return { host: address.socket ?? '127.0.0.1', port: address.port };
}

/** PostgreSQL writes its state on the eighth line of its lock file. */
function isReady(home: ServerHome): boolean {
  try {
    const lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return runningServer(home) !== null && (lines[7] ?? '').trim() === 'ready';
  } catch {
    return false;
  }
}

async function chooseAddress(home: ServerHome): Promise<{ socket: string | null; port: number }> {
  if (process.platform === 'win32') return { socket: null, port: await freePort() };
  if (Buffer.byteLength(home.cluster) <= LONGEST_SOCKET_FOLDER) return { socket: home.cluster, port: 5432 };
  const socket = mkdtempSync(SOCKET_FOLDER);
  if (home.user) chownSync(socket, home.user.uid, home.user.gid);
  return { socket, port: 5432 };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(home: ServerHome): Promise<void> {
  const pid = runningServer(home);
  if (pid === null) return;
  const limit = Date.now() + STOP_LIMIT_MS;
  signal(pid, 'SIGINT');
  while (runningServer(home) === pid) {
    if (Date.now() > limit) {
      signal(pid, 'SIGQUIT');
      return;
    }
    await sleep(10);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function startFailure(home: ServerHome, output: string): unknown {
  if (/No space left on device/.test(output)) return folderFailure({ code: 'ENOSPC' }, home.dataFolder);
  if (/Read-only file system/.test(output)) return folderFailure({ code: 'EROFS' }, home.dataFolder);
  if (/database files are incompatible with server/.test(output)) {
    return new StoreFailure(
      'data-of-another-version',
      `The database in ${home.cluster} was made by another major version of PostgreSQL. Take a backup with the Jalon that made it and restore it here.`,
    );
  }
  if (/has wrong ownership|invalid permissions|Permission denied/.test(output)) {
    return new StoreFailure(
      'wrong-owner',
      `The database in ${home.cluster} belongs to another user. Start Jalon as the user that made it, or give the folder to the present one with chown -R.`,
    );
  }
  const lines = output.trim().split('\n');
  const fatal = lines.filter((line) => line.includes('FATAL'));
  const last = (fatal.length > 0 ? fatal : lines.slice(-3)).join(' | ');
  return new StoreFailure('server-did-not-start', `PostgreSQL did not start in ${home.cluster}: ${last}`);
}
