/** Outcome and shortfall of one option from counts alone: no seats are built here. */
import { emptySeats } from '../assignment/empty-seats.ts';
import { classSupply } from '../assignment/seat-plans.ts';
import type { Market } from '../catalogue/catalogue.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { assessAsset } from '../requirement-kinds/asset.ts';
import { assessAssetCount } from '../requirement-kinds/asset-count.ts';
import { assessAttained } from '../requirement-kinds/attained.ts';
import { countStaff, peopleNeeded } from '../requirement-kinds/percent-of-staff.ts';
import { assessPerformance } from '../requirement-kinds/performance.ts';
import { assessScore, type ScoreAssessment } from '../score/assess-score.ts';
import type { Day } from '../time/day.ts';
import type { Alternative, CompiledOption, SeatGroup } from './compiled-programme.ts';
import type { CountedPeople } from './count-people.ts';
import { inEitherCase, MET, type OutcomeNumber, UNDETERMINED, UNMET } from './outcomes.ts';

/** Seats of a group that stay empty: how many further people, able to do everything, would be needed. */
function groupShortfall(group: SeatGroup, counts: CountedPeople): number {
  if (group.coupled >= 0) {
    const people = counts.coupled[group.coupled]!;
    let least = Number.POSITIVE_INFINITY;
    for (const plan of group.plans) {
      const needs = plan.map((seats) => seats.count);
      least = Math.min(least, emptySeats(needs, classSupply(plan, people)));
    }
    return least;
  }
  const leaf = group.leaves[0]!;
  let missing = Math.max(0, leaf.need - counts.satisfied[leaf.base]!);
  for (const { count, both } of leaf.ofWhich) missing = Math.max(missing, count - counts.satisfied[both]!);
  return missing;
}

/** The fewest further people with whom all groups are full: groups that may share people can share these too. */
function emptyPlaces({ groups }: Alternative, counts: CountedPeople): number {
  let missing = 0;
  for (const group of groups) missing = Math.max(missing, groupShortfall(group, counts));
  return missing;
}

/** The same, with the people whom shares of the staff ask for. */
export function alternativeShortfall(
  alternative: Alternative,
  facts: FactsTable,
  counts: CountedPeople,
  day: Day,
): number {
  let missing = emptyPlaces(alternative, counts);
  for (const { requirement, base } of alternative.shares) {
    const need = peopleNeeded(requirement, countStaff(facts, day));
    missing = Math.max(missing, need - counts.satisfied[base]!);
  }
  return missing;
}

/** The fewest further people with whom the groups of the option are full; 0 when they are. */
export function seatsShortfall({ alternatives }: CompiledOption, counts: CountedPeople): number {
  let fewest = Number.POSITIVE_INFINITY;
  for (const alternative of alternatives) {
    const shortfall = emptyPlaces(alternative, counts);
    if (shortfall === 0) return 0;
    if (shortfall < fewest) fewest = shortfall;
  }
  return Number.isFinite(fewest) ? fewest : 0;
}

/** The outcome of all but the people of one way to satisfy the option, for a partner of the given market. */
export function companyOutcome(
  alternative: Alternative,
  option: CompiledOption,
  facts: FactsTable,
  day: Day,
  market: Market | null,
  outcomes: ArrayLike<OutcomeNumber>,
  score: ScoreAssessment | null,
): OutcomeNumber {
  let lowest: OutcomeNumber = MET;
  for (const number of alternative.leaves) {
    const leaf = option.leaves[number]!;
    let outcome: OutcomeNumber = MET;
    if (leaf.kind === 'performance') outcome = assessPerformance(leaf, facts, option, market);
    else if (leaf.kind === 'asset') outcome = assessAsset(leaf.requirement, facts, day);
    else if (leaf.kind === 'asset-count') outcome = assessAssetCount(leaf.requirement, facts, day);
    else if (leaf.kind === 'attained') outcome = assessAttained(leaf, option, facts, day, outcomes);
    else if (leaf.kind === 'score') outcome = score!.outcome;
    if (outcome < lowest) lowest = outcome;
    if (lowest === UNMET) return UNMET;
  }
  return lowest;
}

export interface OptionAssessment {
  outcome: OutcomeNumber;
  shortfall: number;
  /** Place of the best alternative: the best outcome, then the fewest empty seats, then the first. */
  best: number;
  /** Points of the option's score, if it has one. */
  score: ScoreAssessment | null;
}

export function assessForMarket(
  option: CompiledOption,
  facts: FactsTable,
  counts: CountedPeople,
  day: Day,
  market: Market | null,
  outcomes: ArrayLike<OutcomeNumber>,
): OptionAssessment {
  const score = option.score === null ? null : assessScore(option.score, option, facts, counts, market);
  const result: OptionAssessment = { outcome: UNMET, shortfall: 0, best: 0, score };
  let fewest = Number.POSITIVE_INFINITY;
  let bestShortfall = Number.POSITIVE_INFINITY;
  for (let index = 0; index < option.alternatives.length; index++) {
    const alternative = option.alternatives[index]!;
    const empty = alternativeShortfall(alternative, facts, counts, day);
    const outcome =
      empty > 0 ? UNMET : companyOutcome(alternative, option, facts, day, market, outcomes, score);
    const scored = score !== null && alternative.leaves.includes(score.leaf.number);
    const shortfall = scored ? Math.max(empty, score.shortfall) : empty;
    if (shortfall < fewest) fewest = shortfall;
    if (outcome > result.outcome || (outcome === result.outcome && shortfall < bestShortfall)) {
      result.outcome = outcome;
      result.best = index;
      bestShortfall = shortfall;
    }
  }
  result.shortfall = Number.isFinite(fewest) ? fewest : 0;
  return result;
}

/** A partner whose market is unknown gets the answer that holds in either market, if there is one. */
export function assessOption(
  option: CompiledOption,
  facts: FactsTable,
  counts: CountedPeople,
  day: Day,
  outcomes: ArrayLike<OutcomeNumber>,
): OptionAssessment {
  if (facts.market !== null || !option.dependsOnMarket) {
    return assessForMarket(option, facts, counts, day, facts.market, outcomes);
  }
  const developed = assessForMarket(option, facts, counts, day, 'developed', outcomes);
  const developing = assessForMarket(option, facts, counts, day, 'developing', outcomes);
  return {
    ...developed,
    outcome: inEitherCase<OutcomeNumber>(developed.outcome, developing.outcome, UNDETERMINED),
  };
}
