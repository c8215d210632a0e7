import { expect, it } from 'vitest';
import type { SharingLimit } from '../../src/domain/catalogue/catalogue.ts';
import { blockedBy } from '../../src/domain/evaluation/shared-uses.ts';
import { peopleInUse } from '../../src/domain/explanation/people-in-use.ts';
import { ask, facts, person } from './support/ask.ts';
import { all, competency, option, people, programme } from './support/programme-builder.ts';

it('people in use are those who fill seats of what is met, and a limit keeps them from further ones', () => {
  const limits: readonly SharingLimit[] = [
    { kind: 'one-of-groups', groups: ['sales', 'design'], levels: null, exempt: [] },
  ];
  const gold = all(people(1, 'exam:a', { group: 'sales' }), people(1, 'exam:b', { group: 'design' }));
  const rules = programme(
    [
      competency('first', option('only', { gold })),
      competency('second', option('only', { gold: people(2, 'exam:a', { group: 'sales' }) })),
    ],
    { sharingLimits: limits },
  );
  const given = facts([person('ana', ['exam:a']), person('bob', ['exam:b'])]);
  const uses = peopleInUse(ask(rules, given, { asOf: '2018-06-01' }).competencies);
  const sales = { competency: 'first', level: 'gold', option: 'only', group: 'sales' };
  expect([...uses]).toEqual([
    ['ana', [sales]],
    ['bob', [{ ...sales, group: 'design' }]],
  ]);
  const seat = { competency: 'second', level: 'gold', group: 'sales' };
  expect(blockedBy(limits, uses.get('ana')!, seat)).toBeNull();
  expect(blockedBy(limits, uses.get('bob')!, seat)?.by).toEqual(uses.get('bob'));
});
