import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreMetric, ScoreRequirement } from '../../src/domain/catalogue/catalogue.ts';
import { createEvaluator, isFailure } from '../../src/domain/evaluation/evaluate.ts';
import type { FactsDocument } from '../../src/domain/facts/facts-document.ts';
import { ask, person } from './support/ask.ts';
import { anyOf, both, goldFor, score, step, steps, units } from './support/programme-builder.ts';

const ON = '2018-06-15';
const EXAMS = ['exam:a', 'exam:b', 'exam:c', 'exam:d'];

/** Numerator and denominator, as a pupil would write them. */
type Ratio = readonly [bigint, bigint];

const add = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const atLeast = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d >= c * b;
const capped = (value: Ratio, most: number): Ratio =>
  value[0] < 0n ? [0n, 1n] : atLeast(value, [BigInt(most), 1n]) ? [BigInt(most), 1n] : value;

interface Case {
  readonly rule: ScoreRequirement;
  readonly held: readonly (readonly string[])[];
  readonly metrics: FactsDocument['metrics'];
  readonly complete: boolean;
}

const arbitraryStep = fc
  .record({
    need: fc.integer({ min: 1, max: 3 }),
    skills: fc.subarray(EXAMS, { minLength: 1 }),
    gate: fc.boolean(),
    earning: fc.constantFrom('nothing', 'each', 'capped', 'share'),
    amount: fc.integer({ min: 1, max: 9 }),
    cap: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ need, skills, gate, earning, amount, cap }) => {
    if (earning !== 'share') {
      const points = earning === 'nothing' ? null : amount;
      return step(need, anyOf(...skills), { gate, each: points, cap: earning === 'capped' ? cap : null });
    }
    const rest = step(need, anyOf(...skills), { gate });
    return { ...rest, earns: { points: 40, people: both(amount), cap: null } };
  });

const arbitraryUnits = fc
  .record({
    max: fc.integer({ min: 1, max: 40 }),
    first: fc.integer({ min: 1, max: 30 }),
    second: fc.integer({ min: 1, max: 30 }),
    combine: fc.constantFrom('sum', 'best'),
    based: fc.boolean(),
  })
  .map(({ max, first, second, combine, based }) =>
    units('sales', max, first, {
      combine: combine === 'best' ? 'best' : 'sum',
      inputs:
        combine === 'best'
          ? [
              { metric: 'sales', associations: ['reseller'], unitsForMax: both(first) },
              { metric: 'sales', associations: ['adviser'], unitsForMax: both(second) },
            ]
          : [
              { metric: 'sales', associations: ['reseller'], unitsForMax: both(first) },
              { metric: 'seats', associations: null, unitsForMax: both(second) },
            ],
      base: based ? { metric: 'base', min: both(5), unit: null } : null,
    }),
  );

const arbitraryValues = fc.array(
  fc.record({
    metric: fc.constantFrom('sales', 'sales', 'seats', 'base'),
    month: fc.constantFrom('2018-05', '2018-05', '2018-04'),
    value: fc.integer({ min: -5, max: 40 }),
    association: fc.constantFrom(null, 'reseller', 'adviser', 'other'),
  }),
  { maxLength: 6 },
);

const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    ladder: fc.array(arbitraryStep, { minLength: 1, maxLength: 4 }),
    figures: arbitraryUnits,
    threshold: fc.integer({ min: 1, max: 60 }),
    band: fc.option(fc.integer({ min: 1, max: 20 })),
    everyMetricPositive: fc.boolean(),
    held: fc.array(fc.subarray(EXAMS), { maxLength: 6 }),
    metrics: arbitraryValues,
    complete: fc.boolean(),
  })
  .map(({ ladder, figures, threshold, band, everyMetricPositive, ...facts }) => {
    const metrics: ScoreMetric[] = [steps('people', 40, ...ladder), figures];
    const below = band === null ? null : threshold + band;
    return { rule: score(threshold, metrics, { below, everyMetricPositive }), ...facts };
  });

function document({ held, metrics = [], complete }: Case): FactsDocument {
  const people = held.map((skills, index) => person(`p${index}`, skills));
  return { partner: { id: 'contoso', market: 'developed' }, people, metrics, complete };
}

/** Points of the people, with `further` ones who hold everything. */
function naivePeople({ rule, held }: Case, further: number): Ratio {
  const metric = rule.metrics[0]!;
  if (metric.kind !== 'people') throw new Error('the first metric counts people');
  let sum: Ratio = [0n, 1n];
  metric.steps.forEach((one, index) => {
    const count = (at: number) => {
      const { holds } = metric.steps[at]!;
      const names =
        holds.kind === 'any-of' ? holds.of.map((of) => (of.kind === 'holds' ? of.skill : '')) : [];
      return held.filter((skills) => skills.some((skill) => names.includes(skill))).length + further;
    };
    const open = metric.steps
      .slice(0, index)
      .every((earlier, at) => !earlier.gate || count(at) >= earlier.need);
    if (!open || count(index) < one.need || one.earns === null) return;
    const earned: Ratio = [BigInt(count(index) * one.earns.points), BigInt(one.earns.people.developed)];
    sum = add(sum, one.earns.cap === null ? earned : capped(earned, one.earns.cap));
  });
  return capped(sum, metric.max);
}

