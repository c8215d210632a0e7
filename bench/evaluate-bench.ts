/**
 * How much dearer than only reading and parsing the same lines is `jalon evaluate`?
 *   npx tsx bench/evaluate-bench.ts [partners]
 * Each side runs in a process of its own, bundled as it is shipped, and writes its output to a file.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { writeNetwork } from './facts-network.ts';

const DEFAULT_PARTNERS = 10_000;
const ROUNDS = 2;
const AS_OF = '2018-06-01';

interface Run {
  readonly seconds: number;
  /** Of all threads together: what counts on a machine that has other things to do. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

function run(script: string, args: readonly string[], output: string): Run {
  const started = process.hrtime.bigint();
  const out = openSync(output, 'w');
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const told = String(stderr).trim();
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${told}`);
  const { cpuMilliseconds, peakKilobytes } = JSON.parse(told.split('\n').at(-1)!);
  return { seconds, cpuSeconds: cpuMilliseconds / 1000, peakMegabytes: peakKilobytes / 1024 };
}

function best(runs: readonly Run[]): Run {
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

const here = dirname(fileURLToPath(import.meta.url));
const partners = Number(process.argv[2] ?? DEFAULT_PARTNERS);
const folder = join(tmpdir(), `jalon-bench-${process.pid}`);
// Inside the checkout, because what is not bundled is found from there.
const bundles = join(here, '..', '.cache', `bench-${process.pid}`);
mkdirSync(folder, { recursive: true });
try {
  const facts = join(folder, 'network.ndjson');
  const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  const size = await writeNetwork(facts, partners, programme);
  await build({
    entryPoints: [join(here, 'parse-only.ts'), join(here, 'evaluate-once.ts')],
    outdir: bundles,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
  });
  const output = join(folder, 'output');
  const question = ['--facts', facts, '--as-of', AS_OF];
  const parse: Run[] = [];
  const evaluate: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parse.push(run(join(bundles, 'parse-only.mjs'), [facts], output));
    evaluate.push(run(join(bundles, 'evaluate-once.mjs'), question, output));
  }
  const outputBytes = statSync(output).size;
  const rows = [
    ['read and JSON.parse only', best(parse)],
    ['jalon evaluate', best(evaluate)],
    ['jalon evaluate --explain', run(join(bundles, 'evaluate-once.mjs'), [...question, '--explain'], output)],
  ] as const;
  console.log(
    `${size.partners} partners, ${size.people} people, ${size.records} records, ${size.bytes} bytes in`,
  );
  console.log(`${outputBytes} bytes out without explanation; best of ${ROUNDS} rounds\n`);
  const yardstick = best(parse);
  console.log('| what | seconds | ratio | CPU seconds | ratio | peak MB |\n|---|---|---|---|---|---|');
  for (const [name, { seconds, cpuSeconds, peakMegabytes }] of rows) {
    const ratio = (seconds / yardstick.seconds).toFixed(2);
    const cpuRatio = (cpuSeconds / yardstick.cpuSeconds).toFixed(2);
    const cells = [
      name,
      seconds.toFixed(2),
      ratio,
      cpuSeconds.toFixed(2),
      cpuRatio,
      peakMegabytes.toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(bundles, { recursive: true, force: true });
}
