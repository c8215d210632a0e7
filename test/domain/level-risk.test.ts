import { describe, expect, it } from 'vitest';
import type { Requirement, RequirementSet } from '../../src/domain/catalogue/catalogue.ts';
import type { FactsDocument, FactsPerson, FactsRecord } from '../../src/domain/facts/facts-document.ts';
import { levelRisk } from '../../src/domain/projection/level-risk.ts';
import { facts, person } from './support/ask.ts';
import {
  all,
  any,
  competency,
  day,
  goldFor,
  ofWhich,
  option,
  people,
  performance,
  programme,
} from './support/programme-builder.ts';
import { onlyRisk, projected, risks } from './support/risk.ts';

const AS_OF = '2018-06-01';
const ONE_OF_A = goldFor(people(1, 'exam:a'));

function holder(record: Partial<FactsRecord>, more: Partial<FactsPerson> = {}): FactsDocument {
  const held = { id: 'r1', skill: 'exam:a', achievedOn: '2017-01-10', ...record };
  return facts([{ id: 'p1', records: [held], ...more }]);
}

const ACCOUNT = { accountId: 'M1', from: '2017-01-01' };
const RECORD = { people: ['p1'], records: ['r1'], skills: ['exam:a'] };

/** What ends, the day on which the level is first not met, and why. */
const ENDS: readonly (readonly [string, FactsDocument, string, object])[] = [
  [
    'expiry, the day after the last valid one',
    holder({ expiresOn: '2018-09-10' }),
    '2018-09-11',
    { kind: 'expired', ...RECORD },
  ],
  ['revocation', holder({ revokedOn: '2018-09-10' }), '2018-09-10', { kind: 'revoked', ...RECORD }],
  [
    'a planned departure',
    holder({}, { employedUntil: '2018-09-10' }),
    '2018-09-10',
    { kind: 'person-left', ...RECORD },
  ],
  [
    'the end of an association',
    holder({}, { associations: [{ ...ACCOUNT, until: '2018-09-10' }] }),
    '2018-09-10',
    { kind: 'association-ended', ...RECORD },
  ],
  [
    'the move of the account to another partner',
    holder(
      {},
      {
        associations: [
          { ...ACCOUNT, until: '2018-09-10' },
          { accountId: 'M1', from: '2018-09-10', partner: 'fabrikam' },
        ],
      },
    ),
    '2018-09-10',
    { kind: 'associated-elsewhere', ...RECORD },
  ],
  [
    'the end of the PMC window',
    {
      ...holder({}, { associations: [{ ...ACCOUNT, via: 'pmc' }] }),
      partner: { id: 'contoso', movedFromPmcOn: '2018-03-10' },
    },
    '2018-09-10',
    { kind: 'pmc-window-over', ...RECORD },
  ],
];

