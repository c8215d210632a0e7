import { describe, expect, it } from 'vitest';
import type { PeopleNode } from '../../src/domain/evaluation/evaluation-result.ts';
import { askOnly, facts, person } from './support/ask.ts';
import { all, allOf, any, anyOf, goldFor, ofWhich, people } from './support/programme-builder.ts';

const ON = '2018-06-01';

function seats(node: unknown): readonly (readonly [string, readonly string[]])[] {
  return (node as PeopleNode).seats.map((seat) => [seat.person, seat.records]);
}

describe('a number of people', () => {
  it('takes the lowest ids, by their lowest records, and leaves the others spare', () => {
    const twice = goldFor(people(2, anyOf('exam:a', allOf('exam:b', 'exam:c'))));
    const document = facts([
      person('p4', ['exam:a']),
      person('p3', ['exam:b']),
      person('p2', ['exam:c', 'exam:b']),
      person('p1', ['exam:a', 'exam:a']),
    ]);
    const { outcome, requirements } = askOnly(twice, document, ON);
    expect(outcome).toBe('met');
    expect(requirements![0]).toMatchObject({ need: 2, have: 2, eligible: 3, spare: ['p4'], shortfall: 0 });
    expect(seats(requirements![0])).toEqual([
      ['p1', ['p1-1']],
      ['p2', ['p2-2', 'p2-1']],
    ]);
  });

  it('says how many are missing', () => {
    const { outcome, shortfall, requirements } = askOnly(
      goldFor(people(3, 'exam:a')),
      facts([person('p1', ['exam:a'])]),
      ON,
    );
    expect([outcome, shortfall]).toEqual(['unmet', { people: 2 }]);
    expect(requirements![0]).toMatchObject({ need: 3, have: 1, shortfall: 2 });
  });

  it('counts one individual with two user accounts once, under the lower id', () => {
    const document = facts([person('p2', ['exam:a']), person('p1', ['exam:a'], { sameAs: 'p2' })]);
    const { outcome, requirements } = askOnly(goldFor(people(2, 'exam:a')), document, ON);
    expect(outcome).toBe('unmet');
    expect(seats(requirements![0]).map(([id]) => id)).toEqual(['p1']);
  });

  it('joins what one individual holds under two user accounts', () => {
    const document = facts([person('p2', ['exam:a']), person('p1', ['exam:b'], { sameAs: 'p2' })]);
    expect(askOnly(goldFor(people(1, allOf('exam:a', 'exam:b'))), document, ON).outcome).toBe('met');
  });

  it('knows a skill by its former id', () => {
    expect(askOnly(goldFor(people(1, 'exam:a')), facts([person('p1', ['exam:a-old'])]), ON).outcome).toBe(
      'met',
    );
  });

  it('does not mix the branches of the company’s choice', () => {
    const choice = goldFor(any(people(2, 'exam:a'), people(2, 'exam:b')));
    const document = facts([person('p1', ['exam:a']), person('p2', ['exam:b'])]);
    expect(askOnly(choice, document, ON)).toMatchObject({ outcome: 'unmet', shortfall: { people: 1 } });
  });
});

describe('of which', () => {
  const two = goldFor(people(2, 'exam:a', { ofWhich: [ofWhich(1, 'exam:b')] }));

  it('is met by one of the same people', () => {
    const document = facts([
      person('p1', ['exam:a']),
      person('p2', ['exam:a']),
      person('p3', ['exam:a', 'exam:b']),
    ]);
    const { outcome, requirements } = askOnly(two, document, ON);
    expect(outcome).toBe('met');
    expect(seats(requirements![0]).map(([id]) => id)).toEqual(['p1', 'p3']);
    expect(seats((requirements![0] as PeopleNode).children[0])).toEqual([['p3', ['p3-2']]]);
  });

  it('is not met by somebody else', () => {
    const document = facts([person('p1', ['exam:a']), person('p2', ['exam:a']), person('p3', ['exam:b'])]);
    const { outcome, shortfall, requirements } = askOnly(two, document, ON);
    expect([outcome, shortfall.people]).toEqual(['unmet', 1]);
    expect(requirements![0]).toMatchObject({
      outcome: 'unmet',
      have: 2,
      shortfall: 0,
      children: [{ have: 0, shortfall: 1 }],
    });
  });

  it('several may fall on one person', () => {
    const both = goldFor(people(2, 'exam:a', { ofWhich: [ofWhich(1, 'exam:b'), ofWhich(1, 'exam:c')] }));
    const one = person('p1', ['exam:a', 'exam:b', 'exam:c']);
    expect(askOnly(both, facts([one, person('p2', ['exam:a'])]), ON).outcome).toBe('met');
    expect(askOnly(both, facts([one]), ON)).toMatchObject({ outcome: 'unmet', shortfall: { people: 1 } });
  });

  it('several may not need more people than there are seats', () => {
    const three = goldFor(
      people(2, 'exam:a', { ofWhich: [ofWhich(1, 'exam:b'), ofWhich(1, 'exam:c'), ofWhich(1, 'exam:d')] }),
    );
    const each = ['exam:b', 'exam:c', 'exam:d'].map((skill, index) => person(`p${index}`, ['exam:a', skill]));
    expect(askOnly(three, facts(each), ON)).toMatchObject({ outcome: 'unmet', shortfall: { people: 1 } });
  });
});

describe('another individual', () => {
  const groups = goldFor(all(people(1, 'exam:a', { group: 'A' }), people(1, 'exam:b', { group: 'B' })));

  it('one person cannot fill both groups', () => {
    const { outcome, shortfall, requirements } = askOnly(
      groups,
      facts([person('p1', ['exam:a', 'exam:b'])]),
      ON,
    );
    expect([outcome, shortfall.people]).toEqual(['unmet', 1]);
    expect(requirements!.map((node) => (node as PeopleNode).have)).toEqual([1, 0]);
  });

  it('a person who could fill either gives way to one who cannot', () => {
    const document = facts([person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:a'])]);
    const { outcome, requirements } = askOnly(groups, document, ON);
    expect(outcome).toBe('met');
    expect(requirements!.flatMap(seats).map(([id]) => id)).toEqual(['p2', 'p1']);
    expect(requirements!.map((node) => (node as PeopleNode).spare)).toEqual([[], []]);
  });

  it('groups that may overlap share people', () => {
    const shared = goldFor(all(people(1, 'exam:a'), people(1, 'exam:b', { overlap: 'allowed' })));
    expect(askOnly(shared, facts([person('p1', ['exam:a', 'exam:b'])]), ON).outcome).toBe('met');
  });

  it('branches of a choice are taken so that all groups can be filled together', () => {
    const choice = goldFor(all(any(people(1, 'exam:a'), people(1, 'exam:c')), people(1, 'exam:b')));
    const document = facts([person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:c'])]);
    const { outcome, requirements } = askOnly(choice, document, ON);
    expect(outcome).toBe('met');
    expect(requirements!.map((node) => node.outcome)).toEqual(['met', 'met']);
  });

  it('a choice is not shown met with a person whom its neighbour needs', () => {
    const choice = goldFor(all(any(people(1, 'exam:c'), people(1, 'exam:a')), people(1, 'exam:b')));
    const { outcome, requirements } = askOnly(choice, facts([person('p1', ['exam:a', 'exam:b'])]), ON);
    expect(outcome).toBe('unmet');
    expect(requirements!.map((node) => node.outcome)).toContain('unmet');
  });
});
