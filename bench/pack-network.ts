/** An invented network in packed columns, in memory that threads share. */
import { collectGarbage } from '../src/cli/collect-garbage.ts';
import type { Programme } from '../src/domain/catalogue/catalogue.ts';
import { compileProgramme } from '../src/domain/evaluation/compile-programme.ts';
import type { CompiledProgramme } from '../src/domain/evaluation/compiled-programme.ts';
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

/** Takes checked facts of one partner after the other. */
export class NetworkPacker {
  private readonly compiled: CompiledProgramme;
  private readonly builder: NetworkBuilder;
  private readonly table = new FactsTable();
  private readonly reader = new FactsReader();
  private partners = 0;
  private people = 0;
  private records = 0;
  private packSeconds = 0;

  constructor(programme: Programme) {
    this.compiled = compileProgramme(programme, 0 as Day);
    this.builder = new NetworkBuilder(programme, { allocate: (bytes) => new SharedArrayBuffer(bytes) });
  }

  add(document: FactsDocument): void {
    const { table } = this;
    const problem = readFacts(document, this.compiled, null, table, this.reader);
    if (problem !== null) throw new Error(`invented facts are refused: ${JSON.stringify(problem)}`);
    this.partners++;
    this.people += table.personCount;
    this.records += table.recordCount;
    const started = usage().cpuSeconds;
    this.builder.append(table);
    this.packSeconds += usage().cpuSeconds - started;
    if (table.recordCount > LARGE) {
      table.release();
      collectGarbage();
    }
  }

  finish(): Omit<PackedNetwork, 'programme'> {
    this.table.release();
    const segments = this.builder.finish();
    const intervals = segments.reduce((sum, { sizes }) => sum + sizes.intervals, 0);
    const { partners, people, records, packSeconds } = this;
    return { segments, size: { partners, people, records, intervals }, packSeconds };
  }
}

export function packDocuments(
  programme: Programme,
  documents: Iterable<FactsDocument>,
): Omit<PackedNetwork, 'programme'> {
  const packer = new NetworkPacker(programme);
  for (const document of documents) packer.add(document);
  return packer.finish();
}

export function packNetwork(programme: Programme, partners: number, asked = ASKED_ON): PackedNetwork {
  return { programme, ...packDocuments(programme, inventedNetwork(programme, partners, asked)) };
}
