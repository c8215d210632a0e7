import { describe, expect, it } from 'vitest';
import type { Programme, RequirementSet } from '../../../src/domain/catalogue/catalogue.ts';
import { levelChanges, optionChanges } from '../../../src/domain/change-log/level-changes.ts';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { ask, facts, person } from '../support/ask.ts';
import {
  all,
  competency,
  day,
  goldFor,
  option,
  people,
  performance,
  programme,
} from '../support/programme-builder.ts';

const SINCE = '2018-06-01';
const NOW = '2018-09-01';

/** What has changed about a company between the two days. */
function changed(rules: Programme, earlier: FactsDocument, later: FactsDocument = earlier) {
  const before = { evaluation: ask(rules, earlier, { asOf: SINCE }), day: day(SINCE) };
  const after = { evaluation: ask(rules, later, { asOf: NOW }), day: day(NOW) };
  const options = optionChanges(rules, before, after);
  return {
    levels: levelChanges(rules, before, after, options),
    options: options.map((change) => [
      `${change.competency}/${change.level}`,
      change.before?.outcome,
      change.after?.outcome,
      change.causes,
    ]),
  };
}

const ladder = programme([
  competency('skilled', option('only', { silver: people(1, 'exam:a'), gold: people(2, 'exam:a') })),
]);

describe('what has changed about levels', () => {
  it('is nothing when nothing has', () => {
    expect(changed(ladder, facts([person('ada', ['exam:a'])]))).toEqual({ levels: [], options: [] });
  });

  it('names people, when one who is needed leaves', () => {
    const company = facts([
      person('ada', ['exam:a']),
      person('bob', ['exam:a'], { employedUntil: '2018-07-01' }),
    ]);
    expect(changed(ladder, company)).toEqual({
      levels: [{ competency: 'skilled', before: 'gold', after: 'silver', causes: ['people'] }],
      options: [['skilled/gold', 'met', 'unmet', ['people']]],
    });
  });

  it('tells an option that has come closer though no level is gained', () => {
    const rules = goldFor(people(3, 'exam:a'));
    const before = facts([person('ada', ['exam:a'])]);
    const after = facts([person('ada', ['exam:a']), person('bob', ['exam:a'])]);
    const { levels, options } = changed(rules, before, after);
    expect(levels).toEqual([]);
    expect(options).toEqual([['skilled/gold', 'unmet', 'unmet', ['people']]]);
  });

  it('names figures and what the company has apart, and both when both have changed', () => {
    const sold = (value: number) => ({
      metrics: [{ metric: 'sales', month: '2018-03', value }],
      complete: true,
    });
    const rules = goldFor(all(performance('sales', 10), { kind: 'asset', asset: 'audit' }));
    const audited = (from: string) => ({ assets: [{ asset: 'audit', from }] });
    const early = audited('2018-01-01');
    expect(
      changed(rules, facts([], { ...sold(5), ...early }), facts([], { ...sold(10), ...early })).levels,
    ).toEqual([{ competency: 'skilled', before: null, after: 'gold', causes: ['figures'] }]);
    const late = facts([], { ...sold(10), ...audited('2018-08-01') });
    expect(changed(rules, late).levels[0]?.causes).toEqual(['assets']);
    const both = facts([], { ...sold(5), ...audited('2018-08-01') });
    expect(changed(rules, both, late).levels[0]?.causes).toEqual(['figures', 'assets']);
  });

  it('names the rules, when stricter ones came into force', () => {
    const dated = option('only', { gold: people(1, 'exam:a') });
    const [set] = dated.levels[0]!.sets as [RequirementSet];
    const sets = [
      { ...set, until: day('2018-08-01') },
      { ...set, from: day('2018-08-01'), requirement: people(2, 'exam:a') },
    ];
    const rules = programme([competency('skilled', { ...dated, levels: [{ level: 'gold', sets }] })]);
    expect(changed(rules, facts([person('ada', ['exam:a'])]))).toEqual({
      levels: [{ competency: 'skilled', before: 'gold', after: null, causes: ['rules'] }],
      options: [['skilled/gold', 'met', 'unmet', ['rules']]],
    });
  });

  it('tells an option that has begun, or is no more', () => {
    const dated = option('only', { gold: people(1, 'exam:a') });
    const [set] = dated.levels[0]!.sets as [RequirementSet];
    const over = (until: string | null, from = '2017-07-01') =>
      programme([
        competency('skilled', {
          ...dated,
          levels: [
            { level: 'gold', sets: [{ ...set, from: day(from), until: until === null ? null : day(until) }] },
          ],
        }),
      ]);
    const company = facts([person('ada', ['exam:a'])]);
    expect(changed(over('2018-08-01'), company).options).toEqual([
      ['skilled/gold', 'met', undefined, ['rules']],
    ]);
    expect(changed(over(null, '2018-08-01'), company).options).toEqual([
      ['skilled/gold', undefined, 'met', ['rules']],
    ]);
  });

  it('names an exemption that began, and one that ended', () => {
    const rules = goldFor(people(1, 'exam:a'));
    const exempt = facts([], { exemptions: [{ competency: 'skilled', level: 'gold', until: '2018-08-01' }] });
    expect(changed(rules, exempt).levels).toEqual([
      { competency: 'skilled', before: 'gold', after: null, causes: ['exemption'] },
    ]);
    const longer = facts([], { exemptions: [{ competency: 'skilled', level: 'gold', until: '2019-08-01' }] });
    expect(changed(rules, facts([]), longer).levels).toEqual([
      { competency: 'skilled', before: null, after: 'gold', causes: ['exemption'] },
    ]);
  });

  it('names the other level that a level asks for', () => {
    const rules = programme([
      competency('first', option('only', { gold: people(1, 'exam:a') })),
      competency(
        'second',
        option('only', { gold: { kind: 'attained', anyOf: [{ competency: 'first', level: 'gold' }] } }),
      ),
    ]);
    const leaving = facts([person('ada', ['exam:a'], { employedUntil: '2018-07-01' })]);
    expect(changed(rules, leaving).levels).toEqual([
      { competency: 'first', before: 'gold', after: null, causes: ['people'] },
      { competency: 'second', before: 'gold', after: null, causes: ['other-levels'] },
    ]);
  });
});
