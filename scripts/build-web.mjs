// Builds the web application into dist/web. `jalon serve` and `jalon demo` call this in a checkout when the
// pages are missing or older than their sources; a published package already carries them.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestChange } from './newest-change.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function webIsFresh() {
  const page = join(root, 'dist', 'web', 'index.html');
  if (!existsSync(join(root, 'web', 'vite.config.ts'))) return true;
  if (!existsSync(page)) return false;
  const built = statSync(page).mtimeMs;
  return built > newestChange(join(root, 'web')) && built > newestChange(join(root, 'src', 'contract'));
}

export async function buildWeb() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
}
