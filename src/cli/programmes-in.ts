import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { listProgrammes, type ProgrammeFolder } from '../catalogue/catalogue-folder.ts';
import { UsageProblem } from './facts-command.ts';

/**
 * A programme's own folder, or a folder of such folders.
 * @throws UsageProblem when it is neither
 */
export async function programmesIn(folder: string): Promise<readonly ProgrammeFolder[]> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageProblem(`${folder} is not a folder`);
  }
  if (existsSync(join(folder, 'programme.yaml'))) return [{ id: basename(resolve(folder)), folder }];
  const programmes = await listProgrammes(folder);
  if (programmes.length > 0) return programmes;
  throw new UsageProblem(`${folder} holds no programme: neither programme.yaml nor a folder that has one`);
}