describe('a level is lost', () => {
  it.each(ENDS)('by %s: not the day before', (_, document, on, cause) => {
    const before = new Date(Date.parse(on) - 86_400_000).toISOString().slice(0, 10);
    expect(onlyRisk(ONE_OF_A, document, { asOf: AS_OF, until: before }).firstLossDate).toBeNull();
    const lost = { firstLossDate: on, cause: [cause] };
    expect(onlyRisk(ONE_OF_A, document, { asOf: AS_OF, until: on })).toMatchObject(lost);
    expect(onlyRisk(ONE_OF_A, document, { asOf: before, until: '2020-01-01' })).toMatchObject(lost);
    expect(risks(ONE_OF_A, document, { asOf: on, until: '2020-01-01' })).toEqual([]);
  });

  it('by a retirement, the day after the twelve months in which the skill still counts', () => {
    const rules = goldFor(people(1, 'exam:retiring'));
    const risk = onlyRisk(rules, holder({ skill: 'exam:retiring' }), { asOf: AS_OF, until: '2020-01-01' });
    expect(risk).toMatchObject({
      firstLossDate: '2019-01-01',
      cause: [{ kind: 'retired', records: ['r1'] }],
    });
  });

  it('by the computed expiry of a role-based certification', () => {
    const rules = goldFor(people(1, 'cert:role-based'));
    const risk = onlyRisk(rules, holder({ skill: 'cert:role-based' }), { asOf: AS_OF, until: '2020-01-01' });
    expect(risk.firstLossDate).toBe('2019-01-11');
  });

  it('by the end of an asset', () => {
    const rules = goldFor({ kind: 'asset', asset: 'audit' });
    const document = facts([], { assets: [{ asset: 'audit', until: '2018-09-10' }] });
    expect(onlyRisk(rules, document, { asOf: AS_OF, until: '2019-01-01' })).toMatchObject({
      firstLossDate: '2018-09-10',
      cause: [{ kind: 'asset-ended', assets: ['audit'] }],
      departuresSurvived: null,
    });
  });

  it('by other rules that come into force', () => {
    const dated = option('only', { gold: people(1, 'exam:a') });
    const [set] = dated.levels[0]!.sets as [RequirementSet];
    const stricter = { ...set, from: day('2018-09-10'), requirement: people(2, 'exam:a') };
    const sets = [{ ...set, until: day('2018-09-10') }, stricter];
    const rules = programme([competency('skilled', { ...dated, levels: [{ level: 'gold', sets }] })]);
    expect(onlyRisk(rules, holder({}), { asOf: AS_OF, until: '2018-09-09' }).firstLossDate).toBeNull();
    expect(onlyRisk(rules, holder({}), { asOf: AS_OF, until: '2019-01-01' })).toMatchObject({
      firstLossDate: '2018-09-10',
      cause: [{ kind: 'rules-changed', options: ['only'] }],
    });
  });

  it('for every reason of the day, in the order of the reasons', () => {
    const document = facts([
      person('p2', [], {
        records: [{ id: 'r2', skill: 'exam:a', achievedOn: '2017-01-10', expiresOn: '2018-09-09' }],
      }),
      person('p1', ['exam:a'], { employedUntil: '2018-09-10' }),
      person('p3', [], {
        records: [{ id: 'r3', skill: 'exam:b', achievedOn: '2017-01-10', expiresOn: '2018-09-09' }],
      }),
    ]);
    const { firstLossDate, cause } = onlyRisk(ONE_OF_A, document, { asOf: AS_OF, until: '2019-01-01' });
    expect(firstLossDate).toBe('2018-09-10');
    expect(cause).toEqual([
      { kind: 'person-left', people: ['p1'], records: ['p1-1'], skills: ['exam:a'] },
      { kind: 'expired', people: ['p2'], records: ['r2'], skills: ['exam:a'] },
    ]);
  });

  it('never, while another option takes over or somebody comes in time', () => {
    const rules = programme([
      competency(
        'skilled',
        option('one', { gold: people(1, 'exam:a') }),
        option('two', { gold: people(1, 'exam:b') }),
      ),
    ]);
    const document = facts([
      person('p1', ['exam:a'], { employedUntil: '2018-09-10' }),
      person('p2', ['exam:b'], { employedFrom: '2018-09-10' }),
    ]);
    const { firstLossDate, departuresSurvived } = onlyRisk(rules, document, {
      asOf: AS_OF,
      until: '2020-01-01',
    });
    expect([firstLossDate, departuresSurvived]).toEqual([null, 0]);
  });

  it('not by metrics: those of the future are held at their present value', () => {
    const months = Array.from({ length: 12 }, (_, index) => {
      return {
        metric: 'sales',
        month: `201${index < 7 ? 7 : 8}-${String(((index + 5) % 12) + 1).padStart(2, '0')}`,
        value: 10,
      };
    });
    const document = { ...facts([]), metrics: months, complete: true };
    const rules = goldFor(performance('sales', 120));
    expect(onlyRisk(rules, document, { asOf: AS_OF, until: '2021-01-01' }).firstLossDate).toBeNull();
  });
});

describe('what is known', () => {
  const recordedLater = { ...holder({ expiresOn: '2018-09-10' }) };
  const renewal = { id: 'r2', skill: 'exam:a', achievedOn: '2018-05-20', recordedAt: '2018-06-03T10:00:00Z' };
  const [holderOfA] = recordedLater.people as [FactsPerson];
  const document = facts([{ ...holderOfA, records: [...holderOfA.records!, renewal] }]);

  it('later does not change what was known then', () => {
    const question = { asOf: AS_OF, until: '2019-01-01' };
    expect(onlyRisk(ONE_OF_A, document, { ...question, knownAt: '2018-06-02' }).firstLossDate).toBe(
      '2018-09-11',
    );
    expect(onlyRisk(ONE_OF_A, document, { ...question, knownAt: '2018-06-03' }).firstLossDate).toBeNull();
  });
});

