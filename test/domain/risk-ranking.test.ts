import { describe, expect, it } from 'vitest';
import {
  inOrderOfValue,
  keepsOfferAlone,
  type RankedRisk,
} from '../../src/domain/projection/risk-ranking.ts';
import type { Day } from '../../src/domain/time/day.ts';

function risk(competency: string, over: Partial<RankedRisk> = {}): RankedRisk {
  return {
    competency,
    level: 'gold',
    threatened: false,
    price: { minor: 4_000, currency: 'USD' },
    rank: 2,
    neededBy: 0,
    lostOn: null,
    departuresSurvived: 1,
    ...over,
  };
}

const order = (...risks: RankedRisk[]) => inOrderOfValue(risks).map(({ competency }) => competency);

const SILVER = { level: 'silver', price: { minor: 1_000, currency: 'USD' }, rank: 1 };

describe('levels that may be lost', () => {
  it('are listed with those in danger first', () => {
    expect(order(risk('safe'), risk('small', { ...SILVER, threatened: true }))).toEqual(['small', 'safe']);
  });

  it('are worth the offer that is lost with them, and another competency that keeps the level takes that away', () => {
    const kept = risk('kept');
    const spare = risk('spare', { threatened: true });
    const only = risk('only', { ...SILVER, threatened: true });
    expect(keepsOfferAlone(spare, [kept, spare])).toBe(false);
    expect(keepsOfferAlone(only, [kept, spare, only])).toBe(true);
    expect(order(kept, spare, only)).toEqual(['only', 'spare', 'kept']);
  });

  it('keep the offer alone, each of them, when all of them are in danger', () => {
    const both = [risk('one', { threatened: true }), risk('two', { threatened: true })];
    expect(both.map((each) => keepsOfferAlone(each, both))).toEqual([true, true]);
  });

  it('are ordered by price, rank, what needs them, the day of the loss and the departures survived', () => {
    const threatened = true;
    expect(
      order(
        risk('survives', { threatened, lostOn: 20 as Day, departuresSurvived: 3 }),
        risk('fragile', { threatened, lostOn: 20 as Day, departuresSurvived: 0 }),
        risk('sooner', { threatened, lostOn: 10 as Day, departuresSurvived: null }),
        risk('needed', { threatened, neededBy: 2, lostOn: 30 as Day }),
        risk('higher', { threatened, rank: 3, lostOn: 40 as Day }),
        risk('dearer', { threatened, price: { minor: 5_000, currency: 'USD' }, lostOn: 50 as Day }),
      ),
    ).toEqual(['dearer', 'higher', 'needed', 'sooner', 'fragile', 'survives']);
  });

  it('keep their own order where nothing tells them apart', () => {
    expect(order(risk('b'), risk('a'), risk('c'))).toEqual(['b', 'a', 'c']);
  });
});
