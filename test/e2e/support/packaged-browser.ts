/**
 * The browser of the npm package, unpacked once beside the project. The package itself unpacks into the common
 * temporary folder, where another user's copy cannot be run and two tests at once can meet a half-written one.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import packagedChromium from '@sparticuz/chromium';

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache');
const HOME = join(CACHE, 'browser');

async function unpackInto(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return basename(await packagedChromium.executablePath());
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** @returns the path of the program, the same for every test of this checkout. */
export async function packagedBrowser(): Promise<string> {
  if (existsSync(HOME)) return join(HOME, await unpackInto(HOME));
  const staging = join(CACHE, `browser-${process.pid}-${Date.now()}`);
  mkdirSync(staging, { recursive: true });
  const name = await unpackInto(staging);
  try {
    renameSync(staging, HOME);
  } catch (error) {
    // Another test was faster: its copy is whole, because it too arrived by a rename.
    if (!existsSync(HOME)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
  return join(HOME, name);
}
