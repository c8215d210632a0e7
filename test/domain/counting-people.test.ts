/** Cases in which counting certificates, or seating people one after the other, gives a wrong answer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byFlow, byHall, emptySeats } from '../../src/domain/assignment/empty-seats.ts';
import type { PeopleNode } from '../../src/domain/evaluation/evaluation-result.ts';
import { askOnly, facts, person } from './support/ask.ts';
import { all, goldFor, people } from './support/programme-builder.ts';

const ON = '2018-06-15';
const EXAMS = ['exam:a', 'exam:b', 'exam:c', 'exam:d', 'exam:e', 'exam:f', 'exam:g', 'exam:h'];

/** One unique person for each of the exams. */
function oneEach(count: number) {
  return goldFor(all(...EXAMS.slice(0, count).map((exam) => people(1, exam))));
}

describe('one unique person for each certification', () => {
  it('is not met by five people who hold all six', () => {
    const five = Array.from({ length: 5 }, (_, index) => person(`p${index}`, EXAMS.slice(0, 6)));
    expect(askOnly(oneEach(6), facts(five), ON)).toMatchObject({
      outcome: 'unmet',
      shortfall: { people: 1 },
    });
  });

  it('says who sits where, and that the empty seat lacks no holder but a sixth person', () => {
    const five = Array.from({ length: 5 }, (_, index) => person(`p${index}`, EXAMS.slice(0, 6)));
    const nodes = askOnly(oneEach(6), facts(five), ON).requirements as readonly PeopleNode[];
    const seated = nodes.flatMap(({ seats }) => seats.map((seat) => seat.person));
    expect([...seated].sort()).toEqual(five.map(({ id }) => id));
    const [empty, ...others] = nodes.filter(({ outcome }) => outcome === 'unmet');
    expect(others).toEqual([]);
    expect(empty).toMatchObject({ need: 1, have: 0, eligible: 5, spare: [], shortfall: 1 });
  });

  it('is met by six people in the one arrangement that there is', () => {
    // Everybody holds an exam and the next; the last only the last, so that each must take the exam of his number.
    const chain = Array.from({ length: 6 }, (_, index) =>
      person(`p${index}`, EXAMS.slice(index, Math.min(index + 2, 6))),
    );
    const { outcome, requirements } = askOnly(oneEach(6), facts(chain), ON);
    expect(outcome).toBe('met');
    expect(
      requirements!.flatMap((node) => (node.kind === 'people' ? node.seats.map((seat) => seat.person) : [])),
    ).toEqual(chain.map(({ id }) => id));
  });

  it('is counted for eight certifications too', () => {
    const seven = Array.from({ length: 7 }, (_, index) => person(`p${index}`, EXAMS));
    expect(askOnly(oneEach(8), facts(seven), ON).shortfall.people).toBe(1);
    const eight = Array.from({ length: 8 }, (_, index) => person(`p${index}`, EXAMS.slice(index, index + 1)));
    expect(askOnly(oneEach(8), facts(eight), ON).outcome).toBe('met');
  });
});

describe('two people of whom one can do both', () => {
  it('are enough, though the first to come would take the wrong seat', () => {
    const rule = goldFor(all(people(1, 'exam:a'), people(1, 'exam:b')));
    const document = facts([person('p1', ['exam:a', 'exam:b']), person('p2', ['exam:a'])]);
    const { outcome, requirements } = askOnly(rule, document, ON);
    expect(outcome).toBe('met');
    const seats = (requirements as readonly PeopleNode[]).map((node) => node.seats);
    expect(seats).toEqual([[{ person: 'p2', records: ['p2-1'] }], [{ person: 'p1', records: ['p1-2'] }]]);
  });
});

describe('one individual', () => {
  it('with two learning accounts is one person', () => {
    const associations = ['M1', 'M2'].map((accountId) => ({ accountId, from: '2017-01-01' }));
    const records = ['M1', 'M2'].map((accountId) => ({
      id: `r-${accountId}`,
      accountId,
      skill: 'exam:a',
      achievedOn: accountId === 'M1' ? '2017-02-01' : '2017-03-01',
    }));
    const document = facts([{ id: 'p1', associations, records }]);
    expect(askOnly(goldFor(people(2, 'exam:a')), document, ON).shortfall.people).toBe(1);
  });

  it('with two user accounts is one person, also where seats need different people', () => {
    const rule = goldFor(all(people(1, 'exam:a'), people(1, 'exam:b')));
    const document = facts([person('p1', ['exam:a']), person('p2', ['exam:b'], { sameAs: 'p1' })]);
    expect(askOnly(rule, document, ON)).toMatchObject({ outcome: 'unmet', shortfall: { people: 1 } });
  });
});

describe('many groups in one option', () => {
  const groups = fc.record({
    needs: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 7, maxLength: 9 }),
    people: fc.array(fc.integer({ min: 0, max: 511 }), { maxLength: 20 }),
  });

  it('are counted by flow as they would be by all their sets', () => {
    fc.assert(
      fc.property(groups, ({ needs, people: masks }) => {
        const supply = new Map<number, number>();
        for (const mask of masks) supply.set(mask, (supply.get(mask) ?? 0) + 1);
        const empty = byHall(needs, supply);
        expect(byFlow(needs, supply)).toBe(empty);
        expect(emptySeats(needs, supply)).toBe(empty);
      }),
      { numRuns: 300 },
    );
  });
});
