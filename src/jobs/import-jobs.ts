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

/**
 * Looks whether unfinished imports go on, and orders those again that do not: the process that worked on one may have been
 * killed, and the queue would wait long for it. One that was only slow is then worked on by two, which does no harm.
 */
export function resumeStalledImports(services: Services, queue: ImportWork): () => Promise<void> {
  let before = new Map<string, string>();
  const ordered = new Set<string>();
  return async () => {
    const left = await services.database.asNetwork({ actor: SYSTEM }, unfinishedImports);
    const now = new Map<string, string>();
    for (const { partnerId, importId, progress } of left) {
      now.set(importId, progress);
      const state = `${importId} ${progress}`;
      if (before.get(importId) !== progress || ordered.has(state)) continue;
      // Once for each place at which it stands still, so that a long queue does not grow by itself.
      ordered.add(state);
      await queue.enqueue(partnerId, importId);
    }
    before = now;
  };
}
