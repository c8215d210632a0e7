// Builds everything that is shipped: the command and server (esbuild) and the web application (vite).
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { buildServer } from './build-server.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await buildServer();
await viteBuild({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
