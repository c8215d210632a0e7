import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { type RestoredBackup, restoreBackup } from './backup/restore-backup.ts';
import { type BackupOrder, type BackupSummary, writeBackup } from './backup/write-backup.ts';
import { connectionPool } from './connection-pool.ts';
import { type Database, databaseOver } from './database.ts';
import { settleEvidence } from './evidence-store.ts';
import type { JobDatabase } from './job-queues.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { prepareEvidence } from './prepare-evidence.ts';

/** Connections of this process: all, those that nobody uses, and how many wait for one. */
export interface PoolState {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

export interface OpenDatabase {
  readonly kind: 'embedded' | 'remote';
  readonly database: Database;
  /** For the job library, as the application's role. */
  readonly jobs: JobDatabase;
  /** Brings the schema up to date and answers the names of the migrations applied. */
  migrate(): Promise<string[]>;
  pendingMigrations(): Promise<string[]>;
  /** Writes everything as it is at one moment; servers go on. See `writeBackup`. */
  backup(order: BackupOrder, sink: Writable): Promise<BackupSummary>;
  /** Fills an empty database, all or nothing; `migrate` then brings it up to date. See `restoreBackup`. */
  restore(source: Readable): Promise<RestoredBackup>;
  poolState(): PoolState;
  /** Resolves when the database answers (readiness). */
  ping(): Promise<void>;
  /** Tells where this process answers, so that a refused second start can say so. Embedded servers only. */
  announce(address: string): void;
  /** After the queries under way. */
  close(): Promise<void>;
  /** At once: queries under way fail, and what they have not committed is undone. */
  interrupt(): Promise<void>;
}

export interface OpenOptions {
  /** Short lines for the person who started the program. */
  readonly log: (line: string) => void;
  readonly clock?: () => Date;
  readonly poolSize?: number;
}

export interface OpenParts {
  readonly kind: OpenDatabase['kind'];
  readonly owner: pg.ClientConfig;
  readonly app: pg.PoolConfig;
  /** Role put on by each connection, when the login is not the application's own. */
  readonly role: string | null;
  announce(address: string): void;
  close(): Promise<void>;
}

export function openDatabase(parts: OpenParts, options: OpenOptions): OpenDatabase {
  const pool = connectionPool({ max: options.poolSize ?? 12, ...parts.app }, parts.role);
  const database = databaseOver(pool, options.clock ?? (() => new Date()), settleEvidence);
  let closing: Promise<void> | null = null;
  let leaving: Promise<void> | null = null;
  const leave = () => {
    leaving ??= parts.close();
    return leaving;
  };
  return {
    kind: parts.kind,
    database,
    jobs: { executeSql: (text, values) => pool.query(text, values) },
    migrate: async () => {
      const applied = await migrate(parts.owner);
      await prepareEvidence(database);
      return applied;
    },
    pendingMigrations: () => pendingMigrations(pool),
    backup: (order, sink) => writeBackup(parts.owner, order, sink),
    restore: (source) => restoreBackup(parts.owner, source),
    poolState: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    ping: async () => {
      await pool.query('select 1');
    },
    announce: parts.announce,
    close: () => {
      // Signals may come twice; the second waits for the first.
      closing ??= pool.end().then(leave);
      return closing;
    },
    interrupt: leave,
  };
}