describe('departures', () => {
  const risk = (requirement: Requirement, team: readonly FactsPerson[]) =>
    onlyRisk(goldFor(requirement), facts(team), { asOf: AS_OF, until: AS_OF });

  it('are survived as long as enough people are left', () => {
    const team = ['p1', 'p2', 'p3'].map((id) => person(id, ['exam:a']));
    expect(risk(people(1, 'exam:a'), team)).toMatchObject({ departuresSurvived: 2, criticalPeople: [] });
    expect(risk(people(3, 'exam:a'), team)).toMatchObject({
      departuresSurvived: 0,
      criticalPeople: ['p1', 'p2', 'p3'],
    });
  });

  it('find the one person who holds what is asked of some', () => {
    const team = [person('p3', ['exam:a']), person('p2', ['exam:a', 'exam:b']), person('p1', ['exam:a'])];
    const requirement = people(2, 'exam:a', { ofWhich: [ofWhich(1, 'exam:b')] });
    expect(risk(requirement, team)).toMatchObject({ departuresSurvived: 0, criticalPeople: ['p2'] });
  });

  it('must break every branch and every option', () => {
    const team = [person('p1', ['exam:a']), person('p2', ['exam:b']), person('p3', ['exam:a', 'exam:c'])];
    expect(risk(any(people(1, 'exam:a'), people(1, 'exam:b')), team).departuresSurvived).toBe(2);
    expect(risk(all(people(1, 'exam:a'), people(1, 'exam:c')), team).criticalPeople).toEqual(['p1', 'p3']);
  });

  it('do not matter to a level that another option without people keeps', () => {
    const rules = programme([
      competency(
        'skilled',
        option('people', { gold: people(1, 'exam:a') }),
        option('audit', { gold: { kind: 'asset', asset: 'audit' } }),
      ),
    ]);
    const document = facts([person('p1', ['exam:a'])], { assets: [{ asset: 'audit' }] });
    expect(onlyRisk(rules, document, { asOf: AS_OF, until: AS_OF })).toMatchObject({
      departuresSurvived: null,
      criticalPeople: [],
    });
  });

  it('take an individual with all user accounts at once, and name all of them that are employed', () => {
    const twice = [
      person('p1', ['exam:a'], { employedUntil: '2018-01-01' }),
      person('p3', ['exam:a'], { sameAs: 'p1' }),
      person('p2', ['exam:a'], { sameAs: 'p3' }),
    ];
    expect(risk(people(1, 'exam:a'), twice)).toMatchObject({
      departuresSurvived: 0,
      criticalPeople: ['p2', 'p3'],
    });
  });
});

describe('an exemption', () => {
  it('holds an attained level until its end, and the level met below it until its own', () => {
    const rules = programme([
      competency('skilled', option('only', { silver: people(1, 'exam:a'), gold: people(2, 'exam:a') })),
    ]);
    const exemptions = [{ competency: 'skilled', level: 'gold', until: '2018-09-10' }];
    const document = { ...holder({ expiresOn: '2018-12-31' }), exemptions };
    const { risk, ends } = projected(rules, document, { asOf: AS_OF, until: '2020-01-01' });
    expect(risk.levels).toMatchObject([{ level: 'silver', firstLossDate: '2019-01-01' }]);
    expect(ends).toEqual([
      { competency: 'skilled', level: 'gold', on: '2018-09-10', cause: [{ kind: 'exemption-ended' }] },
    ]);
  });
});

describe('a question about risk', () => {
  it.each([
    ['validAt', { validAt: '2018-02-30', until: '2018-03-01', knownAt: null }],
    ['until', { validAt: '2018-02-01', until: '2018-02-30', knownAt: null }],
    ['until', { validAt: '2018-02-01', until: '2018-01-31', knownAt: null }],
    ['knownAt', { validAt: '2018-02-01', until: '2018-02-01', knownAt: 'yesterday' }],
  ])('is refused by its %s', (field, question) => {
    expect(levelRisk(facts([]), ONE_OF_A, question)).toMatchObject({ kind: 'invalid-question', field });
  });
});
