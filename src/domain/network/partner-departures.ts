/** How many departures a level of a partner survives: by counts where they decide, else by the exact search. */
import { isForPartner } from '../evaluation/applicable-options.ts';
import { fewestDepartures } from '../robustness/fewest-departures.ts';
import { namedPredicates } from '../robustness/level-departures.ts';
import { figuresHold, LevelKeeping } from '../robustness/level-keeping.ts';
import { countedDepartures } from './counted-departures.ts';
import { DayCounter } from './day-counter.ts';
import type { LevelPlan, Way } from './level-plans.ts';
import type { NetworkProgramme } from './network-programme.ts';
import type { PartnerPeople } from './partner-people.ts';
import type { SegmentReading } from './segment-reading.ts';

function isReached({ bounds }: Way, satisfied: Int32Array): boolean {
  for (const { predicate, atLeast } of bounds) if (satisfied[predicate]! < atLeast) return false;
  return true;
}

const NOBODY = new Int32Array(0);

export class PartnerDepartures {
  private readonly programme: NetworkProgramme;
  private readonly plans: readonly LevelPlan[];
  private readonly people: PartnerPeople;
  private readonly single: DayCounter;

  constructor(programme: NetworkProgramme, plans: readonly LevelPlan[], people: PartnerPeople) {
    this.programme = programme;
    this.plans = plans;
    this.people = people;
    this.single = new DayCounter(programme.compiled);
  }

  /** For a level that is met; `null` when no number of departures loses it. */
  survived(plan: number, reading: SegmentReading, partner: number): number | null {
    const level = this.plans[plan]!;
    // The only way there is is the one by which the level is met.
    if (level.ways?.length === 1)
      return countedDepartures(level, level.ways, this.people.today.satisfied, NOBODY);
    const open = level.ways === null ? null : this.openWays(level.ways, reading, partner);
    if (open === null) return this.searched(level, reading, partner);
    return countedDepartures(level, open, this.people.today.satisfied, this.people.byMask[plan]!);
  }

  /** The ways in which the level is met; `null` where that depends on a market that is not known. */
  private openWays(ways: readonly Way[], reading: SegmentReading, partner: number): readonly Way[] | null {
    const { compiled, peopleOnly } = this.programme;
    const { satisfied } = this.people.today;
    const open: Way[] = [];
    for (const way of ways) {
      if (!isReached(way, satisfied)) continue;
      if (peopleOnly[way.option] === 0) {
        const option = compiled.options[way.option]!;
        const facts = reading.companyFor(partner, way.option);
        if (facts.market === null && option.dependsOnMarket) return null;
        const alternative = option.alternatives[way.alternative]!;
        if (!figuresHold(alternative, option, facts, compiled.day, facts.market)) continue;
      }
      open.push(way);
    }
    return open;
  }

  private searched(level: LevelPlan, reading: SegmentReading, partner: number): number | null {
    const { compiled, needPeople } = this.programme;
    const facts = level.options.some((option) => needPeople[option] === 1)
      ? reading.whole(partner)
      : reading.companyWith(
          partner,
          level.options.flatMap((option) => this.programme.metricsOf[option]!),
        );
    const options = level.options
      .map((option) => compiled.options[option]!)
      .filter((option) => isForPartner(option, facts));
    const types = this.typesOf(namedPredicates(options), reading, partner);
    const predicates = types.map((type) => new Set(type.predicates));
    const keptBy = new LevelKeeping({ facts, people: this.people.today }, predicates).level(options);
    const fewest = fewestDepartures(
      types.map(({ count }) => count),
      keptBy,
    );
    return fewest === null ? null : fewest - 1;
  }

  /** The people of a partner by those of the named predicates that they satisfy. */
  private typesOf(named: ReadonlySet<number>, reading: SegmentReading, partner: number) {
    const { counts } = this.single;
    const types = new Map<string, { readonly predicates: readonly number[]; count: number }>();
    this.single.countEach(reading, partner, this.programme.compiled.day, () => {
      const predicates = [...counts.found.subarray(0, counts.foundCount)].filter((found) => named.has(found));
      if (predicates.length === 0) return;
      const key = predicates.sort((left, right) => left - right).join();
      const type = types.get(key);
      if (type === undefined) types.set(key, { predicates, count: 1 });
      else type.count++;
    });
    return [...types.values()];
  }
}
