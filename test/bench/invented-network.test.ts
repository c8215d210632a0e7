import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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

/** 1/200 of the full network. */
const PARTNERS = FULL_NETWORK / 200;

function programmeOf(id: string): Promise<Programme> {
  return loadProgramme(join(catalogueRoot(), id));
}

/** Compares outcomes, shortfalls and departures survived; says how many partners meet a level. */
function compare(programme: Programme, partners: number, asOf: string): number {
  const day = parseDay(asOf)!;
  const { segments } = packNetwork(programme, partners, day);
  const evaluator = createEvaluator(programme, { validAt: asOf, knownAt: null });
  const projector = createRiskProjector(programme, { validAt: asOf, knownAt: null, until: asOf });
  if (isFailure(evaluator) || !(projector instanceof RiskProjector)) throw new Error('refused');
  const kernel = new NetworkRisks(programme, day);
  const { options } = kernel.programme.compiled;
  const documents = inventedNetwork(programme, partners, day);
  let withLevels = 0;
  for (const segment of segments) {
    const { outcomes, shortfalls, survived } = kernel.evaluate(segment);
    for (let partner = 0; partner < segment.sizes.partners; partner++) {
      const facts = documents.next().value!;
      const alone = evaluator.evaluate(facts);
      const risk = projector.project(facts);
      if (isFailure(alone) || risk.kind !== 'projected') throw new Error('refused');
      const own = options.map(({ competency, level, option }, number) => {
        const place = partner * options.length + number;
        const people = shortfalls[place]!;
        return { competency, level, option, outcome: OUTCOMES[outcomes[place]!], shortfall: { people } };
      });
      const expected = alone.competencies.map(({ competency, level, option, outcome, shortfall }) => {
        return { competency, level, option, outcome, shortfall };
      });
      // Options of another track than the partner's have no entry.
      const asked = own.filter((entry) =>
        expected.some(
          ({ competency, level, option }) =>
            competency === entry.competency && level === entry.level && option === entry.option,
        ),
      );
      expect({ partner: segment.partnerId(partner), asked }).toEqual({
        partner: alone.partner,
        asked: expected,
      });
      const departures = kernel.levels.map((_, number) => survived[partner * kernel.levels.length + number]);
      const projected = kernel.levels.map(({ competency, level }) => {
        const met = risk.risk.levels.find(
          (entry) => entry.competency === competency && entry.level === level,
        );
        return met?.departuresSurvived ?? NO_DEPARTURES;
      });
      expect(departures).toEqual(projected);
      if (risk.risk.levels.length > 0) withLevels++;
    }
  }
  expect(documents.next().done).toBe(true);
  return withLevels;
}

describe('the invented network', () => {
  it('is the same every time', async () => {
    const programme = await programmeOf('microsoft-competencies');
    const [first] = inventedNetwork(programme, 1);
    const [again] = inventedNetwork(programme, 1);
    expect(first).toEqual(again);
  });

  it('is measured from end to end', async () => {
    const options = { companies: [5, 50], atLeast: 1, changes: 200 };
    const { size, built, evaluated, changes, peak } = await networkFigures(FULL_NETWORK / 2_000, options);
    expect(size).toMatchObject({ partners: 200 });
    expect(size.records).toBeGreaterThan(5_000);
    expect(built.holders).toBeGreaterThan(0.25);
    expect(evaluated.map(({ ask }) => ask)).toEqual(['levels', 'risks', 'risks-and-seats']);
    expect(changes.map(({ people }) => people)).toEqual([5, 50]);
    const numbers = [
      peak.packed,
      ...evaluated.map(({ two }) => two.seconds),
      ...changes.map(({ p99 }) => p99),
    ];
    expect(numbers.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
  }, 120_000);

  it('gives as a whole what each of its partners gives alone', async () => {
    const programme = await programmeOf('microsoft-competencies');
    expect(compare(programme, PARTNERS, '2018-06-01')).toBeGreaterThan(PARTNERS / 4);
  }, 120_000);

  it.each([
    ['microsoft-competencies', '2021-02-01', 1],
    ['solutions-partner', '2023-11-15', 0],
    ['solutions-partner', '2026-02-01', 1],
    ['aws-services-path', '2024-02-01', 0],
  ])(
    'does so under other rules: %s on %s',
    async (id, asOf, holders) => {
      expect(compare(await programmeOf(id), 60, asOf)).toBeGreaterThanOrEqual(holders);
    },
    120_000,
  );
});
