import { describe, expect, it } from 'vitest';
import { circularRequirements } from '../../src/catalogue/circular-requirements.ts';
import { levelsWithoutRules } from '../../src/catalogue/levels-without-rules.ts';
import type { Competency } from '../../src/domain/catalogue/catalogue.ts';
import { all, competency, option, people, programme } from '../domain/support/programme-builder.ts';
import { problemsAfter } from './support/problems-after.ts';

const P = 'programme.yaml';
const C = 'competencies/storage.yaml';
const ORDER = 'competencies: [storage]\n';
const PERFORMANCE = '{ performance: sales, min: 10, window: trailing-12-months, associations: [reseller] }';

describe('the checker of sharing limits', () => {
  it.each([
    ['a limit on uses', '{ at-most: 2, levels: [gold], exempt: [storage] }'],
    ['a limit on uses of some groups', '{ at-most: 4, groups: [sales] }'],
    ['one group only', '{ one-of-groups: [sales, field] }'],
  ])('accepts %s', async (_what, limit) => {
    const groups = 'groups: { sales: { en: Sales, fr: Ventes }, field: { en: Field, fr: Terrain } }\n';
    expect(await problemsAfter(P, ORDER, `${ORDER}${groups}sharing-limits: [${limit}]\n`)).toEqual([]);
  });

  it.each([
    ['no limit at all', '{ levels: [gold] }', 'expected exactly one of `at-most` and `one-of-groups`'],
    ['a limit of nothing', '{ at-most: 0 }', 'expected a whole number, 1 or more'],
    [
      'an unknown level',
      '{ at-most: 1, levels: [platinum] }',
      'unknown level `platinum`; add it to programme.yaml or correct the id',
    ],
    [
      'an unknown group',
      '{ at-most: 1, groups: [chef] }',
      'unknown group `chef`; add it to programme.yaml or correct the id',
    ],
    [
      'an unknown competency',
      '{ at-most: 1, exempt: [cloud] }',
      'unknown competency `cloud`; add it to programme.yaml or correct the id',
    ],
    [
      'an empty list',
      '{ at-most: 1, levels: [] }',
      '`levels` needs at least one level; leave it out for all',
    ],
    [
      'one group of which to choose',
      '{ one-of-groups: [sales] }',
      '`one-of-groups` needs two groups or more',
    ],
    [
      'groups beside one of groups',
      '{ one-of-groups: [sales, field], groups: [sales] }',
      '`one-of-groups` names the groups; leave `groups` out',
    ],
  ])('reports %s', async (_what, limit, message) => {
    const groups = 'groups: { sales: { en: Sales, fr: Ventes }, field: { en: Field, fr: Terrain } }\n';
    const problems = await problemsAfter(P, ORDER, `${ORDER}${groups}sharing-limits: [${limit}]\n`);
    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  it('reports a group that the programme does not name', async () => {
    const problems = await problemsAfter(P, ORDER, `${ORDER}groups: { sales: { en: Sales, fr: Ventes } }\n`);
    expect(problems).toEqual([]);
    expect(await problemsAfter(P, ORDER, `${ORDER}fiscal-year-starts: 13\n`)).toEqual([
      expect.stringContaining('expected a month, 1 to 12'),
    ]);
  });
});

describe('the checker of requirement kinds', () => {
  it.each([
    ['a share of the staff', '{ percent-of-staff: 12.5, at-most: 10, holds: exam:a }'],
    [
      'a metric of the fiscal year that is counted',
      '{ performance: sales, min: 3, window: fiscal-year, measure: count }',
    ],
  ])('accepts %s', async (_what, requirement) => {
    expect(await problemsAfter(C, PERFORMANCE, requirement)).toEqual([]);
  });

  it.each([
    [
      'more than all of the staff',
      '{ percent-of-staff: 120, holds: exam:a }',
      'expected a percentage, at most 100',
    ],
    [
      'an unknown prior competency',
      '{ attained: [{ competency: cloud, level: silver }] }',
      'unknown competency `cloud`',
    ],
    [
      'an asset named twice',
      '{ asset-count: 1, any-of: [audit, audit] }',
      '`audit` is named twice; keep one',
    ],
    ['no prior competency', '{ attained: [] }', '`attained` needs at least one competency and level'],
    [
      'an unknown measure',
      '{ performance: sales, min: 3, window: last-month, measure: average }',
      'expected one of: sum, count',
    ],
  ])('reports %s', async (_what, requirement, message) => {
    expect(await problemsAfter(C, PERFORMANCE, requirement)).toEqual([expect.stringContaining(message)]);
  });

  it('reports a level that needs a higher one of its own competency', async () => {
    const problems = await problemsAfter(
      C,
      PERFORMANCE,
      '{ attained: [{ competency: storage, level: gold }] }',
    );
    expect(problems).toEqual([
      `${C}: silver needs storage gold, which is not below it; name a lower level or another competency`,
    ]);
  });

  it('reports levels that need each other', () => {
    const needing = (id: string, other: string) =>
      competency(
        id,
        option('only', {
          silver: all({ kind: 'attained', anyOf: [{ competency: other, level: 'silver' }] }),
        }),
      );
    const { competencies, levels } = programme([needing('one', 'two'), needing('two', 'one')]);
    expect(circularRequirements(competencies, levels).map(({ message }) => message)).toEqual([
      '`attained` goes round in a circle: one silver → two silver → one silver; take one of them away',
    ]);
  });

  it('reports a level without rules that is needed, unless there are rules for a higher one', () => {
    const asking = (other: string, level: string) =>
      competency(
        'after',
        option('only', { gold: all({ kind: 'attained', anyOf: [{ competency: other, level }] }) }),
      );
    const needed = (level: string) => competency('before', option('only', { [level]: people(1, 'exam:a') }));
    const said = (programmeOf: readonly Competency[]) =>
      levelsWithoutRules(programme(programmeOf)).map(({ file, message }) => `${file}: ${message}`);
    expect(said([needed('silver'), asking('before', 'silver')])).toEqual([]);
    expect(said([needed('gold'), asking('before', 'silver')])).toEqual([]);
    expect(said([needed('silver'), asking('before', 'gold')])).toEqual([
      'competencies/after.yaml: gold needs before gold, for which there are no rules; name a level that has some',
    ]);
    expect(said([asking('after', 'silver')])).toHaveLength(1);
  });
});
