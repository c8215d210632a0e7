/**
 * Something the company has: an audit, a reference, an authorisation. Met while one entry is valid; unknown when
 * the document does not mention it, unless it is said to be complete.
 */
import type { AssetRequirement } from '../catalogue/catalogue.ts';
import type { AssetNode } from '../evaluation/evaluation-result.ts';
import { MET, OUTCOMES, type OutcomeNumber, UNDETERMINED, UNMET } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

export function assessAsset(
  requirement: Pick<AssetRequirement, 'asset'>,
  facts: FactsTable,
  day: Day,
): OutcomeNumber {
  let mentioned = false;
  for (const entry of facts.document.assets ?? []) {
    if (entry.asset !== requirement.asset) continue;
    mentioned = true;
    const from = entry.from ? parseDayOrInstant(entry.from) : null;
    const until = entry.until ? parseDayOrInstant(entry.until) : null;
    if ((from === null || from <= day) && (until === null || day < until)) return MET;
  }
  return mentioned || facts.complete ? UNMET : UNDETERMINED;
}

export const asset: RequirementKindRules<AssetRequirement, AssetNode> = {
  skills: () => [],
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],
  explain: (requirement, { facts, day }) => ({
    kind: 'asset',
    outcome: OUTCOMES[assessAsset(requirement, facts, day)],
    asset: requirement.asset,
  }),
};
