#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const servesPages = ['serve', 'demo'].includes(process.argv[2]) && !process.argv.includes('--help');

// A published package carries what is built, and none of the sources it is built from.
if (existsSync(join(root, 'src', 'main.ts'))) {
  const { buildWhenStale } = await import('../scripts/build-when-stale.mjs');
  await buildWhenStale({ pages: servesPages });
}
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);
