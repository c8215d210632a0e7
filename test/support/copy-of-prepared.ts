/**
 * Data folders that many test files begin with are made once, by the file that needs one first, and copied: making a
 * database and its demo network takes seconds, a copy a fraction of one. What a start from nothing does is tested
 * where nothing is prepared.
 */
import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { alone } from '../../scripts/alone.mjs';
import { copyOfDataFolder, removeDataFolder } from './data-folder.ts';

/**
 * @param name what is prepared; the same name is made only once in a run of the tests
 * @param make fills the folder and leaves nothing running on it
 * @returns a new data folder with a copy of its own
 */
export async function copyOfPrepared(
  name: string,
  prefix: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const place = inject('preparedFolders');
  const prepared = join(place, name);
  if (!existsSync(prepared)) {
    await alone(join(place, `turns-to-make-${name}`), async () => {
      if (existsSync(prepared)) return;
      const unfinished = join(place, `unfinished-${name}`);
      removeDataFolder(unfinished);
      mkdirSync(unfinished);
      chmodSync(unfinished, 0o755);
      await make(unfinished);
      renameSync(unfinished, prepared);
    });
  }
  return copyOfDataFolder(prepared, prefix);
}
