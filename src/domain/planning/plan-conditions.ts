/** What a plan rests on that training cannot bring: figures, assets and levels given by exemption, on the day of the plan. */
import type { Market } from '../catalogue/catalogue.ts';
import type { CompiledOption, Leaf } from '../evaluation/compiled-programme.ts';
import type { OptionResult, Outcome } from '../evaluation/evaluation-result.ts';
import { OUTCOMES } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { assessAsset } from '../requirement-kinds/asset.ts';
import { assessAssetCount } from '../requirement-kinds/asset-count.ts';
import { assessPerformance } from '../requirement-kinds/performance.ts';
import { figuresHold } from '../robustness/level-keeping.ts';
import type { Day } from '../time/day.ts';
import type { PlainRequirement, PlanCondition } from './plan-result.ts';
import type { PlannedFacts } from './ways-to-meet.ts';

/** What training can bring is taken as met. */
export function leafOutcome(
  leaf: Leaf,
  option: CompiledOption,
  facts: FactsTable,
  day: Day,
  market: Market | null,
): Outcome {
  switch (leaf.kind) {
    case 'performance':
      return OUTCOMES[assessPerformance(leaf, facts, option, market)];
    case 'asset':
      return OUTCOMES[assessAsset(leaf.requirement, facts, day)];
    case 'asset-count':
      return OUTCOMES[assessAssetCount(leaf.requirement, facts, day)];
    default:
      return 'met';
  }
}

export function describeLeaf(leaf: Leaf, outcome: Outcome): PlainRequirement | null {
  switch (leaf.kind) {
    case 'performance':
      return { kind: 'performance', metric: leaf.requirement.metric, need: leaf.requirement.min, outcome };
    case 'asset':
      return { kind: 'asset', asset: leaf.requirement.asset, outcome };
    case 'asset-count': {
      const { anyOf, count } = leaf.requirement;
      return { kind: 'asset-count', anyOf, need: count, outcome };
    }
    case 'attained':
      return { kind: 'attained', anyOf: leaf.requirement.anyOf };
    case 'score':
      return { kind: 'score', need: leaf.requirement.threshold, below: leaf.requirement.below };
    default:
      return null;
  }
}

/** Of the options by which the targets are met, the figures and assets that are there. */
export function conditionsOf(
  { compiled, facts }: Pick<PlannedFacts, 'compiled' | 'facts'>,
  metBy: readonly (OptionResult | null)[],
): readonly PlanCondition[] {
  const conditions = new Map<string, PlanCondition>();
  for (const met of metBy) {
    const option = compiled.options.find(
      (one) => one.competency === met?.competency && one.level === met.level && one.option === met.option,
    );
    if (option === undefined) continue;
    const market = facts.market ?? (option.dependsOnMarket ? 'developed' : null);
    const way = option.alternatives.find((one) => figuresHold(one, option, facts, compiled.day, market));
    for (const number of way?.leaves ?? []) {
      const leaf = option.leaves[number]!;
      if (leaf.kind !== 'performance' && leaf.kind !== 'asset' && leaf.kind !== 'asset-count') continue;
      const { competency, level } = option;
      const requirement = describeLeaf(leaf, 'met')!;
      const condition = { competency, level, option: option.option, requirement };
      conditions.set(JSON.stringify(condition), condition);
    }
  }
  return [...conditions.values()];
}
