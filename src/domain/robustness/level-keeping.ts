/** What keeps a level met, given how many people of each type are left: one option is enough, and one way in it. */
import { emptySeats } from '../assignment/empty-seats.ts';
import { classMask } from '../assignment/seat-plans.ts';
import type { Market } from '../catalogue/catalogue.ts';
import { isForPartner } from '../evaluation/applicable-options.ts';
import type { Alternative, CompiledOption, SeatClass, SeatGroup } from '../evaluation/compiled-programme.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET } from '../evaluation/outcomes.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { assessAsset } from '../requirement-kinds/asset.ts';
import { assessAssetCount } from '../requirement-kinds/asset-count.ts';
import { isExempt } from '../requirement-kinds/attained.ts';
import { countStaff } from '../requirement-kinds/percent-of-staff.ts';
import { assessPerformance } from '../requirement-kinds/performance.ts';
import type { Day } from '../time/day.ts';
import type { KeptBy, PeopleBound } from './fewest-departures.ts';
import { planBounds, type TypePredicates } from './plan-bounds.ts';
import { scoreKeeping } from './score-bounds.ts';
import { shareKeeping } from './share-bounds.ts';
import type { SharedKeeping } from './shared-keeping.ts';

type Left = readonly number[];

/** One way to divide the seats of a group: kept while none of them is empty. */
function planKeeping(group: SeatGroup, plan: readonly SeatClass[], types: TypePredicates): KeptBy {
  const masks = types.map((satisfied) => {
    const bits = group.predicates.reduce(
      (mask, predicate, index) => (satisfied.has(predicate) ? mask | (1 << index) : mask),
      0,
    );
    return classMask(plan, bits);
  });
  const needs = plan.map((seats) => seats.count);
  const bounds = planBounds(plan, masks);
  return (left) => {
    const supply = new Map<number, number>();
    masks.forEach((mask, type) => {
      supply.set(mask, (supply.get(mask) ?? 0) + left[type]!);
    });
    return emptySeats(needs, supply) === 0 ? bounds : null;
  };
}

function firstKept(ways: readonly KeptBy[], left: Left): readonly PeopleBound[] | null {
  for (const way of ways) {
    const bounds = way(left);
    if (bounds !== null) return bounds;
  }
  return null;
}

function allKept(parts: readonly KeptBy[], left: Left): readonly PeopleBound[] | null {
  const together: PeopleBound[] = [];
  for (const part of parts) {
    const bounds = part(left);
    if (bounds === null) return null;
    together.push(...bounds);
  }
  return together;
}

function anyOf(ways: readonly KeptBy[]): KeptBy {
  return ways.length === 1 ? ways[0]! : (left) => firstKept(ways, left);
}

function allOf(parts: readonly KeptBy[]): KeptBy {
  return parts.length === 1 ? parts[0]! : (left) => allKept(parts, left);
}

/** Who leaves does not change figures and assets: a way that lacks one is none. */
export function figuresHold(
  { leaves }: Alternative,
  option: CompiledOption,
  facts: FactsTable,
  day: Day,
  market: Market | null,
): boolean {
  return leaves.every((number) => {
    const leaf = option.leaves[number]!;
    if (leaf.kind === 'performance') return assessPerformance(leaf, facts, option, market) === MET;
    if (leaf.kind === 'asset-count') return assessAssetCount(leaf.requirement, facts, day) === MET;
    return leaf.kind !== 'asset' || assessAsset(leaf.requirement, facts, day) === MET;
  });
}

/** What the answer of the day was found from. */
export interface LevelFacts {
  readonly facts: FactsTable;
  readonly people: CountedPeople;
}

export class LevelKeeping {
  private readonly of: LevelFacts;
  private readonly types: TypePredicates;
  private readonly shared: SharedKeeping | null;
  private readonly groups = new Map<SeatGroup, KeptBy>();
  private readonly options = new Map<CompiledOption, KeptBy>();

  /** @param types all people who matter for the levels asked for and for all on which these depend */
  constructor(of: LevelFacts, types: TypePredicates, shared: SharedKeeping | null = null) {
    this.of = of;
    this.types = types;
    this.shared = shared;
  }

  /** One option that is met keeps the level. */
  level(options: readonly CompiledOption[]): KeptBy {
    return anyOf(options.map((option) => this.option(option)));
  }

  option(option: CompiledOption): KeptBy {
    const known = this.options.get(option);
    if (known !== undefined) return known;
    const place = this.of.people.compiled.options.indexOf(option);
    const keeping = this.shared?.isShared(place) ? this.shared.option(place) : this.alone(option);
    this.options.set(option, keeping);
    return keeping;
  }

  /** Where the market is unknown, the option must hold in either. */
  private alone(option: CompiledOption): KeptBy {
    const { market } = this.of.facts;
    const markets: readonly (Market | null)[] =
      market === null && option.dependsOnMarket ? ['developed', 'developing'] : [market];
    return allOf(markets.map((assumed) => this.inMarket(option, assumed)));
  }

  private inMarket(option: CompiledOption, market: Market | null): KeptBy {
    const { facts, people } = this.of;
    const { day } = people.compiled;
    const open = option.alternatives.filter((way) => figuresHold(way, option, facts, day, market));
    const score = option.score && scoreKeeping(option.score, option, facts, people, market, this.types);
    return anyOf(
      open.map(({ leaves, groups, shares }) => {
        const parts = [
          ...groups.map((group) => this.group(group)),
          ...shares.map((share) => shareKeeping(share, this.types, countStaff(facts, day))),
          ...this.neededLevels(leaves, option),
        ];
        const scored = score !== null && leaves.includes(option.score!.number);
        return allOf(scored ? [...parts, score] : parts);
      }),
    );
  }

  /** Other levels that the option asks for: one of each list must be kept as well, unless an exemption gives it. */
  private neededLevels(leaves: readonly number[], option: CompiledOption): readonly KeptBy[] {
    const { facts, people } = this.of;
    const { options, day } = people.compiled;
    return leaves.flatMap((number) => {
      const leaf = option.leaves[number]!;
      if (leaf.kind !== 'attained' || isExempt(leaf, option, facts, day)) return [];
      const others = leaf.satisfiedBy.map((place) => options[place]!);
      return [this.level(others.filter((other) => isForPartner(other, facts)))];
    });
  }

  private group(group: SeatGroup): KeptBy {
    const known = this.groups.get(group);
    if (known !== undefined) return known;
    const keeping = anyOf(group.plans.map((plan) => planKeeping(group, plan, this.types)));
    this.groups.set(group, keeping);
    return keeping;
  }
}
