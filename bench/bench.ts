/**
 * `npm run bench -- [--size 1/100] [--only network,command,database] [--no-write]`: measures, prints tables, and writes them to
 * docs/reference/performance.md in the section of that size. It asserts nothing about time.
 *
 * Each part runs in processes of its own, bundled as the package is.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Bundles, Table } from './bench-part.ts';
import { measureCommand } from './measure-command.ts';
import { measureDatabase } from './measure-database.ts';
import { measureNetwork } from './measure-network.ts';
import { tableText, writeSection } from './performance-page.ts';

const PARTS: Readonly<Record<string, (share: number, bundles: Bundles) => Promise<readonly Table[]>>> = {
  network: measureNetwork,
  command: measureCommand,
  database: measureDatabase,
};

const here = dirname(fileURLToPath(import.meta.url));

/** `1/100` or `1`. */
function shareOf(size: string): number {
  const [above, below = '1'] = size.split('/');
  const share = Number(above) / Number(below);
  if (!(share > 0 && share <= 1)) throw new Error(`--size ${size}: expected 1/100, 1/10, 1 or the like`);
  return share;
}

async function bundle(): Promise<Bundles> {
  // Inside the checkout, because what is not bundled is found from there.
  const folder = join(here, '..', '.cache', `bench-${process.pid}`);
  await build({
    entryPoints: [
      ...['network-once', 'command-once', 'parse-only', 'database-once'].map((name) =>
        join(here, `${name}.ts`),
      ),
      join(here, '..', 'src', 'features', 'shared', 'evaluate-network-worker.ts'),
    ],
    outdir: folder,
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  const scratch = join(tmpdir(), `jalon-bench-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  return { folder, scratch };
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1/100' },
    only: { type: 'string', default: Object.keys(PARTS).join() },
    'no-write': { type: 'boolean', default: false },
  },
});
const share = shareOf(values.size);
const bundles = await bundle();
try {
  for (const name of values.only.split(',')) {
    const part = PARTS[name];
    if (part === undefined) throw new Error(`--only ${name}: expected ${Object.keys(PARTS).join(', ')}`);
    const loadBefore = loadavg()[0]!;
    const tables = await part(share, bundles);
    const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`;
    const load = `load average ${loadBefore.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after`;
    const date = new Date().toISOString().slice(0, 10);
    const text = [`${date}, ${machine}, ${load}.`, ...tables.map(tableText)].join('\n\n');
    console.log(`\n${name}, size ${values.size}: ${text}`);
    if (!values['no-write']) writeSection(`${name} ${values.size}`, text);
  }
} finally {
  rmSync(bundles.folder, { recursive: true, force: true });
  rmSync(bundles.scratch, { recursive: true, force: true });
}