/** Least and most points of the reported figures. */
function naiveUnits({ rule, metrics = [], complete }: Case): readonly [Ratio, Ratio] {
  const metric = rule.metrics[1]!;
  if (metric.kind !== 'units') throw new Error('the second metric reads figures');
  const amountOf = (name: string, associations: readonly string[] | null): number | null => {
    const values = metrics.filter(
      (one) =>
        one.metric === name &&
        one.month === '2018-05' &&
        (one.association == null || associations === null || associations.includes(one.association)),
    );
    if (values.length > 0) return values.reduce((sum, one) => sum + one.value, 0);
    return null;
  };
  const named = metric.inputs.map(({ associations }) => associations);
  if (metric.base !== null) {
    const base = amountOf('base', named.includes(null) ? null : named.flatMap((types) => types ?? []));
    if (base !== null && base < 5)
      return [
        [0n, 1n],
        [0n, 1n],
      ];
  }
  const values = metric.inputs.map(
    (input) => amountOf(input.metric, input.associations) ?? (complete ? 0 : null),
  );
  const points = metric.inputs.map(
    (input, index): Ratio => [BigInt(metric.max * (values[index] ?? 0)), BigInt(input.unitsForMax.developed)],
  );
  const most: Ratio = [BigInt(metric.max), 1n];
  if (metric.combine === 'best') {
    const best = capped(
      points.reduce((left, right) => (atLeast(left, right) ? left : right)),
      metric.max,
    );
    return [best, values.every((one) => one === null) ? most : best];
  }
  const sum = capped(points.reduce(add), metric.max);
  return [sum, values.includes(null) ? most : sum];
}

function naive(question: Case) {
  const { rule } = question;
  const [low, high] = naiveUnits(question);
  const people = naivePeople(question, 0);
  const [least, most] = [add(people, low), add(people, high)];
  const positive = (of: Ratio) => !rule.everyMetricPositive || (people[0] > 0n && of[0] > 0n);
  const from: Ratio = [BigInt(rule.threshold), 1n];
  const under = (of: Ratio) => rule.below === null || !atLeast(of, [BigInt(rule.below), 1n]);
  const met = atLeast(least, from) && under(most) && positive(low);
  const impossible = !atLeast(most, from) || !under(least) || !positive(high);
  const outcome = met ? 'met' : impossible ? 'unmet' : 'undetermined';
  const sufficient = (further: number) => {
    const reached = naivePeople(question, further);
    return (!rule.everyMetricPositive || reached[0] > 0n) && atLeast(add(reached, low), from);
  };
  const full = naivePeople(question, 100);
  const numbers = Array.from({ length: 101 }, (_, index) => index);
  const enough = numbers.find(sufficient);
  const filled = numbers.find((further) => atLeast(naivePeople(question, further), full))!;
  return { outcome, points: Number(least[0]) / Number(least[1]), missing: met ? 0 : (enough ?? filled) };
}

describe('a score', () => {
  it('is what adding up by hand gives', () => {
    fc.assert(
      fc.property(arbitraryCase, (question) => {
        const [entry] = ask(goldFor(question.rule), document(question), { asOf: ON }).competencies;
        const expected = naive(question);
        expect(entry!.outcome).toBe(expected.outcome);
        expect(entry!.score!.points).toBe(expected.points);
        expect(entry!.shortfall.people).toBe(expected.missing);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same bytes whatever the order, explained or not, as an object and as text', () => {
    fc.assert(
      fc.property(arbitraryCase, (question) => {
        const programme = goldFor(question.rule, { qualificationWindowMonths: 6 });
        const facts = document(question);
        const people = [...facts.people!]
          .reverse()
          .map((one) => ({ ...one, records: [...one.records!].reverse() }));
        const turned = { ...facts, people, metrics: [...facts.metrics!].reverse() };
        const explained = ask(programme, facts, { asOf: ON });
        expect(JSON.stringify(ask(programme, turned, { asOf: ON }))).toBe(JSON.stringify(explained));
        const evaluator = createEvaluator(programme, { validAt: ON, knownAt: null });
        if (isFailure(evaluator)) throw new Error('refused');
        const plain = evaluator.evaluate(facts);
        expect(evaluator.evaluateToText(turned)).toBe(JSON.stringify(plain));
        if (!('competencies' in plain)) throw new Error('refused');
        const { requirements, ...rest } = explained.competencies[0]!;
        expect(plain.competencies[0]).toEqual(rest);
        expect(requirements).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
