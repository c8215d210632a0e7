import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from './process-identity.ts';
import type { ServerHome } from './server-home.ts';

/** How long what is left of a killed server may take to notice and end. */
const LEFTOVERS_MS = 10_000;

/**
 * Removes the lock files of a server that was killed, its own and that of its socket. PostgreSQL does so itself when the process number in it is
 * free; it refuses for as long as the number is taken by a zombie, which in a container nobody may ever collect, or
 * by another program of this user after a reboot. The lock also guards against processes of the killed server that
 * still write, so those are waited for first. Only Linux tells which processes work in a folder.
 */
export async function clearStaleServerLock(home: ServerHome): Promise<void> {
  const lock = join(home.cluster, 'postmaster.pid');
  if (process.platform !== 'linux' || !existsSync(lock)) return;
  const limit = Date.now() + LEFTOVERS_MS;
  while (worksIn(home.cluster)) {
    // PostgreSQL then names what is in the way.
    if (Date.now() > limit) return;
    await sleep(20);
  }
  for (const name of readdirSync(home.cluster)) {
    if (name === 'postmaster.pid' || name.startsWith('.s.PGSQL.')) rmSync(join(home.cluster, name));
  }
}

/** Whether a living PostgreSQL process has the folder as its working folder, as all of a cluster's do. */
function worksIn(cluster: string): boolean {
  const folder = realpathSync(cluster);
  return readdirSync('/proc').some((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return (
        readFileSync(`/proc/${entry}/comm`, 'utf8').startsWith('postgres') &&
        readlinkSync(`/proc/${entry}/cwd`) === folder &&
        processStart(Number(entry)) !== null
      );
    } catch {
      // It ended meanwhile, or belongs to another user, whose processes cannot write here.
      return false;
    }
  });
}
