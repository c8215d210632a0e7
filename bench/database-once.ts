/** Loads a network of so many partners into PostgreSQL, reads it back, asks it, and tells the figures as JSON. */
import { join } from 'node:path';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../src/catalogue/load-programme.ts';
import { NetworkThreads } from '../src/features/shared/evaluate-network.ts';
import { openBenchDatabase } from './company-in-database.ts';
import { ASKED_ON, inventedNetwork } from './invented-network.ts';
import { loadNetwork, networkDocuments } from './network-in-database.ts';
import { NetworkPacker } from './pack-network.ts';
import { tellUsage } from './tell-usage.ts';

export interface DatabaseFigures {
  readonly partners: number;
  readonly people: number;
  readonly records: number;
  /** Inventing and packing the documents included. */
  readonly loadSeconds: number;
  readonly databaseBytes: number;
  /** From rows to the columns in memory. */
  readonly readSeconds: number;
  /** Levels, risks and seats of everybody, on two threads. */
  readonly askSeconds: number;
}

const seconds = (since: number) => (performance.now() - since) / 1000;

const programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
const opened = await openBenchDatabase();
try {
  const loading = performance.now();
  const partners = await loadNetwork(opened.dataFolder, inventedNetwork(programme, Number(process.argv[2])));
  const loadSeconds = seconds(loading);
  const { databaseBytes } = await opened.size();
  const reading = performance.now();
  const packer = new NetworkPacker(programme);
  const ids = Array.from({ length: partners }, (_, index) => `partner-${index}`);
  for await (const document of networkDocuments(opened.dataFolder, ids)) packer.add(document);
  const { segments, size } = packer.finish();
  const readSeconds = seconds(reading);
  const threads = new NetworkThreads({ workers: 1, here: true });
  const question = { programme, day: ASKED_ON, ask: 'risks-and-seats' } as const;
  // The first question compiles.
  await threads.evaluate(segments, question, () => {});
  const asking = performance.now();
  await threads.evaluate(segments, question, () => {});
  const askSeconds = seconds(asking);
  await threads.end();
  const { people, records } = size;
  const figures: DatabaseFigures = {
    partners,
    people,
    records,
    loadSeconds,
    databaseBytes,
    readSeconds,
    askSeconds,
  };
  console.log(JSON.stringify(figures));
} finally {
  await opened.remove();
}
tellUsage();
