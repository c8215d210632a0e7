import { describe, expect, it } from 'vitest';
import type { Programme } from '../../src/domain/catalogue/catalogue.ts';
import { evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { skillsReportRows } from '../../src/domain/skills-report/skills-report-rows.ts';
import { formatDay } from '../../src/domain/time/day.ts';
import { facts, person, record } from './support/ask.ts';
import { anyOf, competency, day, option, people, programme } from './support/programme-builder.ts';

const PROGRAMME = programme([
  competency('one', option('x', { silver: people(1, 'exam:a'), gold: people(2, 'exam:a') })),
  competency(
    'two',
    option('y', { gold: people(1, anyOf('exam:a', 'exam:b', 'exam:retiring', 'cert:role-based')) }),
  ),
]);

function rows(document: FactsDocument, asOf: string, all = false, rules: Programme = PROGRAMME) {
  const explained = evaluateWithVerdicts(document, rules, { validAt: asOf, knownAt: null });
  if (isFailure(explained)) throw new Error(JSON.stringify(explained));
  return skillsReportRows(document.people!, explained.verdicts, { programme: rules, day: day(asOf), all });
}

function shown(document: FactsDocument, asOf: string, all = false) {
  return rows(document, asOf, all).map((row) => [
    row.personId,
    row.recordId,
    row.countsNow,
    row.reason?.code ?? null,
  ]);
}

describe('the skills report', () => {
  it('has one row a person and skill, relevant for every option that names it', () => {
    const document = facts([person('p2', ['exam:b']), person('p1', ['exam:a', 'exam:b'])]);
    expect(rows(document, '2018-06-01')).toMatchObject([
      {
        personId: 'p1',
        skillId: 'exam:a',
        skillCode: 'a',
        skillKind: 'exam',
        countsNow: true,
        reason: null,
        relevantFor: [
          { competency: 'one', option: 'x' },
          { competency: 'two', option: 'y' },
        ],
      },
      { personId: 'p1', skillId: 'exam:b', relevantFor: [{ competency: 'two', option: 'y' }] },
      { personId: 'p2', skillId: 'exam:b' },
    ]);
  });

  it('shows the record that counts rather than a later one that does not', () => {
    const records = [
      record('r1', 'exam:a', { achievedOn: '2017-01-01' }),
      record('r2', 'exam:a', { achievedOn: '2018-01-01', revokedOn: '2018-02-01' }),
    ];
    expect(shown(facts([{ id: 'p1', records }]), '2018-06-01')).toEqual([['p1', 'r1', true, null]]);
  });

  it('shows the latest record, with its reason, when none counts', () => {
    const records = [
      record('r1', 'exam:a', { achievedOn: '2017-01-01', revokedOn: '2018-02-01' }),
      record('r2', 'exam:a', { achievedOn: '2018-01-01', expiresOn: '2018-03-01' }),
    ];
    expect(shown(facts([{ id: 'p1', records }]), '2018-06-01')).toEqual([['p1', 'r2', false, 'expired']]);
  });

  it('counts a record whose holder does not complete a requirement', () => {
    const both = programme([
      competency(
        'one',
        option('x', {
          gold: people(1, { kind: 'all-of', focus: null, of: [anyOf('exam:a'), anyOf('exam:b')] }),
        }),
      ),
    ]);
    expect(rows(facts([person('p1', ['exam:a'])]), '2018-06-01', false, both)[0]).toMatchObject({
      countsNow: true,
    });
  });

  it.each([
    ['2018-12-31', true],
    ['2019-01-01', false],
  ])('lists a skill retired at the end of 2017 on %s: %s', (asOf, listed) => {
    const document = facts([person('p1', ['exam:retiring'])]);
    expect(shown(document, asOf)).toHaveLength(listed ? 1 : 0);
    expect(shown(document, asOf, true)).toHaveLength(1);
  });

  it.each([
    ['2018-04-30', [['p1', 'p1-1', true, null]]],
    ['2018-05-01', [['p1', 'p1-1', false, 'person-left']]],
    ['2019-04-30', [['p1', 'p1-1', false, 'person-left']]],
    ['2019-05-01', []],
  ])('lists somebody who left on 1 May 2018 on %s', (asOf, expected) => {
    expect(shown(facts([person('p1', ['exam:a'], { employedUntil: '2018-05-01' })]), asOf)).toEqual(expected);
  });

  it('does not list somebody who has not begun', () => {
    expect(shown(facts([person('p1', ['exam:a'], { employedFrom: '2018-06-02' })]), '2018-06-01')).toEqual(
      [],
    );
  });

  it('lists skills that no option names on request, unknown ones by their id', () => {
    const document = facts([person('p1', ['exam:h', 'cert:unheard-of'])]);
    expect(shown(document, '2018-06-01')).toEqual([]);
    expect(rows(document, '2018-06-01', true)).toMatchObject([
      {
        skillId: 'cert:unheard-of',
        skillKind: 'certification',
        skillTitle: 'unheard-of',
        reason: { code: 'not-named' },
      },
      { skillId: 'exam:h', countsNow: false, reason: { code: 'not-named' } },
    ]);
  });

  it('gives the expiry of the source or the computed one', () => {
    const records = [
      record('r1', 'cert:role-based', { achievedOn: '2017-01-31' }),
      record('r2', 'exam:a', { expiresOn: '2020-01-31T23:59:59Z' }),
      record('r3', 'exam:b'),
    ];
    const dates = rows(facts([{ id: 'p1', records }]), '2018-06-01').map(
      ({ expiresOn }) => expiresOn && formatDay(expiresOn),
    );
    expect(dates).toEqual(['2019-01-31', '2020-01-31', null]);
  });

  it.each([
    [
      'in PMC',
      [{ accountId: 'M1', provider: 'microsoft-learning', via: 'pmc', from: '2017-01-01' }],
      true,
      false,
    ],
    [
      'in Partner Center',
      [{ accountId: 'M1', provider: 'microsoft-learning', from: '2017-01-01' }],
      false,
      true,
    ],
    [
      'no longer',
      [{ accountId: 'M1', provider: 'microsoft-learning', from: '2017-01-01', until: '2018-06-01' }],
      false,
      false,
    ],
    [
      'elsewhere',
      [{ accountId: 'M1', provider: 'microsoft-learning', from: '2017-01-01', partner: 'other' }],
      false,
      false,
    ],
  ] as const)('says where the account is associated: %s', (_where, associations, inPmc, inPartnerCenter) => {
    const records = [record('r1', 'exam:a', { accountId: 'M1' })];
    expect(rows(facts([{ id: 'p1', associations, records }]), '2018-06-01')[0]).toMatchObject({
      accountId: 'M1',
      provider: 'microsoft-learning',
      associatedInPmc: inPmc,
      associatedInPartnerCenter: inPartnerCenter,
    });
  });
});
