/** So many of several things that the company may have; one that is unknown may still be there. */
import type { AssetCountRequirement } from '../catalogue/catalogue.ts';
import type { AssetCountNode } from '../evaluation/evaluation-result.ts';
import { MET, OUTCOMES, type OutcomeNumber, UNDETERMINED, UNMET } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { assessAsset } from './asset.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

export function assessAssetCount(
  { count, anyOf }: AssetCountRequirement,
  facts: FactsTable,
  day: Day,
): OutcomeNumber {
  const outcomes = anyOf.map((asset) => assessAsset({ asset }, facts, day));
  const there = outcomes.filter((outcome) => outcome === MET).length;
  if (there >= count) return MET;
  return outcomes.filter((outcome) => outcome !== UNMET).length >= count ? UNDETERMINED : UNMET;
}

export const assetCount: RequirementKindRules<AssetCountRequirement, AssetCountNode> = {
  skills: () => [],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, { facts, day }) {
    const assets = requirement.anyOf.map((asset) => ({
      asset,
      outcome: OUTCOMES[assessAsset({ asset }, facts, day)],
    }));
    const there = assets.filter(({ outcome }) => outcome === 'met').length;
    return {
      kind: 'asset-count',
      outcome: OUTCOMES[assessAssetCount(requirement, facts, day)],
      need: requirement.count,
      have: Math.min(there, requirement.count),
      assets,
      shortfall: Math.max(0, requirement.count - there),
    };
  },
};
