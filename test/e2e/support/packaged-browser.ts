/**
 * The browser of the npm package, unpacked once beside the project. The package itself unpacks into the common
 * temporary folder, where another user's copy cannot be run and two tests at once can meet a half-written one.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const CACHE = join(PROJECT, '.cache');
const HOME = join(CACHE, 'browser');
const PROGRAM = join(HOME, 'chromium');

const UNPACK = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

/** @returns the path of the program, the same for every test of this checkout. */
export function packagedBrowser(): string {
  if (existsSync(PROGRAM)) return PROGRAM;
  const staging = join(CACHE, `browser-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  // In a process of its own, so that nobody else sees its temporary folder.
  execFileSync(process.execPath, ['-e', UNPACK], { cwd: PROJECT, env: { ...process.env, TMPDIR: staging } });
  try {
    renameSync(staging, HOME);
  } catch (error) {
    // Another test was faster: its copy is whole, because it too arrived by a rename.
    if (!existsSync(PROGRAM)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
  return PROGRAM;
}
