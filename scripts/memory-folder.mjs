// A folder in memory for what tests write and nobody wants back: their databases then wait for no disk.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SHARED_MEMORY = '/dev/shm';
/** Bytes: three workers were seen to write 1.1 GB at most, and a browser and a server of each need memory too. */
const ROOM = 6 * 1024 ** 3;

/** Tests install and start programs in their folders, which not every such place allows. */
function startsPrograms(folder) {
  const program = join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(program);
  return status === 0;
}

export function memoryFolder(available = process.availableMemory(), parent = SHARED_MEMORY) {
  let folder;
  try {
    const { bavail, bsize } = statfsSync(parent);
    if (Math.min(available, bavail * bsize) < ROOM) return null;
    folder = mkdtempSync(join(parent, 'jalon-'));
    chmodSync(folder, 0o1777);
    if (startsPrograms(folder)) return folder;
  } catch {
    // The disk will do.
  }
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  return null;
}
