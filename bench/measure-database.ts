/** The network in PostgreSQL: loaded by COPY, read back, asked. */
import { readFileSync } from 'node:fs';
import { type Bundles, run, type Table } from './bench-part.ts';
import type { DatabaseFigures } from './database-once.ts';
import { FULL_NETWORK } from './invented-network.ts';

export async function measureDatabase(share: number, bundles: Bundles): Promise<readonly Table[]> {
  const { output } = run(bundles, 'database-once', [String(Math.round(FULL_NETWORK * share))]);
  const figures = JSON.parse(readFileSync(output, 'utf8')) as DatabaseFigures;
  const { partners, people, records, databaseBytes } = figures;
  const row = (what: string, seconds: number) => [
    what,
    seconds.toFixed(1),
    ((seconds * 1e9) / records).toFixed(0),
  ];
  return [
    {
      caption:
        `${partners} partners, ${people} people, ${records} records as projections in the embedded PostgreSQL,` +
        ` ${(databaseBytes / 1e6).toFixed(0)} MB with indexes and the companies' own facts.`,
      header: ['what', 'seconds', 'ns per record'],
      rows: [
        row('invented, packed and loaded by COPY', figures.loadSeconds),
        row('read back into columns in memory', figures.readSeconds),
        row('levels, risks and seats of all, two threads', figures.askSeconds),
      ],
    },
  ];
}
