/** Makes a score ready: numbers for the metrics and predicates that its rules name. */
import type { ByMarket, Predicate, ScoreMetric, ScoreRequirement } from '../catalogue/catalogue.ts';
import type { PredicateNumbers } from '../evaluation/compile-predicates.ts';
import type { CompiledScoreMetric, ScoreLeaf } from '../evaluation/compiled-programme.ts';

function figuresOf(metric: ScoreMetric): readonly ByMarket[] {
  switch (metric.kind) {
    case 'units':
      return [
        ...metric.inputs.map((input) => input.unitsForMax),
        ...(metric.base === null ? [] : [metric.base.min]),
      ];
    case 'people':
      return metric.steps.flatMap(({ earns }) => (earns === null ? [] : [earns.people]));
    case 'growth':
      return [
        ...metric.bands.flatMap(({ from, to }) => [from, to]),
        ...(metric.reached === null ? [] : [metric.reached.people]),
      ];
  }
}

export function scoreDependsOnMarket({ metrics }: ScoreRequirement): boolean {
  return metrics.flatMap(figuresOf).some(({ developed, developing }) => developed !== developing);
}

function larger({ developed, developing }: ByMarket): number {
  return Math.max(developed, developing);
}

/** So many people who satisfy every step fill the metric: with them each step is open and earns what it can. */
function peopleToFill(metric: ScoreMetric): number {
  if (metric.kind === 'units') return 0;
  if (metric.kind === 'growth') {
    const grown = metric.bands.map(({ to, percent }) => Math.ceil((larger(to) * percent) / 100));
    return Math.max(0, ...grown, ...(metric.reached === null ? [] : [larger(metric.reached.people)]));
  }
  const full = metric.steps.map(({ need, earns }) =>
    earns === null ? need : Math.max(need, Math.ceil((metric.max * larger(earns.people)) / earns.points)),
  );
  return Math.max(0, ...full);
}

function compileMetric(
  rule: ScoreMetric,
  predicateNumber: (holds: Predicate) => number,
  metricNumber: (metric: string) => number,
): CompiledScoreMetric {
  switch (rule.kind) {
    case 'units':
      return {
        kind: 'units',
        rule,
        inputs: rule.inputs.map((input) => metricNumber(input.metric)),
        base: rule.base === null ? null : metricNumber(rule.base.metric),
      };
    case 'people':
      return { kind: 'people', rule, steps: rule.steps.map(({ holds }) => predicateNumber(holds)) };
    case 'growth':
      return { kind: 'growth', rule, holds: predicateNumber(rule.holds) };
  }
}

export function compileScore(
  requirement: ScoreRequirement,
  number: number,
  predicates: PredicateNumbers,
  metricNumber: (metric: string) => number,
): ScoreLeaf {
  const predicateNumber = (holds: Predicate) => predicates.numberOf(predicates.compile(holds));
  const metrics = requirement.metrics.map((rule) => compileMetric(rule, predicateNumber, metricNumber));
  return {
    kind: 'score',
    number,
    requirement,
    metrics,
    peopleToFill: Math.max(0, ...requirement.metrics.map(peopleToFill)),
  };
}
