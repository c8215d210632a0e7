// When a file below a folder was last changed: what is built is made anew when its sources are younger.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** @returns milliseconds since 1970, 0 for a folder without files. */
export function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}
