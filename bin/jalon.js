#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// In a checkout the bundle is made when it is missing or older than the sources.
if (existsSync(join(root, 'src', 'main.ts'))) {
  const { buildServer, serverBundleIsFresh } = await import('../scripts/build-server.mjs');
  if (!serverBundleIsFresh()) await buildServer();
}
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);
