import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BenchDatabase, openBenchDatabase } from '../../bench/company-in-database.ts';
import { ASKED_ON, inventedNetwork } from '../../bench/invented-network.ts';
import { loadNetwork, networkDocuments } from '../../bench/network-in-database.ts';
import { NetworkPacker, packNetwork } from '../../bench/pack-network.ts';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { createEvaluator, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import { NetworkRisks, type SegmentRisks } from '../../src/domain/network/network-risks.ts';
import { formatDay } from '../../src/domain/time/day.ts';
import { loadFacts } from '../../src/store/facts-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';

/** A fortieth of the full network, which takes two segments; the bench does the same with all of it. */
const PARTNERS = 10_000;
const MINUTES = 60_000;

/** Each column by the digest of its bytes: millions of numbers are quickly held against each other so. */
function columnsOf(answers: SegmentRisks): Readonly<Record<string, string>> {
  const digest = (column: ArrayBufferView) =>
    createHash('sha256')
      .update(Buffer.from(column.buffer, column.byteOffset, column.byteLength))
      .digest('hex');
  return Object.fromEntries(Object.entries(answers).map(([name, column]) => [name, digest(column)]));
}

let programme: Programme;
let opened: BenchDatabase;

beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  opened = await openBenchDatabase();
  await loadNetwork(opened.dataFolder, inventedNetwork(programme, PARTNERS));
}, 10 * MINUTES);
afterAll(() => opened.remove());

describe('a fortieth of the network, its projections loaded by COPY', () => {
  it(
    'answers from PostgreSQL what it answers from memory, every partner, level, risk and seat',
    async () => {
      const packer = new NetworkPacker(programme);
      const ids = Array.from({ length: PARTNERS }, (_, index) => `partner-${index}`);
      for await (const document of networkDocuments(opened.dataFolder, ids)) packer.add(document);
      const stored = packer.finish();
      const invented = packNetwork(programme, PARTNERS);
      expect(stored.size).toEqual(invented.size);
      const kernel = new NetworkRisks(programme, ASKED_ON, { seats: true });
      expect(stored.segments.length).toBe(invented.segments.length);
      for (const [index, segment] of stored.segments.entries()) {
        const own = columnsOf(kernel.evaluate(segment));
        expect(own).toEqual(columnsOf(kernel.evaluate(invented.segments[index]!)));
      }
    },
    10 * MINUTES,
  );

  it(
    'is read for one company as the reports read it',
    async () => {
      const evaluator = createEvaluator(programme, { validAt: formatDay(ASKED_ON), knownAt: null });
      if (isFailure(evaluator)) throw new Error(evaluator.kind);
      let asked = 0;
      for (const [index, document] of [...inventedNetwork(programme, 400)].entries()) {
        if (index % 4 !== 0) continue;
        const claim = {
          partnerId: document.partner.id as PartnerId,
          actor: { kind: 'system', name: 'test' },
        } as const;
        const { facts } = await opened.database.readAsTenant(claim, (tx) => loadFacts(tx));
        expect(evaluator.evaluate(facts)).toEqual(evaluator.evaluate(document));
        asked++;
      }
      expect(asked).toBe(100);
    },
    10 * MINUTES,
  );
});
