/**
 * Points per person and per unit, with steps, gates and caps; their sum must reach a threshold. How points come
 * about is in score/; this file shows the assessment of the run with who counts in each step and what is unknown.
 */
import type { ScoreMetric, ScoreRequirement, SkillId } from '../catalogue/catalogue.ts';
import { skillsOfPredicate } from '../catalogue/skills-of-predicate.ts';
import type { CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import type { ScoreGrowthNode, ScoreMetricNode, ScoreNode } from '../evaluation/evaluation-result.ts';
import type { OptionExplanation } from '../evaluation/option-explanation.ts';
import { OUTCOMES } from '../evaluation/outcomes.ts';
import { minus, nearest, whole, within } from '../numbers/fraction.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import type { MetricPoints } from '../score/metric-points.ts';
import { maxPoints, stepResults, unknownMetrics } from '../score/score-result.ts';
import { formatDay } from '../time/day.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

function skillsOf(metric: ScoreMetric): readonly SkillId[] {
  switch (metric.kind) {
    case 'units':
      return [];
    case 'people':
      return metric.steps.flatMap(({ holds }) => skillsOfPredicate(holds));
    case 'growth':
      return skillsOfPredicate(metric.holds);
  }
}

function inputNodes(metric: CompiledScoreMetric, { inputs }: MetricPoints): ScoreMetricNode['inputs'] {
  if (metric.kind !== 'units') return [];
  return inputs.map(({ units, unitsForMax, points, used }, index) => {
    const { metric: id, associations } = metric.rule.inputs[index]!;
    const capped = nearest(within(points, whole(metric.rule.max)));
    const have = units === null ? null : nearest(units);
    return { metric: id, units: have, unitsForMax, associations, used, points: capped };
  });
}

function baseNode(metric: CompiledScoreMetric, { base }: MetricPoints): ScoreMetricNode['base'] {
  if (metric.kind !== 'units' || metric.rule.base === null || base === null) return null;
  const have = base.have === null ? null : nearest(base.have);
  return { metric: metric.rule.base.metric, need: base.need, have };
}

function growthNode({ growth }: MetricPoints): ScoreGrowthNode | null {
  if (growth === null) return null;
  const { baselineOn, baseline, people, percent, reachedOn } = growth;
  return {
    baselineOn: formatDay(baselineOn),
    baseline,
    people,
    percent,
    reachedOn: reachedOn === null ? null : formatDay(reachedOn),
  };
}

function stepNodes(
  assessment: ScoreAssessment,
  metric: number,
  explanation: OptionExplanation,
): ScoreMetricNode['steps'] {
  const compiled = assessment.leaf.metrics[metric]!;
  if (compiled.kind !== 'people') return [];
  return stepResults(assessment, metric).map((step, index) => {
    const number = compiled.steps[index]!;
    const predicate = explanation.predicate(number);
    const holders = explanation.satisfying(number);
    return { ...step, seats: holders.map((person) => explanation.seat(person, predicate)) };
  });
}

function metricNode(
  assessment: ScoreAssessment,
  metric: number,
  explanation: OptionExplanation,
): ScoreMetricNode {
  const compiled = assessment.leaf.metrics[metric]!;
  const points = assessment.metrics[metric]!;
  return {
    metric: compiled.rule.metric,
    make: compiled.kind,
    points: nearest(points.low),
    max: compiled.rule.max,
    month: compiled.kind === 'units' ? assessment.scope.month : null,
    inputs: inputNodes(compiled, points),
    base: baseNode(compiled, points),
    steps: stepNodes(assessment, metric, explanation),
    growth: growthNode(points),
  };
}

export const score: RequirementKindRules<ScoreRequirement, ScoreNode> = {
  skills: (requirement) => requirement.metrics.flatMap(skillsOf),
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, explanation) {
    const assessment = explanation.score!;
    const threshold = whole(requirement.threshold);
    return {
      kind: 'score',
      outcome: OUTCOMES[assessment.outcome],
      need: requirement.threshold,
      below: requirement.below,
      have: nearest(assessment.points),
      max: maxPoints(assessment),
      everyMetricPositive: requirement.everyMetricPositive,
      metrics: requirement.metrics.map((_, index) => metricNode(assessment, index, explanation)),
      unknown: unknownMetrics(assessment),
      shortfall: nearest(within(minus(threshold, assessment.points), threshold)),
    };
  },
};
