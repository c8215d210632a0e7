import { describe, expect, it } from 'vitest';
import {
  associatedAgain,
  neverAssociatedAgain,
  peopleLeftInPmc,
  pmcWindowEnd,
} from '../../src/domain/chase-list/pmc-associations.ts';
import type { FactsAssociation, FactsPerson } from '../../src/domain/facts/facts-document.ts';

const DAY = '2018-03-01';

function pmc(accountId: string, more: Partial<FactsAssociation> = {}): FactsAssociation {
  return { accountId, provider: 'microsoft-learning', via: 'pmc', from: '2015-01-01', until: null, ...more };
}

function here(accountId: string): FactsAssociation {
  return pmc(accountId, { via: 'partner-center', from: '2018-02-01' });
}

function left(person: Omit<FactsPerson, 'id'>) {
  const people = [{ id: 'p', ...person }];
  return peopleLeftInPmc({ partner: { id: 'c' }, people }, DAY).map(({ accounts }) => [...accounts]);
}

describe('somebody left in PMC', () => {
  it.each<[string, Omit<FactsPerson, 'id'>, string[][]]>([
    ['has an account that is associated there alone', { associations: [pmc('A')] }, [['A']]],
    ['is nobody who associated the account again', { associations: [pmc('A'), here('A')] }, []],
    ['is left with the account that was not', { associations: [pmc('A'), here('A'), pmc('B')] }, [['B']]],
    ['is nobody whose association has ended', { associations: [pmc('A', { until: DAY })] }, []],
    ['is nobody whose account went to another company', { associations: [pmc('A', { partner: 'x' })] }, []],
    ['is nobody who has left', { associations: [pmc('A')], employedUntil: DAY }, []],
    ['is nobody who comes later', { associations: [pmc('A')], employedFrom: '2018-03-02' }, []],
    [
      'is nobody whose account was merged into one that is associated here',
      {
        associations: [pmc('A'), here('B')],
        accounts: [{ accountId: 'A', mergedInto: 'B' }, { accountId: 'B' }],
      },
      [],
    ],
    ['is nobody without associations', { associations: [] }, []],
  ])('%s', (_what, person, accounts) => {
    expect(left(person)).toEqual(accounts);
  });
});

it('what would hold is told by changed facts, and the given ones stay as they are', () => {
  const facts = { partner: { id: 'c' }, people: [{ id: 'p', associations: [pmc('A'), here('B')] }] };
  const people = peopleLeftInPmc(facts, DAY);
  const vias = ({ people: all }: typeof facts | ReturnType<typeof associatedAgain>) =>
    all![0]!.associations!.map(({ accountId, via }) => `${accountId} ${via}`);
  expect(vias(associatedAgain(facts, people))).toEqual(['A partner-center', 'B partner-center']);
  expect(vias(neverAssociatedAgain(facts, people))).toEqual(['B partner-center']);
  expect(vias(facts)).toEqual(['A pmc', 'B partner-center']);
});

it.each([
  ['2018-01-15', '2018-07-15'],
  ['2017-08-31', '2018-02-28'],
  [null, null],
])('a company that moved on %s: its PMC associations no longer count from %s', (movedFromPmcOn, end) => {
  expect(pmcWindowEnd({ id: 'c', movedFromPmcOn }, { pmcWindowMonths: 6 })).toBe(end);
});
