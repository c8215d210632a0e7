/** How much dearer than only reading and parsing the same lines is `jalon evaluate`? */
import { once } from 'node:events';
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { formatDay } from '../src/domain/time/day.ts';
import { type Bundles, type Run, run, type Table } from './bench-part.ts';
import { ASKED_ON, inventedNetwork } from './invented-network.ts';

const MOST_PARTNERS = 100_000;
const LEAST_PARTNERS = 1_000;
const ROUNDS = 2;

/** Writes one facts document a line; says how many records. */
async function writeNetwork(file: string, partners: number, programme: Programme): Promise<number> {
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  let records = 0;
  for (const document of inventedNetwork(programme, partners)) {
    for (const person of document.people ?? []) records += person.records?.length ?? 0;
    if (!out.write(`${JSON.stringify(document)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return records;
}

function best(runs: readonly Run[]): Run {
  return {
    ...runs[0]!,
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

export async function measureCommand(share: number, bundles: Bundles): Promise<readonly Table[]> {
  const partners = Math.max(LEAST_PARTNERS, Math.round(MOST_PARTNERS * share));
  const facts = join(bundles.scratch, 'network.ndjson');
  const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  const records = await writeNetwork(facts, partners, programme);
  const question = ['--facts', facts, '--as-of', formatDay(ASKED_ON)];
  const parse: Run[] = [];
  const evaluate: Run[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    parse.push(run(bundles, 'parse-only', [facts]));
    evaluate.push(run(bundles, 'command-once', question));
  }
  const outputBytes = statSync(evaluate[0]!.output).size;
  const explain = run(bundles, 'command-once', [...question, '--explain']);
  const yardstick = best(parse);
  const row = (what: string, { seconds, cpuSeconds, peakMegabytes }: Run) => [
    what,
    seconds.toFixed(2),
    (seconds / yardstick.seconds).toFixed(2),
    cpuSeconds.toFixed(2),
    (cpuSeconds / yardstick.cpuSeconds).toFixed(2),
    peakMegabytes.toFixed(0),
  ];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
  return [
    {
      caption:
        `\`jalon evaluate\`, ${partners} partners a line each, ${records} records, ${megabytes(statSync(facts).size)}` +
        ` in, ${megabytes(outputBytes)} out without explanation, to a file. Best of ${ROUNDS} rounds, --explain once.` +
        ' Bar: 2.5 × without explanation, below 300 MB whatever the number of lines.',
      header: ['what', 'seconds', '×', 'CPU seconds', '×', 'peak MB'],
      rows: [
        row('read and JSON.parse only', yardstick),
        row('jalon evaluate', best(evaluate)),
        row('jalon evaluate --explain', explain),
      ],
    },
  ];
}
