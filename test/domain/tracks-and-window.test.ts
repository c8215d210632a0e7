import { describe, expect, it } from 'vitest';
import type { AttainmentOption, Competency, Programme } from '../../src/domain/catalogue/catalogue.ts';
import { evaluate } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument, FactsEnrolment, FactsMetric } from '../../src/domain/facts/facts-document.ts';
import { ask, facts, person, record } from './support/ask.ts';
import { competency, day, option, people, programme, score, units } from './support/programme-builder.ts';

const SOURCE = { text: 'written for a test', confidence: 'high' } as const;

function tracked(track: string, need: number): AttainmentOption {
  return { ...option(track, { gold: people(need, 'exam:a') }), track };
}

function withTracks(id: string, tracks: Competency['tracks']): Competency {
  return { ...competency(id, tracked('large', 2), tracked('small', 1)), tracks };
}

const TRACKS: Partial<Programme> = {
  tracks: new Map(['large', 'small'].map((id) => [id, { id, name: { en: id, fr: id } }])),
  defaultTrack: 'large',
};

const PROGRAMME = programme([withTracks('assigned', 'assigned'), withTracks('scored', 'both')], TRACKS);

function entries(enrolments: readonly FactsEnrolment[] | undefined): readonly string[] {
  const document = facts([person('ana', ['exam:a'])], enrolments === undefined ? {} : { enrolments });
  const { competencies, attained } = ask(PROGRAMME, document, { asOf: '2018-06-15', explain: false });
  const listed = competencies.map((entry) => `${entry.competency} ${entry.option} ${entry.outcome}`);
  return [...listed, ...attained.map((level) => `${level.competency} attained`)];
}

const BOTH = ['scored large unmet', 'scored small met'];

describe('tracks', () => {
  it.each([
    ['not enrolled, a company has the default one', undefined, 'large unmet'],
    ['enrolled in another programme as well', [{ programme: 'other', track: 'small' }], 'large unmet'],
    ['enrolled without a track', [{ programme: 'test-programme' }], 'large unmet'],
    ['enrolled in one', [{ programme: 'test-programme', track: 'large' }], 'large unmet'],
    ['enrolled in the other', [{ programme: 'test-programme', track: 'small' }], 'small met'],
    [
      'enrolled in both, the one that is not the default',
      [
        { programme: 'test-programme', track: 'small' },
        { programme: 'test-programme', track: 'large' },
      ],
      'small met',
    ],
  ])('where one is assigned: %s', (_, enrolments, entry) => {
    const assigned = entry.endsWith(' met') ? ['assigned attained'] : [];
    expect(entries(enrolments)).toEqual([`assigned ${entry}`, ...BOTH, ...assigned, 'scored attained']);
  });

  it('that nobody knows are refused', () => {
    const document = facts([], { enrolments: [{ programme: 'test-programme', track: 'huge' }] });
    expect(evaluate(document, PROGRAMME, { validAt: '2018-06-15', knownAt: null })).toMatchObject({
      kind: 'invalid-facts',
      path: 'enrolments[0].track',
      problem: 'unknown-value',
    });
  });

  it('are named once for a record that does not count: the one of the company', () => {
    const document = facts([{ id: 'ana', records: [record('r1', 'exam:a', { revokedOn: '2018-01-01' })] }]);
    const { notCounted } = ask(PROGRAMME, document, { asOf: '2018-06-15' });
    expect(notCounted!.map((entry) => `${entry.competency} ${entry.option}`)).toEqual([
      'assigned large',
      'scored large',
      'scored small',
    ]);
  });

  it('have metric values of their own', () => {
    const rule = score(10, [units('sales', 10, 10)]);
    const scored = (track: string): AttainmentOption => ({ ...option(track, { gold: rule }), track });
    const one: Competency = { ...competency('scored', scored('large'), scored('small')), tracks: 'both' };
    const metrics: FactsMetric[] = [
      { metric: 'sales', month: '2018-05', value: 4 },
      { metric: 'sales', month: '2018-05', value: 6, track: 'small' },
    ];
    const { competencies } = ask(programme([one], TRACKS), facts([], { metrics }), { asOf: '2018-06-15' });
    expect(competencies.map((entry) => entry.score!.points)).toEqual([4, 10]);
  });
});

describe('an option without a name', () => {
  const unnamed: AttainmentOption = { ...option('x', { gold: people(1, 'exam:a') }), id: null };

  it('is null in the answer, also beside the records that do not count for it', () => {
    const document = facts([{ id: 'ana', records: [record('r1', 'exam:a', { revokedOn: '2018-01-01' })] }]);
    const answer = ask(programme([competency('plain', unnamed)]), document, { asOf: '2018-06-15' });
    expect(answer.competencies[0]).toMatchObject({ competency: 'plain', option: null, outcome: 'unmet' });
    expect(answer.notCounted).toMatchObject([{ competency: 'plain', option: null, reason: 'revoked' }]);
  });
});

describe('a competency whose rules of the day are not public', () => {
  it('has no entry, with a warning', () => {
    const late = competency('late', {
      ...option('only', { gold: people(1, 'exam:a') }),
      levels: [
        {
          level: 'gold',
          sets: [{ from: day('2018-07-01'), until: null, source: SOURCE, requirement: people(1, 'exam:a') }],
        },
      ],
    });
    const two = programme([competency('early', option('only', { gold: people(1, 'exam:a') })), late]);
    const on = (asOf: string, asked?: string) => {
      const { competencies, warnings } = ask(two, facts([]), { asOf, ...(asked && { competency: asked }) });
      return [competencies.map((entry) => entry.competency), warnings];
    };
    const warning = { code: 'rules-not-public', competency: 'late', until: '2018-07-01' };
    expect(on('2018-06-30')).toEqual([['early'], [warning]]);
    expect(on('2018-06-30', 'early')).toEqual([['early'], []]);
    expect(on('2018-07-01')).toEqual([['early', 'late'], []]);
    expect(on('2017-06-30')).toEqual([[], [{ code: 'before-first-rules', from: '2017-07-01' }]]);
  });
});

