import { describe, expect, it } from 'vitest';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import type { MetSpan } from '../../../src/domain/membership/lifecycle.ts';
import { levelHistory } from '../../../src/domain/projection/level-history.ts';
import type { LossCause } from '../../../src/domain/projection/loss-causes.ts';
import { facts, record } from '../support/ask.ts';
import { all, goldFor, people, performance } from '../support/programme-builder.ts';
import { day, printed } from './support.ts';

function told(rules: ReturnType<typeof goldFor>, document: FactsDocument, validAt = '2020-06-01') {
  const spans = levelHistory(document, rules, { validAt, knownAt: null }, day('2018-01-01'));
  if (!(spans instanceof Map)) throw new Error(JSON.stringify(spans));
  return (spans.get('skilled/gold') ?? []).map(({ from, until, exempt, causes }: MetSpan) =>
    `${printed(from)}..${printed(until)}${exempt ? ' exempt' : ''} ${causes.map(({ kind }: LossCause) => kind).join()}`.trim(),
  );
}

/** `exam:a 2018-03-01`: what the person holds, since when. */
function person(id: string, held: string) {
  const [skill, achievedOn] = held.split(' ');
  return { id, records: [record(id, skill!, { achievedOn: achievedOn! })] };
}

const TWO = goldFor(people(2, 'exam:a'));

describe('the history of a level', () => {
  it('begins when the last person is there and ends with the first who leaves, with the cause', () => {
    const document = facts([
      { ...person('ana', 'exam:a 2018-03-01'), employedUntil: '2019-05-01' },
      person('bob', 'exam:a 2018-06-01'),
      person('eve', 'exam:a 2019-09-01'),
    ]);
    expect(told(TWO, document)).toEqual(['2018-06-01..2019-05-01 person-left', '2019-09-01..null']);
  });

  it('does not tell since when a level is met that was met on the first day already', () => {
    const document = facts([person('ana', 'exam:a 2017-03-01'), person('bob', 'exam:a 2017-06-01')]);
    expect(told(TWO, document)).toEqual(['null..null']);
  });

  it('names an exemption while it alone holds the level, and its end as the cause', () => {
    const document = {
      ...facts([]),
      exemptions: [{ competency: 'skilled', level: 'gold', until: '2019-01-01', reason: 'support' }],
    };
    expect(told(TWO, document)).toEqual(['null..2019-01-01 exempt exemption-ended']);
  });

  it('begins an exemption on its first day', () => {
    const exemption = { competency: 'skilled', level: 'gold', from: '2018-07-01', until: '2019-01-01' };
    const document = { ...facts([]), exemptions: [exemption] };
    expect(told(TWO, document)).toEqual(['2018-07-01..2019-01-01 exempt exemption-ended']);
  });

  it('reads the figures of each month, also when a level begins and ends by them alone', () => {
    const rules = goldFor(all(people(1, 'exam:a'), performance('sales', 10, { window: 'last-month' })));
    const metric = (month: string, value: number) => ({ metric: 'sales', month, value });
    const document = {
      ...facts([person('ana', 'exam:a 2018-03-01')]),
      complete: true,
      metrics: [metric('2018-05', 10), metric('2018-06', 4), metric('2018-07', 12), metric('2018-08', 12)],
    };
    expect(told(rules, document)).toEqual(['2018-06-01..2018-07-01', '2018-08-01..2018-10-01']);
  });

  it('tells what happened on the first day of a month where figures are read', () => {
    const document = {
      ...facts([{ ...person('ana', 'exam:a 2018-03-01'), employedUntil: '2018-09-01' }]),
      metrics: [{ metric: 'sales', month: '2018-05', value: 10 }],
    };
    expect(told(goldFor(people(1, 'exam:a')), document)).toEqual(['2018-03-01..2018-09-01 person-left']);
  });
});
