import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

function read(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return text === '' ? null : text;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

type Stated = Pick<Config, 'secret' | 'dataFolder'>;

const fileOf = (dataFolder: string) => join(dataFolder, 'secret.key');

/** The secret of this installation where there is one already; nothing is made. */
export function knownSecret({ secret, dataFolder }: Stated): string | null {
  return secret ?? read(fileOf(dataFolder));
}

/** Keeps the secret of another installation as the one of this data folder, which has none. */
export function keepSecret({ dataFolder }: Stated, secret: string): void {
  writeFileSync(fileOf(dataFolder), `${secret}\n`, { mode: 0o600, flush: true, flag: 'wx' });
}

/**
 * The secret of this installation: JALON_SECRET, or one made once and kept in the data folder, readable by its owner
 * alone. Of two processes that make one at the same moment both use the first.
 */
export function installationSecret({ secret, dataFolder }: Stated): string {
  if (secret !== null) return secret;
  const file = fileOf(dataFolder);
  const known = read(file);
  if (known !== null) return known;
  mkdirSync(dataFolder, { recursive: true });
  // Written aside and linked into place whole, so that nobody ever reads half of it.
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read(file)!;
}
