/** Single actions where people, figures and other options depend on each other, against trying every action. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  GrowthMetric,
  Programme,
  Requirement,
  ScoreMetric,
  SharingLimit,
} from '../../src/domain/catalogue/catalogue.ts';
import { createEvaluator, evaluateWithVerdicts, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { OptionResult } from '../../src/domain/evaluation/evaluation-result.ts';
import { type Action, applyAction } from '../../src/domain/explanation/apply-action.ts';
import { type SingleAction, singleActions } from '../../src/domain/explanation/single-actions.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { attainedLevel, COUPLED_PROGRAMMES, COUPLED_SKILLS, team } from './support/arbitrary-coupled.ts';
import { facts, person } from './support/ask.ts';
import {
  both,
  competency,
  day,
  goldFor,
  holds,
  option,
  people,
  programme,
  score,
  step,
  steps,
  units,
} from './support/programme-builder.ts';

const ON = '2018-06-01';
const SKILLS = [...COUPLED_SKILLS, 'exam:d'];

type Target = Pick<OptionResult, 'competency' | 'level' | 'option'>;

function explained(rules: Programme, given: FactsDocument) {
  const answer = evaluateWithVerdicts(given, rules, { validAt: ON, knownAt: null });
  if (isFailure(answer)) throw new Error('refused');
  return { competencies: answer.result.competencies, verdicts: answer.verdicts };
}

function key({ competency: id, level, option: of }: Target): string {
  return `${id} ${level} ${of}`;
}

/** Tells which options are met after an action, from the whole facts. */
function trying(rules: Programme, given: FactsDocument): (action: Action) => ReadonlySet<string> {
  const evaluator = createEvaluator(rules, { validAt: ON, knownAt: null });
  if (isFailure(evaluator)) throw new Error('refused');
  return (action) => {
    const answer = evaluator.evaluate(applyAction(given, action, day(ON)));
    if (isFailure(answer)) throw new Error('refused');
    return new Set(answer.competencies.filter(({ outcome }) => outcome === 'met').map(key));
  };
}

/** One action for each person that it names. */
function claims(actions: readonly SingleAction[]): readonly Action[] {
  return actions.flatMap((action): readonly Action[] =>
    action.kind === 'obtain'
      ? action.people.map((id) => ({ kind: 'obtain', person: id, skill: action.skill }))
      : [action],
  );
}

function employed({ people: everybody }: FactsDocument): readonly string[] {
  return (everybody ?? [])
    .filter(({ employedFrom, employedUntil }) => (employedFrom ?? '') <= ON && (employedUntil ?? '9') > ON)
    .map(({ id }) => id);
}

/** Whether what is named is right and nothing that could be named is left out, for all options not met. */
function compare(rules: Programme, given: FactsDocument, seen: Map<string, number>): void {
  const answer = explained(rules, given);
  const metAfter = trying(rules, given);
  const possible: readonly Action[] = [
    ...employed(given).flatMap((id) =>
      SKILLS.map((skill): Action => ({ kind: 'obtain', person: id, skill })),
    ),
    { kind: 'have-asset', asset: 'audit' },
    { kind: 'raise-metric', metric: 'seats', by: 1, association: null },
  ];
  const tried = possible.map((action) => ({ action, met: metAfter(action) }));
  for (const target of answer.competencies) {
    const asOf = { validAt: ON, knownAt: null };
    const { actions, complete } = singleActions(given, rules, asOf, target, answer);
    expect(complete).toBe(true);
    const claimed = claims(actions);
    if (target.outcome === 'met') {
      expect(claimed).toEqual([]);
      continue;
    }
    for (const action of claimed) expect([action, metAfter(action).has(key(target))]).toEqual([action, true]);
    const named = new Set(claimed.map((action) => JSON.stringify(action)));
    for (const { action, met } of tried) {
      const meets = met.has(key(target));
      expect([key(target), action, named.has(JSON.stringify(action))]).toEqual([key(target), action, meets]);
      if (meets) seen.set(action.kind, (seen.get(action.kind) ?? 0) + 1);
    }
  }
}

const GROWTH: GrowthMetric = {
  kind: 'growth',
  metric: 'people',
  max: 15,
  holds: holds('exam:a'),
  since: day('2018-01-01'),
  bands: [{ from: both(0), to: both(3), percent: 50 }],
  reached: { people: both(5), forMonths: 24 },
};

