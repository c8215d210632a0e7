/** The annotated requirement tree of one option, from the counts and holders of the same run. */
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { requirementWalk } from '../requirement-kinds/requirement-kinds.ts';
import { assessForMarket } from './assess-option.ts';
import type { CompiledOption, CompiledProgramme } from './compiled-programme.ts';
import type { PeopleCounts } from './count-people.ts';
import type { Outcome, RequirementNode } from './evaluation-result.ts';
import { OptionExplanation } from './option-explanation.ts';
import { inEitherCase, type OutcomeNumber } from './outcomes.ts';
import { seatOption } from './seat-option.ts';
import type { SharedSeats } from './share-seats.ts';
import type { SharedUses } from './shared-uses.ts';
import type { Witnesses } from './witnesses.ts';

export interface ExplainedRun {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
  readonly counts: PeopleCounts;
  readonly rank: Int32Array;
  readonly witnesses: Witnesses;
  readonly outcomes: ArrayLike<OutcomeNumber>;
  /** One joint answer, or one for each market; none without sharing limits. */
  readonly shared: readonly SharedAnswer[];
}

/** The joint answer for one market, with the uses that follow from it. */
export interface SharedAnswer {
  readonly market: Market | null;
  readonly shared: SharedSeats;
  readonly uses: SharedUses;
}

function explainForMarket(run: ExplainedRun, option: CompiledOption, market: Market | null): RequirementNode {
  const { compiled, facts, counts, rank, witnesses, outcomes } = run;
  const people = { holders: counts.holders, rank };
  const answer = run.shared.find((one) => one.market === market) ?? run.shared[0];
  const joint = answer?.shared.options.get(compiled.options.indexOf(option));
  // Branches that the joint choice does not need are shown with people whom no other option that is met shows.
  const uses = joint === undefined ? null : joint.holdsSeats ? answer!.uses : answer!.uses.forOption();
  const assessed = assessForMarket(option, facts, counts, compiled.day, market, outcomes);
  const best = joint?.best ?? assessed.best;
  const seats = seatOption(option, option.alternatives[best], people, uses, joint?.seats ?? null);
  const shared = uses === null ? null : { uses, contested: joint!.contested };
  const explanation = new OptionExplanation(
    compiled,
    option,
    facts,
    market,
    people,
    seats,
    witnesses,
    outcomes,
    shared,
    assessed.score,
  );
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
  const coupled = run.shared[0]?.shared.options.has(run.compiled.options.indexOf(option)) === true;
  const node =
    market === null && (option.dependsOnMarket || (coupled && run.shared.length > 1))
      ? mergeMarkets(explainForMarket(run, option, 'developed'), explainForMarket(run, option, 'developing'))
      : explainForMarket(run, option, market);
  return node.kind === 'all-of' ? node.children : [node];
}
