import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrationsFolder } from '../../../src/store/migrations-folder.ts';

/** Some of the delivered migrations in a folder of their own. */
export function folderOfMigrations(files: readonly string[]): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'jalon-migrations-'));
  for (const file of files) writeFileSync(join(path, file), readFileSync(join(migrationsFolder(), file)));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
