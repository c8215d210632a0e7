/** The in-memory network: all partners at once on one thread and on two, one fact, one large partner, memory. */
import { readFileSync } from 'node:fs';
import { type Bundles, run, type Table } from './bench-part.ts';
import { FULL_NETWORK } from './invented-network.ts';
import type { NetworkFigures } from './network-figures.ts';

const MICROSECONDS = 1e6;

function share(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}

function networkTable({ size, built, evaluated, scanSeconds }: NetworkFigures): Table {
  const perRecord = (seconds: number) => ((seconds * 1e9) / size.records).toFixed(1);
  const levels = evaluated.find(({ ask }) => ask === 'levels')!;
  const rows = evaluated.map(({ ask, one, two }) => [
    ask,
    perRecord(one.busiest),
    (one.busiest / levels.one.busiest).toFixed(2),
    `${one.seconds.toFixed(3)} → ${two.seconds.toFixed(3)}`,
    (one.seconds / two.seconds).toFixed(2),
    `${one.busiest.toFixed(2)} → ${two.busiest.toFixed(2)}`,
    (one.busiest / two.busiest).toFixed(2),
  ]);
  return {
    caption:
      `${size.partners} partners, ${size.people} people, ${size.records} records (${size.intervals} intervals kept);` +
      ` ${share(built.holders)} of the partners hold a level. Packed in ${(built.packSeconds).toFixed(1)} CPU seconds` +
      ` into ${(built.bytes / 1e6).toFixed(1)} MB, ${(built.bytes / size.records).toFixed(1)} MB per million records.` +
      ` Only reading the columns takes ${perRecord(scanSeconds)} ns per record. Bars: levels 60 ns per record on one` +
      ' core, everything else 2.5 × that, two threads 1.7 × faster than one.',
    header: [
      'asked',
      'CPU ns per record',
      '× levels',
      'seconds on 1 → 2 threads',
      'faster',
      'CPU seconds of the busiest of 1 → 2',
      'less',
    ],
    rows,
  };
}

function memoryTable({ size, peak }: NetworkFigures): Table {
  const row = (when: string, megabytes: number) => [
    when,
    megabytes.toFixed(0),
    (megabytes / (size.records / 1e6)).toFixed(1),
  ];
  return {
    caption: 'Peak of the process. Bar: 20 MB per million records in the full network.',
    header: ['after', 'MB', 'MB per million records'],
    rows: [
      row('inventing and packing', peak.packed),
      row('all questions on one thread', peak.evaluated),
      row('all questions on two threads', peak.threads),
    ],
  };
}

function changesTable({ changes }: NetworkFigures): Table {
  return {
    caption:
      'One record of one person changed, its facts checked and judged anew, the outcome of every option kept right' +
      ' (bar: p99 100 µs at any size); and the same partner counted whole (bar: 10 ms for 50,000 people).',
    header: ['people', 'records', 'p50 µs', 'p99 µs', 'whole, best ms', 'whole, median ms'],
    rows: changes.map(({ people, records, p50, p99, wholeBest, wholeMedian }) => [
      String(people),
      String(records),
      (p50 * MICROSECONDS).toFixed(1),
      (p99 * MICROSECONDS).toFixed(1),
      (wholeBest * 1000).toFixed(2),
      (wholeMedian * 1000).toFixed(2),
    ]),
  };
}

export async function measureNetwork(part: number, bundles: Bundles): Promise<readonly Table[]> {
  const { output } = run(bundles, 'network-once', [String(Math.round(FULL_NETWORK * part))]);
  const figures = JSON.parse(readFileSync(output, 'utf8')) as NetworkFigures;
  return [networkTable(figures), memoryTable(figures), changesTable(figures)];
}
