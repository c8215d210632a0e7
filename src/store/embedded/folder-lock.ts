import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { processStart } from './process-identity.ts';

/**
 * Locks of a data folder, made of one small file per process. A process announces itself first and looks at the
 * others afterwards; of two that arrive together at least one sees the other, so two can never both hold an
 * exclusive lock. A file whose process has ended is stale and is removed by whoever meets it.
 */
export type LockKind =
  /** `serve` and `demo`: one at a time, for as long as they run. */
  | 'server'
  /** Making, starting or stopping PostgreSQL: one at a time, for moments. */
  | 'transition'
  /** Every process that uses the running PostgreSQL; shared. */
  | 'user';

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
  /** Instant at which the lock was taken, RFC 3339. */
  readonly since: string;
  /** Where the holder answers, once it says so. */
  readonly address: string | null;
}

export interface FolderLock {
  announce(address: string): void;
  release(): void;
}

/** A holder on another machine (a shared volume) shows that it lives by touching its file. */
const HEARTBEAT_MS = 5_000;
const SILENT_MS = 20_000;

function holderOf(path: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
    if (holder.host === hostname()) {
      return processStart(holder.pid) === holder.started ? holder : null;
    }
    return Date.now() - statSync(path).mtimeMs < SILENT_MS ? holder : null;
  } catch {
    return null;
  }
}

/** The living processes that hold a lock of this kind, without `except`; files of dead ones are removed. */
export function lockHolders(folder: string, kind: LockKind, except?: string): LockHolder[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const holders: LockHolder[] = [];
  for (const name of names) {
    if (!name.startsWith(`${kind}-`) || !name.endsWith('.lock') || name === except) continue;
    const holder = holderOf(join(folder, name));
    if (holder) holders.push(holder);
    else rmSync(join(folder, name), { force: true });
  }
  return holders;
}

/** Takes the lock at once or names who holds it. `user` locks are shared and always taken. */
export function tryLock(folder: string, kind: LockKind): { lock: FolderLock } | { heldBy: LockHolder } {
  makeFolder(folder, 0o700);
  const name = `${kind}-${process.pid}-${randomBytes(4).toString('hex')}.lock`;
  const path = join(folder, name);
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    started: processStart(process.pid) ?? '',
    since: new Date().toISOString(),
    address: null,
  };
  writeWhole(path, holder);
  const others = kind === 'user' ? [] : lockHolders(folder, kind, name);
  if (others[0]) {
    rmSync(path, { force: true });
    return { heldBy: others[0] };
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    lock: {
      announce: (address) => writeWhole(path, { ...holder, address }),
      release: () => {
        clearInterval(heartbeat);
        rmSync(path, { force: true });
      },
    },
  };
}

/** Runs `work` while no other process makes, starts or stops the server of this folder. */
export async function duringTransition<T>(folder: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const attempt = tryLock(folder, 'transition');
    if ('lock' in attempt) {
      try {
        return await work();
      } finally {
        attempt.lock.release();
      }
    }
    // Uneven pauses, so that two processes that withdrew together do not meet again.
    await sleep(20 + Math.random() * 60);
  }
}

function writeWhole(path: string, holder: LockHolder): void {
  writeFileSync(`${path}.new`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder vanished; the next write to the database will say so.
  }
}
