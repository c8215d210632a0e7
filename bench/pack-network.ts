/** An invented network in packed columns, in memory that threads share. */
import { collectGarbage } from '../src/cli/collect-garbage.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { compileProgramme } from '../src/domain/evaluation/compile-programme.ts';
import type { FactsDocument } from '../src/domain/facts/facts-document.ts';
import { FactsReader } from '../src/domain/facts/facts-reader.ts';
import { FactsTable } from '../src/domain/facts/facts-table.ts';
import { readFacts } from '../src/domain/facts/read-facts.ts';
import { NetworkBuilder } from '../src/domain/network/network-builder.ts';
import type { NetworkSegment } from '../src/domain/network/network-segment.ts';
import type { Day } from '../src/domain/time/day.ts';
import { ASKED_ON, inventedNetwork } from './invented-network.ts';
import { usage } from './tell-usage.ts';

/** After so many records of one partner, its facts are let go of before the next is invented. */
const LARGE = 20_000;

export interface PackedNetwork {
  readonly programme: Programme;
  readonly segments: readonly NetworkSegment[];
  readonly size: {
    readonly partners: number;
    readonly people: number;
    readonly records: number;
    readonly intervals: number;
  };
  /** CPU seconds from checked facts to columns. */
  readonly packSeconds: number;
}

export function packDocuments(
  programme: Programme,
  documents: Iterable<FactsDocument>,
): Omit<PackedNetwork, 'programme'> {
  const compiled = compileProgramme(programme, 0 as Day);
  const builder = new NetworkBuilder(programme, { allocate: (bytes) => new SharedArrayBuffer(bytes) });
  const table = new FactsTable();
  const reader = new FactsReader();
  let partners = 0;
  let people = 0;
  let records = 0;
  let packSeconds = 0;
  for (const document of documents) {
    const problem = readFacts(document, compiled, null, table, reader);
    if (problem !== null) throw new Error(`invented facts are refused: ${JSON.stringify(problem)}`);
    partners++;
    people += table.personCount;
    records += table.recordCount;
    const started = usage().cpuSeconds;
    builder.append(table);
    packSeconds += usage().cpuSeconds - started;
    if (table.recordCount > LARGE) {
      table.release();
      collectGarbage();
    }
  }
  table.release();
  const segments = builder.finish();
  const intervals = segments.reduce((sum, { sizes }) => sum + sizes.intervals, 0);
  return { segments, size: { partners, people, records, intervals }, packSeconds };
}

export function packNetwork(programme: Programme, partners: number, asked = ASKED_ON): PackedNetwork {
  return { programme, ...packDocuments(programme, inventedNetwork(programme, partners, asked)) };
}
