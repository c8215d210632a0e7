/**
 * The ways to meet a target: each is a list of counts of people, all of which must hold. An option has a way for each
 * alternative, division of its seats, and combination of steps of its score; a level has those of all its options.
 */
import { groupPredicates } from '../assignment/seat-plans.ts';
import type { Market } from '../catalogue/catalogue.ts';
import { isForPartner } from '../evaluation/applicable-options.ts';
import type {
  Alternative,
  CompiledOption,
  CompiledProgramme,
  SeatClass,
  SeatGroup,
} from '../evaluation/compiled-programme.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { isExempt } from '../requirement-kinds/attained.ts';
import { countStaff, peopleNeeded } from '../requirement-kinds/percent-of-staff.ts';
import { figuresHold } from '../robustness/level-keeping.ts';
import { type Abilities, type BitSet, bit } from './abilities.ts';
import type { PlanTarget } from './plan-question.ts';
import { scoreWays } from './score-ways.ts';

/** At least, or at most, so many people have any of these abilities. */
export interface CountBound {
  readonly anyOf: BitSet;
  readonly least: number;
  readonly most: number | null;
}

export interface Way {
  readonly option: CompiledOption;
  readonly bounds: readonly CountBound[];
}

/** What the ways of a target are found from. */
export interface PlannedFacts {
  readonly compiled: CompiledProgramme;
  readonly facts: FactsTable;
  readonly people: CountedPeople;
  readonly abilities: Abilities;
}

/** Beyond so many classes of seats in one group of people their sets are too many to list. */
const MOST_CLASSES = 12;

type Bounds = readonly CountBound[];

/**
 * Of one requirement by itself, whose of-whiches could all be different people: whoever holds what they ask for fills up to
 * its seats with anybody else, so each is counted alone, however the seats are divided.
 */
function seatsCountedAlone({ leaves }: SeatGroup, abilities: Abilities): Bounds | null {
  const [leaf] = leaves;
  if (leaves.length !== 1 || leaf === undefined) return null;
  if (leaf.ofWhich.reduce((sum, { count }) => sum + count, 0) > leaf.need) return null;
  return [
    { anyOf: bit(abilities.number([leaf.base])), least: leaf.need, most: null },
    ...leaf.ofWhich.map(({ both, count }) => ({
      anyOf: bit(abilities.number([both])),
      least: count,
      most: null,
    })),
  ];
}

/** The divisions of the seats of a group, each with what it asks for. */
function groupWays(group: SeatGroup, abilities: Abilities): readonly Bounds[] {
  const alone = seatsCountedAlone(group, abilities);
  return alone === null ? group.plans.map((plan) => seatBounds(group, plan, abilities)) : [alone];
}

/** Hall's condition for one division of the seats: of every set of classes, as many people as it has seats. */
function seatBounds(
  group: SeatGroup,
  plan: readonly SeatClass[],
  abilities: Abilities,
): readonly CountBound[] {
  if (plan.length > MOST_CLASSES) throw new Error(`${plan.length} classes of seats in one group of people`);
  const predicates = groupPredicates(group.leaves);
  const classes = plan.map(({ bits, count }) => ({
    ability: abilities.number(predicates.filter((_, index) => bits & (1 << index))),
    count,
  }));
  const bounds = new Map<BitSet, number>();
  for (let set = 1; set < 1 << classes.length; set++) {
    let anyOf = 0n;
    let least = 0;
    classes.forEach(({ ability, count }, index) => {
      if ((set & (1 << index)) === 0) return;
      anyOf |= bit(ability);
      least += count;
    });
    bounds.set(anyOf, Math.max(bounds.get(anyOf) ?? 0, least));
  }
  return [...bounds].map(([anyOf, least]) => ({ anyOf, least, most: null }));
}

/** Every choice of one from each list, put together. */
function product(lists: readonly (readonly Bounds[])[]): readonly Bounds[] {
  return lists.reduce<readonly Bounds[]>(
    (all, list) => all.flatMap((before) => list.map((more) => [...before, ...more])),
    [[]],
  );
}

