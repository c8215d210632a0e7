import { describe, expect, it } from 'vitest';
import { ask, facts, reasonFor, record } from './support/ask.ts';
import { anyOf, goldFor, people } from './support/programme-builder.ts';

const PROGRAMME = goldFor(people(1, anyOf('exam:a', 'exam:b', 'external:scrum')), { minGrade: 2 });
const ON = '2018-06-01';

function holding(...records: readonly ReturnType<typeof record>[]) {
  return facts([{ id: 'p1', records }]);
}

function reasons(document: ReturnType<typeof holding>) {
  return ask(PROGRAMME, document, { asOf: ON }).notCounted!.map((entry) => [
    entry.record,
    entry.reason,
    entry.params,
  ]);
}

describe('the same achievement told twice', () => {
  it('is kept under the lowest id', () => {
    expect(reasons(holding(record('r2', 'exam:a'), record('r1', 'exam:a')))).toEqual([
      ['r2', 'duplicate', { of: 'r1' }],
    ]);
  });

  it('is kept by the record that counts', () => {
    const document = holding(record('r1', 'exam:a', { revokedOn: '2018-01-01' }), record('r2', 'exam:a'));
    expect(reasons(document)).toEqual([['r1', 'duplicate', { of: 'r2' }]]);
  });

  it('is recognised by its certificate number, across days and through others', () => {
    const document = holding(
      record('r1', 'exam:a', { certificateNumber: 'C1' }),
      record('r2', 'exam:a', { certificateNumber: 'C1', achievedOn: '2017-02-01' }),
      record('r3', 'exam:a', { achievedOn: '2017-02-01' }),
    );
    expect(reasons(document).map(([id]) => id)).toEqual(['r2', 'r3']);
  });

  it('is not another day or another exam', () => {
    const document = holding(
      record('r1', 'exam:a', { voidedAt: '2018-02-01T00:00:00Z' }),
      record('r2', 'exam:a'),
      record('r3', 'exam:a', { achievedOn: '2017-02-01' }),
      record('r4', 'exam:b'),
    );
    expect(reasons(document)).toEqual([['r1', 'voided', { at: '2018-02-01T00:00:00Z' }]]);
  });

  it('is found over the user accounts of one individual', () => {
    const document = facts([
      { id: 'p1', records: [record('r1', 'exam:a')] },
      { id: 'p2', sameAs: 'p1', records: [record('r2', 'exam:a')] },
    ]);
    expect(reasonFor(PROGRAMME, document, ON, 'r2')).toMatchObject({
      reason: 'duplicate',
      params: { of: 'r1' },
    });
  });
});

describe('where a record comes from', () => {
  it.each([
    ['a recognised source counts', 'exam:a', { source: 'partner-university' }, null],
    ['no source given counts', 'exam:a', {}, null],
    [
      'another source does not',
      'exam:a',
      { source: 'openedx' },
      ['source-not-recognised', { source: 'openedx' }],
    ],
    ['an external item counts whatever its source', 'external:scrum', { source: 'scrum-org' }, null],
    [
      'evidence below the programme’s grade does not',
      'exam:a',
      { grade: 1 },
      ['below-grade', { grade: 1, minGrade: 2 }],
    ],
    ['evidence of its grade counts', 'exam:a', { grade: 2 }, null],
  ] as const)('%s', (_case, skill, more, expected) => {
    const entry = reasonFor(PROGRAMME, holding(record('r1', skill, more)), ON, 'r1');
    expect(entry && [entry.reason, entry.params]).toEqual(expected);
  });

  it('only the first reason is told', () => {
    const everything = record('r1', 'exam:a', {
      voidedAt: '2018-01-01T00:00:00Z',
      source: 'openedx',
      revokedOn: '2018-01-01',
      expiresOn: '2018-01-01',
    });
    expect(reasons(holding(everything)).map(([, reason]) => reason)).toEqual(['voided']);
  });

  it('a skill that no option names is told once', () => {
    expect(reasons(holding(record('r1', 'exam:h', { revokedOn: '2018-01-01' })))).toEqual([
      ['r1', 'not-named', {}],
    ]);
  });
});
