/** The annotated requirement tree of one option, from the counts and holders of the same run. */
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { assessForMarket } from './assess-option.ts';
import type { CompiledOption, CompiledProgramme } from './compiled-programme.ts';
import type { PeopleCounts } from './count-people.ts';
import type { Outcome, RequirementNode } from './evaluation-result.ts';
import { OptionExplanation } from './option-explanation.ts';
import { inEitherCase } from './outcomes.ts';
import { seatOption } from './seat-option.ts';
import type { Witnesses } from './witnesses.ts';

export interface ExplainedRun {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
  readonly counts: PeopleCounts;
  readonly rank: Int32Array;
  readonly witnesses: Witnesses;
}

function explainForMarket(run: ExplainedRun, option: CompiledOption, market: Market | null): RequirementNode {
  const { compiled, facts, counts, rank, witnesses } = run;
  const { best, score } = assessForMarket(option, facts, counts, compiled.day, market);
  const people = { holders: counts.holders, rank };
  const seats = seatOption(option, option.alternatives[best], people);
  const explanation = new OptionExplanation(compiled, option, facts, market, people, seats, witnesses, score);
  return requirementWalk.explain(option.requirement, explanation);
}

/** What holds in either market stands; what differs is undetermined. Figures are those of the first. */
function mergeMarkets(left: RequirementNode, right: RequirementNode): RequirementNode {
  const outcome = inEitherCase<Outcome>(left.outcome, right.outcome, 'undetermined');
  if ((left.kind === 'all-of' || left.kind === 'any-of') && left.kind === right.kind) {
    const children = left.children.map((child, index) => mergeMarkets(child, right.children[index]!));
    return { ...left, outcome, children };
  }
  return { ...left, outcome };
}

/** The children of a top-level all-of; any other requirement stands alone. */
export function explainOption(run: ExplainedRun, option: CompiledOption): readonly RequirementNode[] {
  const { market } = run.facts;
  const node =
    market === null && option.dependsOnMarket
      ? mergeMarkets(explainForMarket(run, option, 'developed'), explainForMarket(run, option, 'developing'))
      : explainForMarket(run, option, market);
  return node.kind === 'all-of' ? node.children : [node];
}
