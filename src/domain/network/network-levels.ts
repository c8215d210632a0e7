/** Levels of every partner of a network on one day: what `evaluate` answers, for all of them at once. */
import type { Programme } from '../catalogue/catalogue.ts';
import type { Day } from '../time/day.ts';
import { AttainedColumn } from './attained-column.ts';
import { DayCounter } from './day-counter.ts';
import { NetworkProgramme } from './network-programme.ts';
import type { NetworkSegment } from './network-segment.ts';
import { PartnerAssessment } from './partner-assessment.ts';
import { SegmentReading } from './segment-reading.ts';

export interface SegmentLevels {
  /** OutcomeNumber by partner and compiled option: partner × options + option. */
  readonly outcomes: Uint8Array;
  /** By partner and competency: 0, or 1 + the number of the highest level in the programme, with EXEMPT. */
  readonly attained: Uint8Array;
}

export class NetworkLevels {
  readonly programme: NetworkProgramme;
  private readonly counter: DayCounter;
  private readonly assessment: PartnerAssessment;

  constructor(programme: Programme, day: Day) {
    this.programme = new NetworkProgramme(programme, day);
    this.counter = new DayCounter(this.programme.compiled);
    this.assessment = new PartnerAssessment(this.programme);
  }

  evaluate(segment: NetworkSegment): SegmentLevels {
    const { programme, counter, assessment } = this;
    const { day, options } = programme.compiled;
    const { partners } = segment.sizes;
    const reading = new SegmentReading(segment, programme);
    const outcomes = new Uint8Array(partners * options.length);
    const attained = new AttainedColumn(programme, partners);
    for (let partner = 0; partner < partners; partner++) {
      counter.count(reading, partner, day);
      assessment.outcomes(reading, partner, counter.counts, outcomes, partner * options.length);
      attained.add(reading, partner, outcomes, assessment);
    }
    return { outcomes, attained: attained.levels };
  }
}
