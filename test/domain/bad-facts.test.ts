import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, facts, person } from './support/ask.ts';
import { goldFor, people } from './support/programme-builder.ts';

const PROGRAMME = goldFor(people(1, 'exam:a'));
const RECORD = { id: 'r1', skill: 'exam:a', achievedOn: '2018-01-01' };

function withPerson(person: object): object {
  return { partner: { id: 'contoso' }, people: [{ id: 'p0' }, { id: 'p1', ...person }] };
}

function withRecord(record: object): object {
  return withPerson({ records: [{ ...RECORD, ...record }] });
}

describe('facts that cannot be read name the field', () => {
  it.each([
    [null, '', 'wrong-type'],
    [[], '', 'wrong-type'],
    [{}, 'partner', 'missing'],
    [{ partner: {} }, 'partner.id', 'missing'],
    [{ partner: { id: 7 } }, 'partner.id', 'wrong-type'],
    [{ partner: { id: 'c', market: 'emerging' } }, 'partner.market', 'unknown-value'],
    [{ partner: { id: 'c', movedFromPmcOn: '2018-02-30' } }, 'partner.movedFromPmcOn', 'impossible-date'],
    [{ partner: { id: 'c' }, people: {} }, 'people', 'wrong-type'],
    [{ partner: { id: 'c' }, complete: 'yes' }, 'complete', 'wrong-type'],
    [{ partner: { id: 'c' }, people: ['p1'] }, 'people[0]', 'wrong-type'],
    [{ partner: { id: 'c' }, people: [{ id: 'p1' }, { id: 'p1' }] }, 'people[1].id', 'duplicate-id'],
    [
      withPerson({ employedFrom: '2018-02-01', employedUntil: '2018-01-31' }),
      'people[1].employedUntil',
      'until-before-from',
    ],
    [withPerson({ records: null }), 'people[1].records', 'wrong-type'],
    [withPerson({ records: [RECORD, RECORD] }), 'people[1].records[1].id', 'duplicate-id'],
    [withRecord({ id: undefined }), 'people[1].records[0].id', 'missing'],
    [withRecord({ skill: 70 }), 'people[1].records[0].skill', 'wrong-type'],
    [withRecord({ achievedOn: undefined }), 'people[1].records[0].achievedOn', 'missing'],
    [withRecord({ achievedOn: '2018-02-30' }), 'people[1].records[0].achievedOn', 'impossible-date'],
    [withRecord({ achievedOn: '2018-1-3' }), 'people[1].records[0].achievedOn', 'impossible-date'],
    [withRecord({ achievedOn: '2019-02-29' }), 'people[1].records[0].achievedOn', 'impossible-date'],
    [
      withRecord({ achievedOn: '2018-01-01T25:00:00Z' }),
      'people[1].records[0].achievedOn',
      'impossible-date',
    ],
    [withRecord({ achievedOn: '2018-01-01T10:00:00' }), 'people[1].records[0].achievedOn', 'impossible-date'],
    [withRecord({ expiresOn: 20180101 }), 'people[1].records[0].expiresOn', 'wrong-type'],
    [withRecord({ revokedOn: false }), 'people[1].records[0].revokedOn', 'wrong-type'],
    [withRecord({ recordedAt: 'yesterday' }), 'people[1].records[0].recordedAt', 'impossible-date'],
    [withRecord({ voidedAt: '2018-13-01T00:00:00Z' }), 'people[1].records[0].voidedAt', 'impossible-date'],
    [withRecord({ source: 5 }), 'people[1].records[0].source', 'wrong-type'],
    [withRecord({ accountId: [] }), 'people[1].records[0].accountId', 'wrong-type'],
    [withRecord({ grade: 5 }), 'people[1].records[0].grade', 'out-of-range'],
    [withRecord({ grade: 1.5 }), 'people[1].records[0].grade', 'out-of-range'],
    [withRecord({ grade: '1' }), 'people[1].records[0].grade', 'wrong-type'],
    [withPerson({ associations: [{ accountId: 'M1' }] }), 'people[1].associations[0].from', 'missing'],
    [
      withPerson({ associations: [{ accountId: 'M1', from: '2018-02-01', until: '2018-01-01' }] }),
      'people[1].associations[0].until',
      'until-before-from',
    ],
    [
      withPerson({ associations: [{ accountId: 'M1', from: '2018-02-01', via: 'mail' }] }),
      'people[1].associations[0].via',
      'unknown-value',
    ],
    [
      withPerson({
        accounts: [
          { accountId: 'M1', mergedInto: 'M2' },
          { accountId: 'M2', mergedInto: 'M1' },
        ],
      }),
      'people[1].accounts[1].mergedInto',
      'merge-cycle',
    ],
    [
      withPerson({ accounts: [{ accountId: 'M1', mergedInto: 'M1' }] }),
      'people[1].accounts[0].mergedInto',
      'merge-cycle',
    ],
    [
      { partner: { id: 'c' }, metrics: [{ metric: 'sales', month: '2018-13', value: 1 }] },
      'metrics[0].month',
      'impossible-date',
    ],
    [
      { partner: { id: 'c' }, metrics: [{ metric: 'sales', month: '2018-03', value: '1' }] },
      'metrics[0].value',
      'wrong-type',
    ],
    [
      { partner: { id: 'c' }, assets: [{ asset: 'audit', from: '2018-02-01', until: '2018-01-01' }] },
      'assets[0].until',
      'until-before-from',
    ],
    [
      { partner: { id: 'c' }, exemptions: [{ competency: 'skilled', level: 'platinum' }] },
      'exemptions[0].level',
      'unknown-value',
    ],
    [
      {
        partner: { id: 'c' },
        exemptions: [{ competency: 'skilled', level: 'gold', from: '2019-02-01', until: '2019-01-31' }],
      },
      'exemptions[0].until',
      'until-before-from',
    ],
    [{ partner: { id: 'c' }, memberships: [{ offer: 'gold' }] }, 'memberships[0].activeFrom', 'missing'],
    [{ partner: { id: 'c' }, enrolments: [{}] }, 'enrolments[0].programme', 'missing'],
  ])('%j', (document, path, problem) => {
    const answer = evaluate(document as FactsDocument, PROGRAMME, { validAt: '2018-06-01', knownAt: null });
    expect(answer).toMatchObject({ kind: 'invalid-facts', path, problem });
  });
});

