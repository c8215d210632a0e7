import type { GroupNodeView, RequirementNodeView } from '../../src/contract/explanation.ts';

type Market = 'developed' | 'developing';

/** A branch that is only for the other market says nothing to this company. */
function isForMarket(node: RequirementNodeView, market: Market): boolean {
  if (node.kind === 'performance') return node.market === null || node.market === market;
  if (node.kind === 'all-of') return node.children.every((child) => isForMarket(child, market));
  return true;
}

/** The parts of a group that concern a company of this market; all of them when its market is unknown. */
export function branchesForMarket(
  node: GroupNodeView,
  market: Market | null,
): readonly RequirementNodeView[] {
  if (node.kind === 'all-of' || market === null) return node.children;
  const own = node.children.filter((child) => isForMarket(child, market));
  return own.length === 0 ? node.children : own;
}
