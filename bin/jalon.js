#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const servesPages = ['serve', 'demo'].includes(process.argv[2]) && !process.argv.includes('--help');

// In a checkout the bundle and the pages are made when they are missing or older than the sources.
if (existsSync(join(root, 'src', 'main.ts'))) {
  const { buildServer, serverBundleIsFresh } = await import('../scripts/build-server.mjs');
  if (!serverBundleIsFresh()) await buildServer();
  if (servesPages) {
    const { buildWeb, webIsFresh } = await import('../scripts/build-web.mjs');
    if (!webIsFresh()) {
      process.stderr.write('Building the web application…\n');
      await buildWeb();
    }
  }
}
await import(pathToFileURL(join(root, 'dist', 'main.js')).href);
