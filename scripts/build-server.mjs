// Bundles the command and the server into dist/. The binary calls this in a checkout, so that `npx jalon`
// works straight after `npm ci`; a published package already carries dist/ and no src/.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newestChange } from './newest-change.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every file that runs in a process or thread of its own; the others are bundled into these. */
function entryPoints() {
  const workers = readdirSync(join(root, 'src'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('-worker.ts'));
  return ['main.ts', ...workers].map((name) => join(root, 'src', name));
}

export function serverBundleIsFresh() {
  if (!existsSync(join(root, 'src', 'main.ts'))) return true;
  const bundle = join(root, 'dist', 'main.js');
  if (!existsSync(bundle)) return false;
  const built = statSync(bundle).mtimeMs;
  return built > newestChange(join(root, 'src')) && built > statSync(join(root, 'package.json')).mtimeMs;
}

export async function buildServer() {
  const { build, stop } = await import('esbuild');
  const target = join(root, 'dist');
  const staging = join(root, `dist.server-${process.pid}`);
  await build({
    entryPoints: entryPoints(),
    outdir: staging,
    entryNames: '[name]',
    // Without chunks every library would be loaded by every command, `evaluate` included.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  // Its helper process would otherwise live as long as the server.
  await stop();
  await mkdir(target, { recursive: true });
  // Renames are atomic: two builds at once leave one whole bundle, never a mixture of halves.
  for (const name of readdirSync(staging).sort((a, b) => (a === 'main.js' ? 1 : b === 'main.js' ? -1 : 0))) {
    await rename(join(staging, name), join(target, name));
  }
  await rm(staging, { recursive: true, force: true });
}
