/**
 * The databases that the store's conformance suites run on: the embedded PostgreSQL always, and a PostgreSQL 15
 * server of the system where its programs are installed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openEmbedded } from '../../../src/store/embedded/open-embedded.ts';
import { serverUser } from '../../../src/store/embedded/unprivileged-user.ts';
import type { OpenDatabase } from '../../../src/store/open-database.ts';
import { openRemote } from '../../../src/store/open-remote.ts';
import { newDataFolder, removeDataFolder } from '../../support/data-folder.ts';

export interface StoreServer {
  readonly opened: OpenDatabase;
  /** Of the role that owns the schema: for looking at the catalogue and for breaking things on purpose. */
  readonly owner: pg.ClientConfig;
  /** The present instant of the stores; a test may move it. */
  readonly clock: { now: Date };
  close(): Promise<void>;
}

interface StoreServerKind {
  readonly name: string;
  /** A new server with an empty database, not migrated. */
  start(): Promise<StoreServer>;
}

const SYSTEM_PROGRAMS = '/usr/lib/postgresql/15/bin';

const embedded: StoreServerKind = {
  name: 'the embedded PostgreSQL',
  start: async () => {
    const dataFolder = newDataFolder('jalon-store-');
    const clock = { now: new Date('2026-11-21T10:00:00Z') };
    const opened = await openEmbedded({
      dataFolder,
      purpose: 'server',
      log: () => {},
      clock: () => clock.now,
    });
    return {
      opened,
      owner: ownerOf(dataFolder),
      clock,
      close: async () => {
        await opened.close();
        removeDataFolder(dataFolder);
      },
    };
  },
};

const system: StoreServerKind = {
  name: 'a PostgreSQL 15 server',
  start: async () => {
    const server = await startSystemServer();
    const clock = { now: new Date('2026-11-21T10:00:00Z') };
    const opened = await openRemote(server.url, { log: () => {}, clock: () => clock.now });
    return {
      opened,
      owner: { connectionString: server.url },
      clock,
      close: async () => {
        await opened.close();
        await server.stop();
      },
    };
  },
};

/** Where PostgreSQL 15 is not installed the suites run on the embedded one alone, and say so. */
export const storeServers: readonly StoreServerKind[] = hasSystemServer()
  ? [embedded, system]
  : [{ ...embedded, name: 'the embedded PostgreSQL (PostgreSQL 15 is not installed here)' }];

export function hasSystemServer(): boolean {
  return existsSync(join(SYSTEM_PROGRAMS, 'postgres'));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * A server with one ordinary login that may make roles and owns the database `jalon`: what a hoster gives.
 * @param durable what is committed survives the machine's end; tests do without
 */
export async function startSystemServer({ durable = false } = {}): Promise<{
  url: string;
  stop(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-pg15-'));
  const data = join(folder, 'data');
  const user = serverUser(data);
  if (user) chownSync(folder, user.uid, user.gid);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'admin-secret\n');
  chmodSync(passwordFile, 0o644);
  const options = { ...(user ?? {}), cwd: folder };
  execFileSync(
    join(SYSTEM_PROGRAMS, 'initdb'),
    ['-D', data, '-U', 'admin', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '--no-sync', '-E', 'UTF8'],
    { ...options, stdio: 'ignore' },
  );
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  if (!durable) settings.push('fsync=off');
  const child = spawn(
    join(SYSTEM_PROGRAMS, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  const address = `127.0.0.1:${port}`;
  const admin = await connectWhenReady(`postgres://admin:admin-secret@${address}/postgres`);
  await admin.query(`create role hosted login createrole password 'hosted-secret'`);
  await admin.query('create database jalon owner hosted');
  await admin.end();
  return {
    url: `postgres://hosted:hosted-secret@${address}/jalon`,
    stop: async () => {
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connectWhenReady(connectionString: string): Promise<pg.Client> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (attempt > 200) throw error;
      await sleep(50);
    }
  }
}

/** Runs `work` with a connection of the owner, who is held by the walls like everybody, unless it says otherwise. */
/** The login that owns the schema of an embedded database. */
export function ownerOf(dataFolder: string): pg.ClientConfig {
  const file = JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8'));
  return { host: file.host, port: file.port, database: file.database, ...file.owner };
}

export async function asOwner<T>(
  server: Pick<StoreServer, 'owner'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(server.owner);
  await client.connect();
  try {
    await client.query('set search_path = jalon, public');
    return await work(client);
  } finally {
    await client.end();
  }
}
