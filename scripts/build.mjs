// Builds everything that is shipped: the command and server (esbuild) and the web application (vite).
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer } from './build-server.mjs';
import { buildWeb } from './build-web.mjs';

// What is shipped starts from an empty folder, so that no part of an earlier build goes along.
await rm(join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist'), { recursive: true, force: true });
await buildServer();
await buildWeb();