function alternativeWays(
  alternative: Alternative,
  option: CompiledOption,
  of: PlannedFacts,
  market: Market | null,
): readonly Bounds[] {
  const { compiled, facts, people, abilities } = of;
  const { day } = compiled;
  if (!figuresHold(alternative, option, facts, day, market)) return [];
  const parts: (readonly Bounds[])[] = alternative.groups.map((group) => groupWays(group, abilities));
  for (const { requirement, base } of alternative.shares) {
    const least = peopleNeeded(requirement, countStaff(facts, day));
    parts.push([[{ anyOf: bit(abilities.number([base])), least, most: null }]]);
  }
  for (const number of alternative.leaves) {
    const leaf = option.leaves[number]!;
    if (leaf.kind === 'score') parts.push(scoreWays(leaf, option, { facts, people, abilities }, market));
    if (leaf.kind !== 'attained' || isExempt(leaf, option, facts, day)) continue;
    const others = leaf.satisfiedBy.map((place) => compiled.options[place]!);
    parts.push(
      others.filter((other) => isForPartner(other, facts)).flatMap((other) => optionWays(other, of)),
    );
  }
  return product(parts);
}

/** Where the market is unknown, the option must hold in either. */
function optionWays(option: CompiledOption, of: PlannedFacts): readonly Bounds[] {
  const { market } = of.facts;
  const markets: readonly (Market | null)[] =
    market === null && option.dependsOnMarket ? ['developed', 'developing'] : [market];
  return product(
    markets.map((assumed) =>
      option.alternatives.flatMap((alternative) => alternativeWays(alternative, option, of, assumed)),
    ),
  );
}

/** One bound for each set of abilities; `null` when two contradict each other. */
function merged(bounds: Bounds): Bounds | null {
  const byAbilities = new Map<BitSet, CountBound>();
  for (const bound of bounds) {
    const known = byAbilities.get(bound.anyOf);
    const least = Math.max(bound.least, known?.least ?? 0);
    const mosts = [bound.most, known?.most ?? null].filter((most) => most !== null);
    const most = mosts.length === 0 ? null : Math.min(...mosts);
    if (most !== null && most < least) return null;
    byAbilities.set(bound.anyOf, { anyOf: bound.anyOf, least, most });
  }
  return [...byAbilities.values()]
    .filter(({ least, most }) => least > 0 || most !== null)
    .sort((left, right) => (left.anyOf < right.anyOf ? -1 : left.anyOf > right.anyOf ? 1 : 0));
}

/** Whether all that the first way asks for is asked for by the second. */
function asksNoMore(first: Bounds, second: Bounds): boolean {
  return first.every((bound) =>
    second.some(
      ({ anyOf, least, most }) =>
        anyOf === bound.anyOf &&
        least >= bound.least &&
        (bound.most === null || (most !== null && most <= bound.most)),
    ),
  );
}

/** The options of a target that have rules on the day, whichever track they are for. */
export function optionsInForce(
  { competency, level, option }: PlanTarget,
  { options }: CompiledProgramme,
): readonly CompiledOption[] {
  return options.filter(
    (one) =>
      one.competency === competency && one.level === level && (option === null || one.option === option),
  );
}

/** The options that a target may be met by. */
export function targetOptions(
  target: PlanTarget,
  { compiled, facts }: Pick<PlannedFacts, 'compiled' | 'facts'>,
): readonly CompiledOption[] {
  return optionsInForce(target, compiled).filter((one) => isForPartner(one, facts));
}

export function waysToMeet(options: readonly CompiledOption[], of: PlannedFacts): readonly Way[] {
  const ways: Way[] = [];
  for (const option of options) {
    for (const unmerged of optionWays(option, of)) {
      const bounds = merged(unmerged);
      if (bounds === null || ways.some((other) => asksNoMore(other.bounds, bounds))) continue;
      const kept = ways.filter((other) => !asksNoMore(bounds, other.bounds));
      ways.splice(0, ways.length, ...kept, { option, bounds });
    }
  }
  return ways;
}
