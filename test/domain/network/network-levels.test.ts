import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Programme } from '../../../src/domain/catalogue/catalogue.ts';
import { OUTCOMES } from '../../../src/domain/evaluation/outcomes.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { EXEMPT } from '../../../src/domain/network/attained-column.ts';
import { NetworkLevels } from '../../../src/domain/network/network-levels.ts';
import { NetworkSegment } from '../../../src/domain/network/network-segment.ts';
import { parseKnownBound } from '../../../src/domain/time/instant.ts';
import { ask } from '../support/ask.ts';
import { day } from '../support/programme-builder.ts';
import { arbitraryNetwork, networkOf } from './support.ts';

interface Answer {
  readonly partner: string;
  readonly outcomes: readonly string[];
  readonly attained: readonly object[];
}

function networkAnswers(segments: readonly NetworkSegment[], rules: Programme, on: string): Answer[] {
  const kernel = new NetworkLevels(rules, day(on));
  const options = kernel.programme.compiled.options.length;
  return segments.flatMap((segment) => {
    const { outcomes, attained } = kernel.evaluate(segment);
    return Array.from({ length: segment.sizes.partners }, (_, partner): Answer => {
      const own = [...outcomes.subarray(partner * options, (partner + 1) * options)];
      return {
        partner: segment.partnerId(partner),
        outcomes: own.map((outcome) => OUTCOMES[outcome]!),
        attained: rules.competencies.flatMap(({ id }, competency) => {
          const code = attained[partner * rules.competencies.length + competency]!;
          if (code === 0) return [];
          const entry = { competency: id, level: rules.levels[(code & ~EXEMPT) - 1]!.id };
          return [code & EXEMPT ? { ...entry, exempt: true } : entry];
        }),
      };
    });
  });
}

function singleAnswers(
  documents: readonly FactsDocument[],
  rules: Programme,
  asOf: string,
  knownAt?: string,
) {
  return documents.map((facts): Answer => {
    const answer = ask(rules, facts, { asOf, explain: false, ...(knownAt && { knownAt }) });
    return {
      partner: answer.partner,
      outcomes: answer.competencies.map(({ outcome }) => outcome),
      attained: answer.attained,
    };
  });
}

const someDays = [
  '2017-08-01',
  '2018-05-31',
  '2018-06-01',
  '2018-06-02',
  '2018-12-31',
  '2019-01-01',
  '2020-02-01',
];

// Many partners evaluated alone take their time on a busy machine.
describe('the levels of a network', { timeout: 120_000 }, () => {
  it('are those of each partner alone, on any day', () => {
    fc.assert(
      fc.property(arbitraryNetwork, ({ documents, programme }) => {
        const segments = networkOf(documents, programme, { intervalsPerSegment: 12 });
        for (const on of someDays) {
          expect(networkAnswers(segments, programme, on)).toEqual(singleAnswers(documents, programme, on));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are those as known at the bound with which the facts were read', () => {
    fc.assert(
      fc.property(arbitraryNetwork, ({ documents, programme }) => {
        const segments = networkOf(documents, programme, { known: parseKnownBound('2018-03-15')! });
        expect(networkAnswers(segments, programme, '2018-06-01')).toEqual(
          singleAnswers(documents, programme, '2018-06-01', '2018-03-15'),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('do not depend on the order in which partners and people are packed, nor on where segments end', () => {
    fc.assert(
      fc.property(arbitraryNetwork, fc.integer({ min: 1, max: 40 }), ({ documents, programme }, size) => {
        const turned = documents
          .toReversed()
          .map((facts) => ({ ...facts, people: facts.people!.toReversed() }));
        const other = networkOf(turned, programme, { intervalsPerSegment: size });
        const answers = networkAnswers(networkOf(documents, programme), programme, '2018-06-01');
        expect(networkAnswers(other, programme, '2018-06-01').toReversed()).toEqual(answers);
      }),
      { numRuns: 30 },
    );
  });

  it('are the same from a copy of the bytes', () => {
    const [sample] = fc.sample(arbitraryNetwork, { numRuns: 1, seed: 7 });
    const { documents, programme } = sample!;
    const segments = networkOf(documents, programme);
    const copies = segments.map(({ buffer }) => new NetworkSegment(new Uint8Array(buffer).slice().buffer));
    expect(networkAnswers(copies, programme, '2018-06-01')).toEqual(
      networkAnswers(segments, programme, '2018-06-01'),
    );
    expect(() => new NetworkSegment(new ArrayBuffer(64))).toThrow('no segment');
  });
});
