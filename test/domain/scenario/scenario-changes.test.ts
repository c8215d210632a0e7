import { describe, expect, it } from 'vitest';
import type { FactsDocument } from '../../../src/domain/facts/facts-document.ts';
import { withFiguresHeld } from '../../../src/domain/scenario/held-figures.ts';
import { knownBy } from '../../../src/domain/scenario/known-by.ts';
import { type ScenarioChange, supposing } from '../../../src/domain/scenario/scenario-changes.ts';
import { ask, facts, person, record } from '../support/ask.ts';
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

const DAY = '2018-06-01';
const RULES = goldFor(people(1, 'exam:a'));
const TEAM = facts([person('p0', ['exam:a']), person('p1', [])]);

function outcome(document: FactsDocument, changes: readonly ScenarioChange[], on = DAY, rules = RULES) {
  const supposed = supposing({ facts: document, programme: rules }, changes, day(DAY), day(on));
  return ask(supposed.programme, supposed.facts, { asOf: on, explain: false }).competencies[0]!.outcome;
}

describe('a supposed change', () => {
  it('of people is seen by the rules from its day on', () => {
    const leaves = { kind: 'leaves', person: 'p0' } as const;
    expect(outcome(TEAM, [])).toBe('met');
    expect(outcome(TEAM, [leaves])).toBe('unmet');
    expect(outcome(TEAM, [{ ...leaves, on: '2018-07-01' }])).toBe('met');
    expect(outcome(TEAM, [{ ...leaves, on: '2018-07-01' }], '2018-07-01')).toBe('unmet');
    expect(outcome(TEAM, [leaves, { kind: 'passes', person: 'p1', skill: 'exam:a' }])).toBe('met');
    const joins = { kind: 'joins', person: 'joins:x', name: 'X', skills: [{ skill: 'exam:a' }] } as const;
    expect(outcome(TEAM, [leaves, joins])).toBe('met');
    expect(outcome(TEAM, [leaves, { ...joins, on: '2018-06-02' }])).toBe('unmet');
    // Nothing of the facts has changed.
    expect(outcome(TEAM, [])).toBe('met');
  });

  it('of the rules holds on every day', () => {
    const older = { ...RULES.competencies[0]!.options[0]!.levels[0]!.sets[0]! };
    const strict = people(2, 'exam:a');
    const sets = [
      { ...older, from: day('2010-01-01'), until: day('2018-01-01') },
      { ...older, from: day('2018-01-01'), until: null, requirement: strict },
    ];
    const [only] = RULES.competencies;
    const dated = {
      ...RULES,
      competencies: [{ ...only!, options: [{ ...only!.options[0]!, levels: [{ level: 'gold', sets }] }] }],
    };
    expect(outcome(TEAM, [], DAY, dated)).toBe('unmet');
    expect(outcome(TEAM, [{ kind: 'rules-of', day: '2017-06-01' }], DAY, dated)).toBe('met');
    expect(outcome(TEAM, [{ kind: 'skill-retires', skill: 'exam:a', on: '2010-01-01' }])).toBe('unmet');
  });

  it('of a figure replaces it in the months that are looked at', () => {
    const rules = goldFor(performance('sales', 1_000));
    const metric = 'sales';
    const shown = facts([], { metrics: [{ metric, month: '2018-05', value: 5 }], complete: true });
    expect(outcome(shown, [], DAY, rules)).toBe('unmet');
    expect(outcome(shown, [{ kind: 'metric', metric, value: 100 }], DAY, rules)).toBe('met');
    expect(outcome(shown, [{ kind: 'metric', metric, value: 100, from: '2018-05-01' }], DAY, rules)).toBe(
      'unmet',
    );
  });
});

describe('figures of days to come', () => {
  it('are those of today', () => {
    const rules = programme([
      competency('c0', option('o0', { gold: all(performance('sales', 1_000), people(1, 'exam:a')) })),
    ]);
    const metric = 'sales';
    const metrics = Array.from({ length: 12 }, (_, index) => ({
      metric,
      month: `${index < 7 ? 2017 : 2018}-${String(((index + 5) % 12) + 1).padStart(2, '0')}`,
      value: 100,
    }));
    const document = facts([person('p0', ['exam:a'])], { metrics });
    const on = (held: FactsDocument, asOf: string) =>
      ask(rules, held, { asOf, explain: false }).competencies[0]!.outcome;
    expect(on(document, DAY)).toBe('met');
    expect(on(document, '2019-03-01')).not.toBe('met');
    const held = withFiguresHeld({ facts: document, programme: rules }, day(DAY), day('2019-03-01'));
    expect(on(held.facts, '2019-03-01')).toBe('met');
    expect(withFiguresHeld({ facts: document, programme: rules }, day(DAY), day(DAY)).facts).toBe(document);
  });
});

describe('what was known by a day', () => {
  it('has neither later records nor later corrections', () => {
    const later = record('r2', 'exam:a', { recordedAt: '2018-05-02T00:00:00Z' });
    const voided = record('r1', 'exam:a', {
      recordedAt: '2018-01-01T00:00:00Z',
      voidedAt: '2018-05-02T00:00:00Z',
    });
    const document = facts([person('p0', [], { records: [voided, later] })]);
    const known = knownBy(document, '2018-05-01');
    expect(known.people![0]!.records).toEqual([{ ...voided, voidedAt: null }]);
    expect(knownBy(document, null)).toBe(document);
  });
});
