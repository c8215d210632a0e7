import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SystemUser } from './unprivileged-user.ts';

/** Whether the user may pass through every folder above `path` (which itself need not exist yet). */
export function canReach(user: SystemUser | null, path: string): boolean {
  if (user === null) return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (entry) {
      const bit = entry.uid === user.uid ? 0o100 : entry.gid === user.gid ? 0o010 : 0o001;
      if ((entry.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}

/** Whether the user may read and run a file it can reach. */
export function canRun(user: SystemUser | null, file: string): boolean {
  if (!canReach(user, file)) return false;
  const entry = statSync(file, { throwIfNoEntry: false });
  if (!entry) return false;
  return user === null || entry.uid === user.uid || (entry.mode & 0o005) === 0o005;
}
