import type { ScoreMetricRuleView, ScoreRuleView } from '../../contract/catalogue.ts';
import type { ScoreMetric, ScoreRequirement } from '../../domain/catalogue/catalogue.ts';
import { formatDay } from '../../domain/time/day.ts';
import { predicateView } from '../shared/predicate-view.ts';

function metricRuleView(rule: ScoreMetric): ScoreMetricRuleView {
  const { metric, max, kind: make } = rule;
  switch (rule.kind) {
    case 'units':
      return {
        metric,
        make,
        max,
        combine: rule.combine,
        unit: rule.unit,
        inputs: rule.inputs.map(({ associations, ...input }) => ({
          ...input,
          associations: associations === null ? null : [...associations],
        })),
        base: rule.base,
      };
    case 'people':
      return {
        metric,
        make,
        max,
        steps: rule.steps.map((step) => ({ ...step, holds: predicateView(step.holds) })),
      };
    case 'growth':
      return {
        metric,
        make,
        max,
        holds: predicateView(rule.holds),
        growth: { since: formatDay(rule.since), bands: [...rule.bands], reached: rule.reached },
      };
  }
}

/** A score rule in the shape of the contract, for the reader of the rules. */
export function scoreRuleView(requirement: ScoreRequirement): ScoreRuleView {
  const { threshold, below, everyMetricPositive, metrics } = requirement;
  return { threshold, below, everyMetricPositive, metrics: metrics.map(metricRuleView) };
}
