/** Where programmes live: the package's `catalogue/`, one folder a programme. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ProgrammeFolder {
  /** Name of the folder, which is the programme's id. */
  readonly id: string;
  readonly folder: string;
}

/**
 * The `catalogue/` folder of the package, found beside its `package.json` above this very file: the same
 * from the sources and from the one bundled file in `dist/`.
 */
export function catalogueRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'catalogue')))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('the catalogue folder of the package is missing; install it again');
    folder = parent;
  }
  return join(folder, 'catalogue');
}

/** The folders of `root` that hold a programme, by id. */
export async function listProgrammes(root: string): Promise<readonly ProgrammeFolder[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'programme.yaml')))
    .map((entry) => ({ id: entry.name, folder: join(root, entry.name) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
