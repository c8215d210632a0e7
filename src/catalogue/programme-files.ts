/** The files of a programme as texts: from a folder of the disk, or from wherever else they are kept. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

export interface ProgrammeFiles {
  /** The programme's id: the name of its folder. */
  readonly id: string;
  /**
   * Path inside the folder → text: `programme.yaml`, `competencies/….yaml`, `examples/….yaml`; files that programmes
   * share lie beside the folder, as `../….yaml`.
   */
  readonly texts: ReadonlyMap<string, string>;
}

const FOLDERS = ['competencies', 'examples'];

const SHARED = /^shared:\s*['"]?([\w.-]+)['"]?\s*$/m;

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}

/** A file that cannot be read is left out: whoever reads the programme says that it is missing. */
export async function readProgrammeFiles(folder: string): Promise<ProgrammeFiles> {
  const paths = [...(await namesIn(folder))];
  for (const each of FOLDERS) {
    paths.push(...(await namesIn(join(folder, each))).map((name) => `${each}/${name}`));
  }
  const texts = new Map<string, string>();
  const add = async (path: string) => {
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    if (text !== null) texts.set(path, text);
  };
  for (const path of paths) await add(path);
  const shared = SHARED.exec(texts.get('skills.yaml') ?? '')?.[1];
  if (shared !== undefined) await add(`../${shared}`);
  return { id: basename(resolve(folder)), texts };
}
