// In a checkout the bundle and the pages are made when they are missing or older than their sources. Of several that
// start at once one builds: the others wait and find what it made.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone } from './alone.mjs';
import { buildServer, serverBundleIsFresh } from './build-server.mjs';
import { buildWeb, webIsFresh } from './build-web.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

export async function buildWhenStale({ pages }) {
  const isFresh = () => serverBundleIsFresh() && (!pages || webIsFresh());
  if (isFresh()) return;
  await alone(join(root, '.cache', 'build-turns'), async () => {
    if (!serverBundleIsFresh()) await buildServer();
    if (!pages || webIsFresh()) return;
    process.stderr.write('Building the web application…\n');
    await buildWeb();
  });
}
