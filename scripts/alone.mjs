// One process at a time does a piece of work on this checkout; the others wait until it is done. Each turn is a
// numbered file with the number of its process, so that one left by a process which was killed holds nobody up. Who
// sees the last turn over makes the file of the next one, which only one can. The file of the last turn always stays:
// by it a process that was slow to make its file sees that its turn has passed.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
/** No work takes so long: after it the number may be that of another process. */
const LONGEST_MS = 600_000;
const OVER = 'over';

const turnsOf = (folder) =>
  readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Whether who took the turn still works. A file that has just gone belongs to a turn that is over. */
function isOver(file) {
  try {
    const holder = readFileSync(file, 'utf8');
    if (holder === OVER || Date.now() - statSync(file).mtimeMs > LONGEST_MS) return true;
    // Half written is somebody at it.
    if (Number(holder) > 0) process.kill(Number(holder), 0);
    return false;
  } catch (error) {
    // Somebody else's process lives too.
    return error.code === 'ESRCH' || error.code === 'ENOENT';
  }
}

/** Takes a turn with its process already written in it, which only one can. */
function taken(folder, turn) {
  const written = join(folder, `of-${process.pid}`);
  writeFileSync(written, String(process.pid));
  try {
    linkSync(written, join(folder, String(turn)));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(written, { force: true });
  }
}

/** @returns the file of the turn that is now ours, or null while it is somebody else's */
function nextTurn(folder) {
  const last = Math.max(0, ...turnsOf(folder));
  if (last > 0 && !isOver(join(folder, String(last)))) return null;
  const turn = last + 1;
  if (!taken(folder, turn)) return null;
  const file = join(folder, String(turn));
  const turns = turnsOf(folder).sort((a, b) => a - b);
  // Whoever had this turn before us took the file of the last one away.
  const passed = (last > 0 && !existsSync(join(folder, String(last)))) || turns.some((one) => one > turn);
  if (passed) rmSync(file, { force: true });
  else for (const before of turns) if (before < turn) rmSync(join(folder, String(before)), { force: true });
  return passed ? null : file;
}

/** @param folder where the turns are written; it is made when it is missing */
export async function alone(folder, work) {
  mkdirSync(folder, { recursive: true });
  let file = nextTurn(folder);
  while (file === null) {
    await pause(LOOK_AGAIN_MS);
    file = nextTurn(folder);
  }
  try {
    return await work();
  } finally {
    writeFileSync(file, OVER);
  }
}
