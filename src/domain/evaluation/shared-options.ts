/** What a partner brings to each of the coupled options, before they compete for people. */
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { isExempt } from '../requirement-kinds/attained.ts';
import { assessScore } from '../score/assess-score.ts';
import { alternativeShortfall, companyOutcome } from './assess-option.ts';
import type { CompiledOption, CompiledProgramme } from './compiled-programme.ts';
import type { CountedPeople } from './count-people.ts';
import { MET, type OutcomeNumber, UNMET } from './outcomes.ts';
import type { JointModel, PlannedWay } from './shared-people.ts';

export interface SharedOptionFacts {
  /** Place in the compiled options. */
  readonly place: number;
  readonly option: CompiledOption;
  readonly competency: number;
  readonly ways: readonly PlannedWay[];
  /** Of each way, what the company brings besides its people. */
  readonly brings: readonly OutcomeNumber[];
  /** The same, and unmet when even all its people do not suffice. */
  readonly company: readonly OutcomeNumber[];
  /** Alternative → fewest further people, without a look at other options. */
  readonly alone: readonly number[];
  /** Alternative → lists of coupled options, of each of which one must be chosen too. */
  readonly needs: readonly (readonly (readonly number[])[])[];
}

export function sharedOptions(
  { sharing, ways, competencies }: JointModel,
  { options, day }: CompiledProgramme,
  facts: FactsTable,
  counts: CountedPeople,
  market: Market | null,
): readonly SharedOptionFacts[] {
  // What an option needs of another coupled one belongs to the joint choice, not to what the company brings.
  const assumed: readonly OutcomeNumber[] = options.map(() => MET);
  const indexOf = new Map(sharing.options.map((place, index) => [place, index]));
  return sharing.options.map((place, index) => {
    const option = options[place]!;
    const score = option.score === null ? null : assessScore(option.score, option, facts, counts, market);
    const alone = option.alternatives.map((one) => alternativeShortfall(one, facts, counts, day));
    const brings = option.alternatives.map((one) =>
      companyOutcome(one, option, facts, day, market, assumed, score),
    );
    const needs = option.alternatives.map(({ leaves }) =>
      leaves.flatMap((number): readonly (readonly number[])[] => {
        const leaf = option.leaves[number]!;
        if (leaf.kind !== 'attained' || isExempt(leaf, option, facts, day)) return [];
        return [leaf.satisfiedBy.map((other) => indexOf.get(other)!)];
      }),
    );
    const own = ways[index]!;
    return {
      place,
      option,
      competency: competencies[index]!,
      ways: own,
      brings: own.map(({ alternative }) => brings[alternative]!),
      company: own.map(({ alternative }) => (alone[alternative]! > 0 ? UNMET : brings[alternative]!)),
      alone,
      needs,
    };
  });
}
