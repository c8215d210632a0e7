import { describe, expect, it } from 'vitest';
import type { GrowthMetric } from '../../src/domain/catalogue/catalogue.ts';
import type { ScoreNode } from '../../src/domain/evaluation/evaluation-result.ts';
import type { FactsDocument, FactsMembership, FactsPerson } from '../../src/domain/facts/facts-document.ts';
import { ask, askOnly, facts, record } from './support/ask.ts';
import { both, day, goldFor, holds, score } from './support/programme-builder.ts';

/** Half as many more than the four to nine of 1 January 2018, or twelve at some time of the last 24 months. */
const GROWTH: GrowthMetric = {
  kind: 'growth',
  metric: 'people',
  max: 15,
  holds: holds('exam:a'),
  since: day('2018-01-01'),
  bands: [{ from: both(4), to: both(9), percent: 50 }],
  reached: { people: { developed: 12, developing: 3 }, forMonths: 24 },
};

const PROGRAMME = goldFor(score(15, [GROWTH]));

/** `count` people who achieved it on one day, and lost it on another. */
function people(count: number, achievedOn: string, revokedOn: string | null = null): readonly FactsPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `p-${achievedOn}-${index}`;
    return { id, records: [record(id, 'exam:a', { achievedOn, revokedOn })] };
  });
}

function points(document: FactsDocument, asOf: string): number {
  return askOnly(PROGRAMME, document, asOf).score!.points;
}

describe('points for growth', () => {
  it.each([
    [6, 8, 0],
    [6, 9, 15],
    [4, 6, 15],
    [3, 9, 0],
    [9, 13, 15],
    [10, 11, 0],
  ])('from %d people to %d are %d', (before, after, expected) => {
    const staff = [...people(before, '2018-01-01'), ...people(after - before, '2018-03-01')];
    expect(points(facts(staff), '2018-06-01')).toBe(expected);
  });

  it('are lost when people leave, and measured again from the last renewal', () => {
    const staff = [...people(6, '2017-05-01'), ...people(3, '2018-03-01', '2018-05-01')];
    expect(points(facts(staff), '2018-04-30')).toBe(15);
    expect(points(facts(staff), '2018-05-01')).toBe(0);
    const grown = [...people(6, '2017-05-01'), ...people(3, '2018-03-01')];
    const membership = (activeFrom: string, offer = 'gold'): FactsMembership => ({ offer, activeFrom });
    const at = (...memberships: FactsMembership[]) => points(facts(grown, { memberships }), '2018-06-01');
    expect(at(membership('2018-02-28'))).toBe(15);
    expect(at(membership('2018-03-01'))).toBe(0);
    expect(at(membership('2018-03-01'), membership('2017-03-01'))).toBe(0);
    // A renewal after the day, before the first baseline day, or of something that is no level.
    expect(at(membership('2018-06-02'))).toBe(15);
    expect(at(membership('2017-12-31'))).toBe(15);
    expect(at(membership('2018-03-01', 'action-pack'))).toBe(15);
  });

  it('stay for 24 months after so many people were there at some time', () => {
    const staff = [...people(2, '2017-05-01'), ...people(10, '2018-03-01', '2018-05-01')];
    const reached = (asOf: string) => {
      const [node] = askOnly(PROGRAMME, facts(staff), asOf).requirements! as readonly ScoreNode[];
      return [node!.have, node!.metrics[0]!.growth!.reachedOn];
    };
    expect(reached('2018-02-28')).toEqual([0, null]);
    expect(reached('2018-03-01')).toEqual([15, '2018-03-01']);
    expect(reached('2018-05-01')).toEqual([15, '2018-04-30']);
    expect(reached('2020-04-29')).toEqual([15, '2018-04-30']);
    expect(reached('2020-04-30')).toEqual([0, null]);
  });

  it('do not come from a time before the first baseline day', () => {
    const staff = people(12, '2017-05-01', '2018-01-01');
    expect(points(facts(staff), '2018-01-01')).toBe(0);
    expect(points(facts(people(12, '2017-05-01', '2018-01-02')), '2018-01-02')).toBe(15);
  });

  it('know no more than the question', () => {
    const late = people(3, '2018-03-01').map((person) => ({
      ...person,
      records: person.records!.map((one) => ({ ...one, recordedAt: '2018-05-20T12:00:00Z' })),
    }));
    const staff = [...people(6, '2017-05-01'), ...late];
    const known = (knownAt: string) =>
      ask(PROGRAMME, facts(staff), { asOf: '2018-06-01', knownAt }).competencies[0]!.score!.points;
    expect(known('2018-05-19')).toBe(0);
    expect(known('2018-05-20')).toBe(15);
  });

  it('differ between markets', () => {
    const staff = people(3, '2018-03-01');
    const at = (market: 'developed' | 'developing' | null) =>
      askOnly(PROGRAMME, { partner: { id: 'contoso', market }, people: staff }, '2018-06-01').outcome;
    expect([at('developed'), at('developing'), at(null)]).toEqual(['unmet', 'met', 'undetermined']);
  });
});
