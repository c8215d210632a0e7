/**
 * Whether levels are still met on a later day, by what is known now: counts of that day, the rules in force then, assets
 * as they will be, and figures held at their present value.
 */
import { assessOption } from '../evaluation/assess-option.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET } from '../evaluation/outcomes.ts';
import { RuleEras } from '../projection/rule-eras.ts';
import type { Day } from '../time/day.ts';
import { LAST_PACKED_DAY } from './counting-intervals.ts';
import { DayCounter } from './day-counter.ts';
import type { LevelPlan } from './level-plans.ts';
import { NetworkProgramme } from './network-programme.ts';
import { HAS_ASSETS } from './network-segment.ts';
import type { PartnerPeople } from './partner-people.ts';
import { SegmentReading } from './segment-reading.ts';

/** The rules of a stretch of days that begins after the day of the question. */
interface LaterRules {
  readonly programme: NetworkProgramme;
  readonly counter: DayCounter;
  readonly reading: SegmentReading;
}

export class LaterLevels {
  private readonly programme: NetworkProgramme;
  private readonly plans: readonly LevelPlan[];
  private readonly changeDays: readonly Day[];
  private readonly later = new Map<number, Pick<LaterRules, 'programme' | 'counter'>>();

  constructor(programme: NetworkProgramme, plans: readonly LevelPlan[]) {
    const { compiled } = programme;
    this.programme = programme;
    this.plans = plans;
    this.changeDays = new RuleEras(compiled.programme, compiled.day, LAST_PACKED_DAY as Day).days;
  }

  /** The levels of the partners of one segment. */
  reading(reading: SegmentReading): SegmentLaterLevels {
    const readings = new Map<number, LaterRules>();
    return new SegmentLaterLevels(this.programme, this.plans, reading, (day) => {
      const era = this.changeDays.filter((begin) => begin <= day).length;
      if (era === 0) return null;
      let rules = readings.get(era);
      if (rules === undefined) {
        const { programme, counter } = this.rulesOf(era);
        rules = { programme, counter, reading: new SegmentReading(reading.segment, programme) };
        readings.set(era, rules);
      }
      return rules;
    });
  }

  private rulesOf(era: number): Pick<LaterRules, 'programme' | 'counter'> {
    let rules = this.later.get(era);
    if (rules === undefined) {
      const programme = new NetworkProgramme(
        this.programme.compiled.programme,
        this.changeDays[era - 1]!,
        this.programme.compiled.day,
      );
      rules = { programme, counter: new DayCounter(programme.compiled) };
      this.later.set(era, rules);
    }
    return rules;
  }
}

class SegmentLaterLevels {
  private readonly programme: NetworkProgramme;
  private readonly plans: readonly LevelPlan[];
  private readonly reading: SegmentReading;
  /** `null` when the rules of the day are those of the question. */
  private readonly rulesOn: (day: Day) => LaterRules | null;
  private countedPartner = -1;

  constructor(
    programme: NetworkProgramme,
    plans: readonly LevelPlan[],
    reading: SegmentReading,
    rulesOn: (day: Day) => LaterRules | null,
  ) {
    this.programme = programme;
    this.plans = plans;
    this.reading = reading;
    this.rulesOn = rulesOn;
  }

  /** For a level that is met today; `people` were counted for the partner and this later day. */
  isMet(plan: number, partner: number, day: Day, people: PartnerPeople): boolean {
    const level = this.plans[plan]!;
    const rules = this.rulesOn(day);
    if (rules !== null) return this.isMetBy(rules, level, partner, day);
    const hasAssets = (this.reading.segment.marks[partner]! & HAS_ASSETS) !== 0;
    if (!people.changes && !hasAssets && !level.measuresGrowth) return true;
    const counts = people.changes ? people.later() : people.today;
    return level.options.some((option) => this.isOptionMet(this.programme, option, partner, counts, day));
  }

  private isMetBy(
    { programme, counter, reading }: LaterRules,
    level: LevelPlan,
    partner: number,
    day: Day,
  ): boolean {
    if (this.countedPartner !== partner) counter.count(reading, partner, day);
    this.countedPartner = partner;
    return programme.compiled.options.some(
      (option, number) =>
        option.competency === level.competency &&
        option.level === level.level &&
        this.isOptionMet(programme, number, partner, counter.counts, day),
    );
  }

  private isOptionMet(
    programme: NetworkProgramme,
    number: number,
    partner: number,
    counts: CountedPeople,
    day: Day,
  ): boolean {
    const { compiled, peopleOnly, metricsOf, needPeople } = programme;
    const option = compiled.options[number]!;
    if (option.assigned && option.track !== this.reading.track(partner)) return false;
    if (!programme.peopleMet(number, counts)) return false;
    if (peopleOnly[number] === 1) return true;
    // The reading of the question's day: figures are those of its window.
    const facts =
      needPeople[number] === 1
        ? this.reading.whole(partner)
        : this.reading.companyWith(partner, metricsOf[number]!);
    const { satisfied, coupled } = counts;
    const rules = { ...compiled, day };
    const then = { satisfied, coupled, compiled: rules, baselines: new Map() };
    return assessOption(option, facts, then, day, []).outcome === MET;
  }
}
