import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The numbered SQL files: beside this file in a checkout, in the package's `src/store` beside the bundle. */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const candidate of [join(folder, 'migrations'), join(folder, 'src', 'store', 'migrations')]) {
      if (existsSync(candidate)) return candidate;
    }
    if (folder === dirname(folder)) throw new Error('the folder of migrations is missing from the package');
  }
}
