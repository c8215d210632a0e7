import { runImport } from '../features/imports/run-import.ts';
import type { Services } from '../features/shared/services.ts';
import { unfinishedImports } from '../store/imports-store.ts';
import type { ImportWork } from './import-queue.ts';

const SYSTEM = { kind: 'system', name: 'imports' } as const;

/** Begins to work on imports, first of all on those that an earlier process left unfinished. */
export async function workOnImports(services: Services, queue: ImportWork): Promise<void> {
  await queue.work((job) => runImport(services, job));
  const left = await services.database.asNetwork({ actor: SYSTEM }, (tx) => unfinishedImports(tx));
  for (const { partnerId, importId } of left) await queue.enqueue(partnerId, importId);
}
