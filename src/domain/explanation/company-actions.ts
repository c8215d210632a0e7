/** What the company could try to meet an option: figures and assets, of its own rules and of those coupled with it. */
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import type { OptionResult, RequirementNode, ScoreNode } from '../evaluation/evaluation-result.ts';
import type { RecordVerdict } from '../evaluation/record-verdicts.ts';
import type { Action } from './apply-action.ts';

export type OtherAction = Exclude<Action, { kind: 'obtain' }>;

/** Reasons that end when the person associates the account with this partner in Partner Center. */
const MENDED_BY_ASSOCIATION: ReadonlySet<string> = new Set([
  'not-associated',
  'associated-elsewhere',
  'association-ended',
  'pmc-window-over',
]);

function leafNodes(nodes: readonly RequirementNode[]): readonly RequirementNode[] {
  return nodes.flatMap((node) =>
    node.kind === 'all-of' || node.kind === 'any-of' ? leafNodes(node.children) : [node],
  );
}

/** Each reported figure of a score by as many units as bring the points that are missing, or the first one. */
function* raisesOf({ metrics, shortfall }: ScoreNode): Iterable<OtherAction> {
  for (const { inputs, points, max } of metrics) {
    if (points === max) continue;
    for (const { metric, unitsForMax, associations } of inputs) {
      const by = Math.max(1, Math.ceil((shortfall * unitsForMax) / max));
      yield { kind: 'raise-metric', metric, by, association: associations?.[0] ?? null };
    }
  }
}

function* actionsOf(result: OptionResult, { leaves }: CompiledOption): Iterable<OtherAction> {
  const associations = new Map(
    leaves.flatMap(({ requirement }) =>
      requirement.kind === 'performance' ? [[requirement.metric, requirement.associations] as const] : [],
    ),
  );
  for (const node of leafNodes(result.requirements ?? [])) {
    if (node.outcome === 'met') continue;
    if (node.kind === 'performance') {
      const association = associations.get(node.metric)?.[0] ?? null;
      yield { kind: 'raise-metric', metric: node.metric, by: node.shortfall, association };
    } else if (node.kind === 'asset') {
      yield { kind: 'have-asset', asset: node.asset };
    } else if (node.kind === 'asset-count') {
      for (const { asset, outcome } of node.assets)
        if (outcome !== 'met') yield { kind: 'have-asset', asset };
    } else if (node.kind === 'score') {
      yield* raisesOf(node);
    }
  }
}

/** `results` are explained; those of other options are not looked at. */
export function companyActions(
  results: readonly OptionResult[],
  options: readonly CompiledOption[],
): readonly OtherAction[] {
  const actions = new Map<string, OtherAction>();
  for (const option of options) {
    const result = results.find(
      (one) =>
        one.competency === option.competency && one.level === option.level && one.option === option.option,
    );
    if (result === undefined) continue;
    for (const action of actionsOf(result, option)) actions.set(JSON.stringify(action), action);
  }
  return [...actions.values()];
}

/** Accounts whose association would make records of the named skills count. */
export function associateActions(
  verdicts: readonly RecordVerdict[],
  named: ReadonlySet<string>,
): readonly OtherAction[] {
  const actions = new Map<string, OtherAction>();
  for (const { person, account, reason, skillId } of verdicts) {
    if (reason === null || !MENDED_BY_ASSOCIATION.has(reason.code) || !named.has(skillId)) continue;
    actions.set(JSON.stringify([person, account]), { kind: 'associate', person, account });
  }
  return [...actions.values()];
}