describe('the qualification window', () => {
  const WINDOW = { qualificationWindowMonths: 6 };
  const simple = programme([competency('skilled', option('only', { gold: people(1, 'exam:a') }))], WINDOW);
  const held = (achievedOn: string, revokedOn: string): FactsDocument =>
    facts([{ id: 'ana', records: [record('r1', 'exam:a', { achievedOn, revokedOn })] }]);
  const qualified = (rules: Programme, document: FactsDocument, asOf: string, knownAt?: string) =>
    ask(rules, document, { asOf, ...(knownAt && { knownAt }) }).competencies.map(
      (entry) => entry.qualifiedInWindow,
    );

  it.each([
    ['the last day of the skill is the first day of the window', '2018-01-02', true],
    ['the skill ended the day before the window', '2018-01-01', false],
    ['the skill is still held', '2030-01-01', true],
  ])('is the month of the day and five more: %s', (_, revokedOn, expected) => {
    expect(qualified(simple, held('2017-01-01', revokedOn), '2018-06-15')).toEqual([expected]);
    expect(qualified(simple, held('2017-01-01', revokedOn), '2018-06-01')).toEqual([expected]);
  });

  it('sees a single day in the middle', () => {
    expect(qualified(simple, held('2018-03-10', '2018-03-11'), '2018-06-15')).toEqual([true]);
    expect(qualified(simple, held('2018-06-16', '2018-06-17'), '2018-06-15')).toEqual([false]);
  });

  it('knows no more than the question', () => {
    const late = {
      ...record('r1', 'exam:a', { revokedOn: '2018-05-01' }),
      recordedAt: '2018-05-20T00:00:00Z',
    };
    const document = facts([{ id: 'ana', records: [late] }]);
    expect(qualified(simple, document, '2018-06-15', '2018-05-19')).toEqual([false]);
    expect(qualified(simple, document, '2018-06-15', '2018-05-20')).toEqual([true]);
  });

  it('is absent from programmes without one', () => {
    const none = programme([competency('skilled', option('only', { gold: people(1, 'exam:a') }))]);
    expect(ask(none, facts([]), { asOf: '2018-06-15' }).competencies[0]).not.toHaveProperty(
      'qualifiedInWindow',
    );
  });

  const scored = programme(
    [competency('scored', option('only', { gold: score(10, [units('sales', 10, 10)]) }))],
    WINDOW,
  );
  const months = (values: Readonly<Record<string, number>>): FactsDocument => {
    const metrics = Object.entries(values).map(([month, value]) => ({ metric: 'sales', month, value }));
    return facts([], { metrics });
  };
  // On 15 June the window begins on 1 January, when December is the last complete month.
  const known = { '2017-12': 0, '2018-01': 0, '2018-02': 0, '2018-03': 0, '2018-04': 0, '2018-05': 0 };

  it.each([
    ['the first month that is read', { ...known, '2017-12': 10 }, true],
    ['the month before it', { ...known, '2017-11': 10 }, false],
    ['the last complete month', { ...known, '2018-05': 10 }, true],
    ['the month of the day', { ...known, '2018-06': 10 }, false],
    ['no month, one unknown', { '2017-12': 0, '2018-01': 0, '2018-02': 0, '2018-04': 0, '2018-05': 0 }, null],
    ['one month, the others unknown', { '2018-02': 10 }, true],
  ])('reads of each day its own last complete month: met by %s', (_, values, expected) => {
    expect(qualified(scored, months(values), '2018-06-15')).toEqual([expected]);
  });

  it('asks each day by its own rules: rules without tracks stand for the track of the company', () => {
    const set = (from: string, until: string | null, need: number) => ({
      from: day(from),
      until: until === null ? null : day(until),
      source: SOURCE,
      requirement: people(need, 'exam:a'),
    });
    const earlier: AttainmentOption = {
      ...option('x', {}),
      id: null,
      levels: [{ level: 'gold', sets: [set('2017-07-01', '2018-05-01', 1)] }],
    };
    const later = (track: string): AttainmentOption => ({
      ...option(track, {}),
      track,
      levels: [{ level: 'gold', sets: [set('2018-05-01', null, 2)] }],
    });
    const one: Competency = {
      ...competency('skilled', earlier, later('large'), later('small')),
      tracks: 'assigned',
    };
    const rules = programme([one], { ...TRACKS, ...WINDOW });
    const document = facts([person('ana', ['exam:a'])]);
    const asked = (asOf: string) =>
      ask(rules, document, { asOf }).competencies.map((entry) => [
        entry.option,
        entry.outcome,
        entry.qualifiedInWindow,
      ]);
    expect(asked('2018-04-30')).toEqual([[null, 'met', true]]);
    expect(asked('2018-05-01')).toEqual([['large', 'unmet', true]]);
    expect(asked('2018-09-30')).toEqual([['large', 'unmet', true]]);
    expect(asked('2018-10-01')).toEqual([['large', 'unmet', false]]);
  });
});