const scoreMetric: fc.Arbitrary<ScoreMetric> = fc.oneof(
  fc.constant(GROWTH),
  fc.constant(units('seats', 20, 1)),
  fc
    .record({ first: fc.constantFrom(...SKILLS), next: fc.constantFrom(...SKILLS), gate: fc.boolean() })
    .map(({ first, next, gate }) =>
      steps('people', 30, step(1, first, { gate, each: 5 }), step(1, next, { each: 10 })),
    ),
);

const scored: fc.Arbitrary<Programme> = fc
  .record({
    metrics: fc.uniqueArray(scoreMetric, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind }),
    threshold: fc.constantFrom(10, 20, 30, 40),
    band: fc.constantFrom(null, 15),
    everyMetricPositive: fc.boolean(),
    group: fc.constantFrom<Requirement['kind'] | null>('people', null),
  })
  .map(({ metrics, threshold, band, everyMetricPositive, group }) => {
    const below = band === null ? null : threshold + band;
    const points = score(threshold, metrics, { below, everyMetricPositive });
    return goldFor(group === null ? points : { kind: 'all-of', of: [points, people(1, 'exam:b')] });
  });

describe('the single actions of a programme with', () => {
  it.each([...COUPLED_PROGRAMMES, ['points for people, growth and figures', scored] as const])(
    '%s are those that trying every action on all facts finds',
    (_, rules) => {
      const seen = new Map<string, number>();
      fc.assert(
        fc.property(rules, team, (asked, given) => compare(asked, given, seen)),
        { numRuns: 60 },
      );
      expect(seen.get('obtain')).toBeGreaterThan(0);
    },
  );
});

describe('a single action', () => {
  const exclusive: SharingLimit = { kind: 'at-most', atMost: 1, levels: null, groups: null, exempt: [] };
  const target = { competency: 'second', level: 'gold', option: 'only' };
  const asOf = { validAt: ON, knownAt: null };

  it('may be that of somebody who frees another: an exam that the option itself does not name', () => {
    const rules = programme(
      [
        competency('first', option('only', { gold: people(1, 'exam:a') })),
        competency('second', option('only', { gold: people(1, 'exam:b') })),
      ],
      { sharingLimits: [exclusive] },
    );
    const given = facts([person('ana', ['exam:a', 'exam:b']), person('bob', [])]);
    expect(singleActions(given, rules, asOf, target, explained(rules, given)).actions).toEqual([
      { kind: 'obtain', skill: 'exam:b', people: ['bob'] },
      { kind: 'obtain', skill: 'exam:a', people: ['bob'] },
    ]);
  });

  it('may meet a level that the option asks for', () => {
    const rules = programme([
      competency('first', option('only', { silver: people(2, 'exam:a') })),
      competency('second', option('only', { gold: attainedLevel('first', 'silver') })),
    ]);
    const given = facts([person('ana', ['exam:a']), person('bob', [])]);
    expect(singleActions(given, rules, asOf, target, explained(rules, given)).actions).toEqual([
      { kind: 'obtain', skill: 'exam:a', people: ['bob'] },
    ]);
  });

  it('counts the share of all the staff, and may be a figure where several people would be needed', () => {
    const half: Requirement = { kind: 'percent-of-staff', percent: 50, atMost: null, holds: holds('exam:a') };
    const rules = programme([competency('second', option('only', { gold: half }))]);
    const staff = ['ana', 'bob', 'cem', 'dora'].map((id, index) => person(id, index === 0 ? ['exam:a'] : []));
    const given = facts(staff);
    expect(singleActions(given, rules, asOf, target, explained(rules, given)).actions).toEqual([
      { kind: 'obtain', skill: 'exam:a', people: ['bob', 'cem', 'dora'] },
    ]);
    const points = score(20, [steps('people', 20, step(1, 'exam:a', { each: 5 })), units('sales', 30, 60)]);
    const scoredRules = programme([competency('second', option('only', { gold: points }))]);
    expect(explained(scoredRules, given).competencies[0]!.shortfall.people).toBe(3);
    expect(singleActions(given, scoredRules, asOf, target, explained(scoredRules, given)).actions).toEqual([
      { kind: 'raise-metric', metric: 'sales', by: 30, association: null },
    ]);
  });

  it('is any of several assets of which one more is needed', () => {
    const assets: Requirement = { kind: 'asset-count', count: 2, anyOf: ['audit', 'reference', 'review'] };
    const rules = programme([competency('second', option('only', { gold: assets }))]);
    const given = facts([], { assets: [{ asset: 'audit' }] });
    expect(singleActions(given, rules, asOf, target, explained(rules, given)).actions).toEqual([
      { kind: 'have-asset', asset: 'reference' },
      { kind: 'have-asset', asset: 'review' },
    ]);
  });
});
