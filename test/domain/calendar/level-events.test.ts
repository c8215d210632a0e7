import { describe, expect, it } from 'vitest';
import { exemptionEnds, levelLosses } from '../../../src/domain/calendar/level-events.ts';
import type { FactsExemption } from '../../../src/domain/facts/facts-document.ts';
import type { AttainedEnd, LevelRisk } from '../../../src/domain/projection/level-risk.ts';
import { formatDay } from '../../../src/domain/time/day.ts';

const GOLD = { competency: 'devops', level: 'gold' };
const SILVER = { competency: 'devops', level: 'silver' };

function lossOf(level: typeof GOLD, firstLossDate: string | null): LevelRisk {
  return { ...level, outcome: 'met', firstLossDate, cause: [], departuresSurvived: 0, criticalPeople: [] };
}

function losses(
  levels: readonly LevelRisk[],
  ends: readonly AttainedEnd[],
  exemptions: FactsExemption[] = [],
) {
  const risk = { partner: 'p', asOf: '2018-01-01', until: '2019-01-01', levels };
  const found = levelLosses('mpn', { risk, ends }, exemptions);
  return found.map(({ level, on }) => `${level} ${formatDay(on)}`);
}

describe('a level that is lost', () => {
  it('is told on the first day without it, and the level below on its own', () => {
    const ends = [{ ...GOLD, on: '2018-03-12', cause: [] }];
    const risks = [lossOf(GOLD, '2018-03-12'), lossOf(SILVER, '2018-06-01')];
    expect(losses(risks, ends)).toEqual(['gold 2018-03-12', 'silver 2018-06-01']);
  });

  it('is not told when nothing takes it away', () => {
    expect(losses([lossOf(GOLD, null)], [])).toEqual([]);
  });

  it('is told when its exemption ends and not when its requirements are missed', () => {
    const exemptions = [{ ...GOLD, until: '2018-06-01' }];
    const ends = [{ ...GOLD, on: '2018-06-01', cause: [{ kind: 'exemption-ended' as const }] }];
    expect(losses([lossOf(GOLD, '2018-03-12')], ends, exemptions)).toEqual(['gold 2018-06-01']);
    expect(losses([lossOf(GOLD, '2018-03-12')], [], exemptions)).toEqual([]);
  });

  it.each([
    ['2018-05-31', []],
    ['2018-06-01', ['gold 2018-06-01']],
  ])('missed on %s is held by an exemption that ends on 2018-06-01, or not', (on, told) => {
    expect(losses([lossOf(GOLD, on)], [], [{ ...GOLD, until: '2018-06-01' }])).toEqual(told);
  });
});

describe('the end of an exemption', () => {
  const ends = (exemption: Partial<FactsExemption>) =>
    exemptionEnds('mpn', [{ ...GOLD, ...exemption }]).map(({ on }) => formatDay(on));

  it('is told by its last day', () => {
    expect(ends({ until: '2020-03-01' })).toEqual(['2020-02-29']);
    expect(ends({ until: '2019-03-01' })).toEqual(['2019-02-28']);
  });

  it('is not told when it has none, or when it never held anything', () => {
    expect(ends({})).toEqual([]);
    expect(ends({ from: '2019-03-01', until: '2019-03-01' })).toEqual([]);
    expect(ends({ from: '2019-02-28', until: '2019-03-01' })).toEqual(['2019-02-28']);
  });
});
