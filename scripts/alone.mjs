// One process at a time does a piece of work on this checkout; the others wait until it is done. The lock is a file
// with the number of its process, so that one left by a process which was killed holds nobody up.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
/** No work takes so long: after it the number may be that of another process. */
const LONGEST_MS = 600_000;

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Whether who made the lock still runs. One that is being written, or has gone meanwhile, is looked at again. */
function isHeld(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LONGEST_MS) return false;
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    // Somebody else's process lives too.
    return error.code !== 'ESRCH';
  }
}

/** @param lock the file that is the lock; its folder is made when it is missing */
export async function alone(lock, work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) {
    if (isHeld(lock)) await pause(LOOK_AGAIN_MS);
    else rmSync(lock, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}