describe('what is accepted and told', () => {
  it('unknown fields, once for each name and place', () => {
    const odd = { ...person('p1', ['exam:a', 'exam:b']), nickname: 'Al' };
    const records = odd.records!.map((record) => ({ ...record, badge: true }));
    const document = facts([{ ...odd, records } as never], { colour: 'blue' } as never);
    expect(ask(PROGRAMME, document, { asOf: '2018-06-01' }).warnings).toEqual([
      { code: 'unknown-field', path: 'colour' },
      { code: 'unknown-field', path: 'people[].nickname' },
      { code: 'unknown-field', path: 'people[].records[].badge' },
    ]);
  });

  it('unknown skills, with their record, which no option names', () => {
    const answer = ask(PROGRAMME, facts([person('p1', ['exam:zz'])]), { asOf: '2018-06-01' });
    expect(answer.warnings).toEqual([
      { code: 'unknown-skill', record: 'p1-1', person: 'p1', skill: 'exam:zz' },
    ]);
    expect(answer.notCounted).toEqual([
      { record: 'p1-1', person: 'p1', competency: null, option: null, reason: 'not-named', params: {} },
    ]);
  });
});

describe('a question that cannot be answered is refused', () => {
  it.each([
    [{ validAt: '2018-02-30', knownAt: null }, {}, 'validAt'],
    [{ validAt: '2018-06-01', knownAt: 'then' }, {}, 'knownAt'],
    [{ validAt: '2018-06-01', knownAt: null }, { competency: 'cooking' }, 'competency'],
    [{ validAt: '2018-06-01', knownAt: null }, { level: 'platinum' }, 'level'],
  ])('%j %j', (asOf, options, field) => {
    expect(evaluate(facts([]), PROGRAMME, asOf, options)).toMatchObject({ kind: 'invalid-question', field });
  });
});
