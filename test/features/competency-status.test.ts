import { expect, it } from 'vitest';
import { competencyStatuses } from '../../src/features/shared/competency-status.ts';
import { ask, facts, person } from '../domain/support/ask.ts';
import { goldFor, score, step, steps, units } from '../domain/support/programme-builder.ts';

const POINTS = score(20, [steps('people', 30, step(1, 'exam:a', { each: 10 })), units('sales', 30, 60)]);
const PROGRAMME = goldFor(POINTS);

function statusOf(complete: boolean) {
  const answer = ask(PROGRAMME, facts([person('ana', ['exam:a'])], { complete }), { asOf: '2018-06-01' });
  const [status] = competencyStatuses(PROGRAMME, answer, new Map());
  return { shortfall: answer.competencies[0]!.shortfall.people, ...status! };
}

it('people are called missing only where no unknown figure may bring the points instead', () => {
  const known = statusOf(true);
  expect(known.next).toMatchObject({ level: 'gold', option: 'only', outcome: 'unmet', people: 1 });
  expect(known.withinReach).toEqual({ level: 'gold', option: 'only', people: 1 });
  const open = statusOf(false);
  expect(open.next).toMatchObject({
    outcome: 'undetermined',
    people: 0,
    unknown: [{ fr: 'sales', en: 'sales' }],
  });
  expect(open.withinReach).toBeNull();
  // The number on what is known stands beside the outcome all the same.
  expect(open.shortfall).toBe(1);
});
