import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { FULL_NETWORK, inventedNetwork } from '../../bench/invented-network.ts';
import { networkFigures } from '../../bench/network-figures.ts';
import { packNetwork } from '../../bench/pack-network.ts';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import { loadProgramme } from '../../src/catalogue/load-programme.ts';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { createEvaluator, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import { OUTCOMES } from '../../src/domain/evaluation/outcomes.ts';
import { NetworkRisks, NO_DEPARTURES } from '../../src/domain/network/network-risks.ts';
import { createRiskProjector, RiskProjector } from '../../src/domain/projection/level-risk.ts';
import { parseDay } from '../../src/domain/time/day.ts';

const ON = '2018-06-01';
/** 1/200 of the full network. */
const PARTNERS = FULL_NETWORK / 200;

let programme: Programme;
beforeAll(async () => {
  programme = await loadProgramme(join(catalogueRoot(), 'microsoft-competencies'));
});

describe('the invented network', () => {
  it('is the same every time', () => {
    const [first] = inventedNetwork(programme, 1);
    const [again] = inventedNetwork(programme, 1);
    expect(first).toEqual(again);
  });

  it('is measured from end to end', async () => {
    const { size, built, evaluated, changes, peak } = await networkFigures(FULL_NETWORK / 2_000, {
      companies: [5, 50],
      atLeast: 1,
    });
    expect(size).toMatchObject({ partners: 200 });
    expect(size.records).toBeGreaterThan(5_000);
    expect(built.holders).toBeGreaterThan(0.25);
    expect(evaluated.map(({ ask }) => ask)).toEqual(['levels', 'risks', 'risks-and-seats']);
    expect(changes.map(({ people }) => people)).toEqual([5, 50]);
    const numbers = [
      peak.packed,
      ...evaluated.map(({ seconds2 }) => seconds2),
      ...changes.map(({ p99 }) => p99),
    ];
    expect(numbers.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
  });

  it('gives as a whole what each of its partners gives alone', () => {
    const { segments } = packNetwork(programme, PARTNERS);
    const evaluator = createEvaluator(programme, { validAt: ON, knownAt: null });
    const projector = createRiskProjector(programme, { validAt: ON, knownAt: null, until: ON });
    if (isFailure(evaluator) || !(projector instanceof RiskProjector)) throw new Error('refused');
    const kernel = new NetworkRisks(programme, parseDay(ON)!);
    const partners = inventedNetwork(programme, PARTNERS);
    let compared = 0;
    let withLevels = 0;
    for (const segment of segments) {
      const { outcomes, shortfalls, survived } = kernel.evaluate(segment);
      for (let partner = 0; partner < segment.sizes.partners; partner++) {
        const facts = partners.next().value!;
        const alone = evaluator.evaluate(facts);
        const risk = projector.project(facts);
        if (isFailure(alone) || risk.kind !== 'projected') throw new Error('refused');
        const entries = alone.competencies.map((entry, option) => {
          const place = partner * alone.competencies.length + option;
          const own = { outcome: OUTCOMES[outcomes[place]!]!, shortfall: { people: shortfalls[place]! } };
          return { ...entry, ...own };
        });
        expect({ partner: segment.partnerId(partner), entries }).toEqual({
          partner: alone.partner,
          entries: alone.competencies,
        });
        const levels = kernel.levels.flatMap(({ competency, level }, number) => {
          const departures = survived[partner * kernel.levels.length + number]!;
          const met = alone.competencies.some(
            (entry) => entry.competency === competency && entry.level === level && entry.outcome === 'met',
          );
          const departuresSurvived = departures === NO_DEPARTURES ? null : departures;
          return met ? [{ competency, level, departuresSurvived }] : [];
        });
        const expected = risk.risk.levels.map(({ competency, level, departuresSurvived }) => {
          return { competency, level, departuresSurvived };
        });
        expect(levels).toEqual(expected);
        compared++;
        if (levels.length > 0) withLevels++;
      }
    }
    expect(compared).toBe(PARTNERS);
    expect(withLevels).toBeGreaterThan(PARTNERS / 4);
  });
});
