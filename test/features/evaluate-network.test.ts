import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventedNetwork } from '../../bench/invented-network.ts';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { NetworkRisks } from '../../src/domain/network/network-risks.ts';
import type { NetworkSegment } from '../../src/domain/network/network-segment.ts';
import { type NetworkAnswers, NetworkThreads } from '../../src/features/shared/evaluate-network.ts';
import { networkOf } from '../domain/network/support.ts';
import { day } from '../domain/support/programme-builder.ts';

const ON = day('2018-06-01');
let programme: Programme;
let segments: readonly NetworkSegment[];

beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
  segments = networkOf([...inventedNetwork(programme, 120)], programme, {
    intervalsPerSegment: 500,
    allocate: (bytes) => new SharedArrayBuffer(bytes),
  });
});

describe('a network evaluated on threads', () => {
  it('gives the answers of one thread, whatever the number', async () => {
    expect(segments.length).toBeGreaterThan(4);
    const kernel = new NetworkRisks(programme, ON, { seats: true });
    const expected = segments.map((segment) => kernel.evaluate(segment));
    for (const threads of [
      { workers: 1, here: false },
      { workers: 3, here: false },
      { workers: 0, here: true },
      { workers: 2, here: true },
    ]) {
      const asked = new NetworkThreads(threads);
      // The same threads answer again.
      for (let round = 0; round < 2; round++) {
        const answers: NetworkAnswers['risks-and-seats'][] = [];
        await asked.evaluate(segments, { programme, day: ON, ask: 'risks-and-seats' }, (index, answer) => {
          answers[index] = answer;
        });
        expect(answers).toEqual(expected);
      }
      await asked.end();
    }
  });

  it('ends its threads and says why when an answer cannot be used', async () => {
    for (const here of [false, true]) {
      const threads = new NetworkThreads({ workers: 2, here });
      const asked = threads.evaluate(segments, { programme, day: ON, ask: 'levels' }, () => {
        throw new Error('no room left');
      });
      await expect(asked).rejects.toThrow('no room left');
    }
  });
});
