import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { listCredentialKeys } from '../../store/credential-keys-store.ts';
import { asOnePartner, type Database, type NetworkTransaction } from '../../store/database.ts';
import {
  anySealedClientSecret,
  clockAhead,
  damagedFiles,
  peopleLeftMarked,
  queueStates,
  roleIsAboveWalls,
  storageState,
  tablesWithoutWall,
} from '../../store/installation-checks-store.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { opensCredentialKey } from '../shared/credentials/credential-keys.ts';
import { CLIENT_SECRET_PURPOSE } from '../shared/oidc/oidc-client.ts';
import { sealerWith } from '../shared/sealed.ts';

/** A warning is something to look at; a failure is something that is wrong. */
export interface Check {
  readonly check: 'walls' | 'storage' | 'files' | 'disk' | 'clock' | 'queues' | 'evidence' | 'key';
  readonly outcome: 'ok' | 'warning' | 'failed';
  /** One sentence: what was found and, unless all is well, what to do. */
  readonly told: string;
}

export interface ExaminedInstallation {
  readonly database: Database;
  readonly now: () => Date;
  /** The folder whose disk the database is on, or `null` when that is a server of its own. */
  readonly folder: string | null;
  /** The secret of the installation where it is known. */
  readonly secret: string | null;
}

const ACTOR = { kind: 'system', name: 'doctor' } as const;
const MIB = 1024 * 1024;
const LITTLE_DISK_MIB = 1024;
const NO_DISK_MIB = 128;
const CLOCK_WARNING_MS = 2_000;
const CLOCK_FAILURE_MS = 60_000;
const LONG_WAIT_SECONDS = 15 * 60;

const ok = (check: Check['check'], told: string): Check => ({ check, outcome: 'ok', told });
const warning = (check: Check['check'], told: string): Check => ({ check, outcome: 'warning', told });
const failed = (check: Check['check'], told: string): Check => ({ check, outcome: 'failed', told });

async function walls(tx: NetworkTransaction): Promise<Check> {
  const open = await tablesWithoutWall(tx);
  if (await roleIsAboveWalls(tx)) {
    return failed(
      'walls',
      'Requests run as a role that row-level security does not hold: see "A server of your own".',
    );
  }
  if (open.length === 0) return ok('walls', 'Every table has its row-level security.');
  return failed(
    'walls',
    `Without row-level security: ${open.join(', ')}. Stop the servers and restore a backup.`,
  );
}

async function storage(tx: NetworkTransaction): Promise<Check> {
  const { bytes, checksumsOn, checksumFailures, invalid } = await storageState(tx);
  if (checksumFailures > 0) {
    return failed(
      'storage',
      `PostgreSQL read ${checksumFailures} damaged pages. Check the disk and restore a backup.`,
    );
  }
  if (invalid.length > 0)
    return failed('storage', `Not valid: ${invalid.join(', ')}. Run REINDEX or VALIDATE on them.`);
  const size = `The database has ${Math.ceil(bytes / MIB)} MiB`;
  if (checksumsOn) return ok('storage', `${size}; no page was found damaged.`);
  return warning('storage', `${size}; its server does not write check sums (pg_checksums --enable).`);
}

const unpacks = (content: Buffer) =>
  promisify(gunzip)(content).then(
    () => true,
    () => false,
  );

async function files(tx: NetworkTransaction): Promise<Check> {
  const damaged = await damagedFiles(tx, unpacks);
  if (damaged.length === 0) return ok('files', 'Files of imports and reports are whole.');
  return failed('files', `Damaged: ${damaged.join(', ')}. Compare with a backup.`);
}

async function disk(folder: string | null): Promise<Check> {
  if (folder === null) return ok('disk', 'The database has a server of its own; look at its disk there.');
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / MIB);
  const told = `${free} MiB are free on the disk of ${folder}`;
  if (free < NO_DISK_MIB) return failed('disk', `${told}. Free some space now: writes are about to fail.`);
  return free < LITTLE_DISK_MIB ? warning('disk', `${told}. Free some space.`) : ok('disk', `${told}.`);
}

async function clock(tx: NetworkTransaction, now: () => Date): Promise<Check> {
  const ahead = await clockAhead(tx, now);
  const told = `The clocks of the database and of this machine are ${Math.abs(ahead)} ms apart`;
  if (Math.abs(ahead) >= CLOCK_FAILURE_MS) return failed('clock', `${told}. Set both by NTP.`);
  return Math.abs(ahead) >= CLOCK_WARNING_MS
    ? warning('clock', `${told}. Set both by NTP.`)
    : ok('clock', `${told}.`);
}

async function queues(tx: NetworkTransaction): Promise<Check> {
  const states = await queueStates(tx);
  const told = states
    .map(
      ({ queue, waiting, active, failed }) =>
        `${queue} ${waiting} waiting, ${active} under way, ${failed} failed`,
    )
    .join('; ');
  const late = states.filter(({ oldestSeconds }) => oldestSeconds > LONG_WAIT_SECONDS);
  if (late.length === 0) return ok('queues', `Queues: ${told}.`);
  const oldest = Math.round(Math.max(...late.map(({ oldestSeconds }) => oldestSeconds)) / 60);
  return warning(
    'queues',
    `Queues: ${told}. The oldest has waited ${oldest} minutes: see that a server runs.`,
  );
}

async function evidence(tx: NetworkTransaction): Promise<Check> {
  const left = await peopleLeftMarked(tx);
  if (left === 0) return ok('evidence', 'Nobody waits to be packed.');
  return warning('evidence', `${left} people wait to be packed: run jalon migrate.`);
}

async function key(tx: NetworkTransaction, secret: string | null): Promise<Check> {
  const clientSecret = await anySealedClientSecret(tx);
  const [signing] = await asOnePartner(tx, NETWORK_PARTNER, listCredentialKeys);
  if (clientSecret === null && signing === undefined)
    return ok('key', 'Nothing is sealed that would show the key.');
  if (secret === null) {
    return failed('key', 'There are sealed secrets and no key: set JALON_SECRET or bring back secret.key.');
  }
  const sealer = sealerWith(() => secret);
  const opens = (sealed: Buffer) => {
    try {
      sealer.open(CLIENT_SECRET_PURPOSE, sealed);
      return true;
    } catch {
      return false;
    }
  };
  const well =
    (clientSecret === null || opens(clientSecret)) &&
    (signing === undefined || opensCredentialKey(sealer, signing.sealedPrivateKey));
  if (well) return ok('key', 'The key of the installation opens what it sealed.');
  return failed(
    'key',
    'The key here is not the one that sealed the secrets: set the JALON_SECRET of before.',
  );
}

/** What concerns the installation as a whole, one check after the other; nothing is changed. */
export async function* examineInstallation(parts: ExaminedInstallation): AsyncGenerator<Check> {
  const { database, now, folder, secret } = parts;
  const asked = (work: (tx: NetworkTransaction) => Promise<Check>) =>
    database.asNetwork({ actor: ACTOR }, work);
  yield await asked(walls);
  yield await asked(storage);
  yield await asked(files);
  yield await disk(folder);
  yield await asked((tx) => clock(tx, now));
  yield await asked(queues);
  yield await asked(evidence);
  yield await asked((tx) => key(tx, secret));
}
