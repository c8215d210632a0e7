/**
 * The second question to a network: besides the levels, what each option lacks, who fills its seats, how many
 * departures each level survives, and which levels are not met any more on the partner's anniversary by what is known
 * now. One pass over the people answers for both days: whoever holds the same on both is counted once.
 */
import type { Programme } from '../catalogue/catalogue.ts';
import { MET } from '../evaluation/outcomes.ts';
import type { Day } from '../time/day.ts';
import { AttainedColumn } from './attained-column.ts';
import { LAST_PACKED_DAY, PACKED_NEVER } from './counting-intervals.ts';
import { LaterLevels } from './later-levels.ts';
import { type LevelPlan, levelPlans } from './level-plans.ts';
import { anniversariesOf } from './network-builder.ts';
import type { SegmentLevels } from './network-levels.ts';
import { NetworkProgramme } from './network-programme.ts';
import { type NetworkSegment, SEVERAL_ANNIVERSARIES } from './network-segment.ts';
import { PartnerAssessment } from './partner-assessment.ts';
import { PartnerDepartures } from './partner-departures.ts';
import { PartnerPeople } from './partner-people.ts';
import { SeatColumn } from './seat-column.ts';
import { SegmentReading } from './segment-reading.ts';

/** In `survived`: the level is not met, or no number of departures loses it. */
export const NO_DEPARTURES = 0xffff;

/** Partners without an anniversary ahead are looked at a year ahead. */
const A_YEAR = 365;

export interface SegmentRisks extends SegmentLevels {
  /** Fewest further people by partner and option, as in `evaluate`. */
  readonly shortfalls: Uint16Array;
  /** Departures that any choice of people may make, by partner and level; NO_DEPARTURES when it has no bound. */
  readonly survived: Uint16Array;
  /** By partner and level: 1 when it is met on the day and not on the anniversary. */
  readonly lost: Uint8Array;
  /**
   * Seats of options that are met, when asked for: from `firstSeat[partner]` on, again and again the option, the leaf,
   * how many people, and these by their place in the order of ids among the partner's individuals.
   */
  readonly firstSeat: Uint32Array;
  readonly seats: Uint32Array;
}

export interface RiskOptions {
  /** Say who fills the seats. */
  readonly seats?: boolean;
}

export class NetworkRisks {
  readonly programme: NetworkProgramme;
  /** The levels that `survived` and `lost` speak of, in their order. */
  readonly levels: readonly LevelPlan[];
  private readonly assessment: PartnerAssessment;
  private readonly people: PartnerPeople;
  private readonly departures: PartnerDepartures;
  private readonly later: LaterLevels;
  /** Number of the level of each option. */
  private readonly levelOf: Uint16Array;
  /** The levels that the partner at hand meets: the first `metCount` places. */
  private readonly metLevels: Uint16Array;
  private metCount = 0;
  private readonly isListed: Uint8Array;

  constructor(programme: Programme, day: Day, { seats = false }: RiskOptions = {}) {
    this.programme = new NetworkProgramme(programme, day);
    this.levels = levelPlans(this.programme.compiled);
    this.assessment = new PartnerAssessment(this.programme);
    this.people = new PartnerPeople(this.programme, this.levels, seats);
    this.departures = new PartnerDepartures(this.programme, this.levels, this.people);
    this.later = new LaterLevels(this.programme, this.levels);
    this.levelOf = new Uint16Array(this.programme.compiled.options.length);
    this.levels.forEach(({ options }, level) => {
      for (const option of options) this.levelOf[option] = level;
    });
    this.metLevels = new Uint16Array(this.levels.length);
    this.isListed = new Uint8Array(this.levels.length);
  }

  evaluate(segment: NetworkSegment): SegmentRisks {
    const { programme, people, assessment, levels } = this;
    const { partners } = segment.sizes;
    const options = programme.compiled.options.length;
    const reading = new SegmentReading(segment, programme);
    const later = this.later.reading(reading);
    const outcomes = new Uint8Array(partners * options);
    const shortfalls = new Uint16Array(partners * options);
    const survived = new Uint16Array(partners * levels.length).fill(NO_DEPARTURES);
    const lost = new Uint8Array(partners * levels.length);
    const attained = new AttainedColumn(programme, partners);
    const seats = new SeatColumn(programme);
    for (let partner = 0; partner < partners; partner++) {
      const anniversary = this.anniversary(reading, partner);
      people.count(reading, partner, anniversary);
      const first = partner * options;
      assessment.outcomes(reading, partner, people.today, outcomes, first);
      attained.add(reading, partner, outcomes, assessment);
      this.addShortfalls(reading, partner, shortfalls, first);
      if (people.first !== null) {
        seats.add(reading, partner, { outcomes, at: first }, assessment, people.today, people.first);
      }
      this.findMetLevels(reading, partner, outcomes, first);
      for (let index = 0; index < this.metCount; index++) {
        const level = this.metLevels[index]!;
        const place = partner * levels.length + level;
        survived[place] = this.departures.survived(level, reading, partner) ?? NO_DEPARTURES;
        lost[place] = later.isMet(level, partner, anniversary, people) ? 0 : 1;
      }
    }
    return { outcomes, attained: attained.levels, shortfalls, survived, lost, ...seats.finish() };
  }

  /** Lists the levels that some option meets. */
  private findMetLevels(reading: SegmentReading, partner: number, outcomes: Uint8Array, at: number): void {
    const { assessment, levelOf } = this;
    this.metCount = 0;
    this.isListed.fill(0);
    // What was not assessed is met only where nothing is asked.
    const all = reading.bareAnswers(partner).somethingMet;
    const count = all ? levelOf.length : assessment.count;
    for (let index = 0; index < count; index++) {
      const option = all ? index : assessment.assessed[index]!;
      const level = levelOf[option]!;
      if (outcomes[at + option] !== MET || this.isListed[level] === 1) continue;
      this.isListed[level] = 1;
      this.metLevels[this.metCount++] = level;
    }
  }

  private addShortfalls(reading: SegmentReading, partner: number, shortfalls: Uint16Array, at: number): void {
    const { people, assessment } = this;
    shortfalls.set(reading.bareAnswers(partner).shortfalls, at);
    for (let index = 0; index < assessment.count; index++) {
      const option = assessment.assessed[index]!;
      shortfalls[at + option] = assessment.shortfall(option, reading, partner, people.today);
    }
  }

  /** The first anniversary after the day, else a year later. */
  private anniversary(reading: SegmentReading, partner: number): Day {
    const { day } = this.programme.compiled;
    const { anniversary, marks } = reading.segment;
    let next: number = anniversary[partner]!;
    if (marks[partner]! & SEVERAL_ANNIVERSARIES) {
      const days = anniversariesOf(reading.company(partner).document.memberships ?? []);
      next = days.reduce<number>((least, each) => (each > day && each < least ? each : least), PACKED_NEVER);
    }
    const ahead = next > day && next <= LAST_PACKED_DAY;
    return (ahead ? next : Math.min(day + A_YEAR, LAST_PACKED_DAY)) as Day;
  }
}
