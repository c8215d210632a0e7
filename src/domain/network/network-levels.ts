/** Levels of every partner of a network on one day: what `evaluate` answers, for all of them at once. */
import type { Programme } from '../catalogue/catalogue.ts';
import { attainedLevels } from '../evaluation/attained-levels.ts';
import { PeopleCounts } from '../evaluation/count-people.ts';
import { MET, type OutcomeNumber } from '../evaluation/outcomes.ts';
import type { Day } from '../time/day.ts';
import { NetworkProgramme } from './network-programme.ts';
import { HAS_EXEMPTIONS, type NetworkSegment } from './network-segment.ts';
import { PartnerAssessment } from './partner-assessment.ts';
import { SegmentReading } from './segment-reading.ts';

/** In `attained`: held by an exemption. */
export const EXEMPT = 0x80;

export interface SegmentLevels {
  /** OutcomeNumber by partner and compiled option: partner × options + option. */
  readonly outcomes: Uint8Array;
  /** By partner and competency: 0, or 1 + the number of the highest level in the programme, with EXEMPT. */
  readonly attained: Uint8Array;
}

export class NetworkLevels {
  readonly programme: NetworkProgramme;
  private readonly counts: PeopleCounts;
  private readonly assessment: PartnerAssessment;
  /** Skills of the individual being counted. */
  private held = new Int32Array(1 << 10);
  private readonly levelOf: Uint8Array;
  private readonly rankOf: Int32Array;

  constructor(programme: Programme, day: Day) {
    this.programme = new NetworkProgramme(programme, day);
    const { compiled } = this.programme;
    this.counts = new PeopleCounts(compiled);
    this.assessment = new PartnerAssessment(this.programme);
    const levels = programme.levels.map(({ id }) => id);
    this.levelOf = Uint8Array.from(compiled.options, ({ level }) => 1 + levels.indexOf(level));
    this.rankOf = Int32Array.from([0, ...programme.levels.map(({ rank }) => rank)]);
  }

  evaluate(segment: NetworkSegment): SegmentLevels {
    const { compiled } = this.programme;
    const reading = new SegmentReading(segment, this.programme);
    const { partners } = segment.sizes;
    const options = compiled.options.length;
    const competencies = compiled.programme.competencies.length;
    const outcomes = new Uint8Array(partners * options);
    const attained = new Uint8Array(partners * competencies);
    for (let partner = 0; partner < partners; partner++) {
      this.count(reading, partner);
      this.assessment.outcomes(reading, partner, this.counts, outcomes, partner * options);
      this.attain(reading, partner, outcomes, attained);
    }
    return { outcomes, attained };
  }

  /** Counts the people of a partner on the programme's day. */
  private count(reading: SegmentReading, partner: number): void {
    const { counts } = this;
    const { day } = this.programme.compiled;
    const { segment, skillNumbers } = reading;
    const { intervalCount, skill, from, until } = segment;
    counts.start();
    const lastIndividual = segment.firstIndividual[partner + 1]!;
    let interval = segment.firstInterval[partner]!;
    for (let individual = segment.firstIndividual[partner]!; individual < lastIndividual; individual++) {
      const end = interval + intervalCount[individual]!;
      if (end - interval > this.held.length) this.held = new Int32Array((end - interval) * 2);
      const { held } = this;
      let count = 0;
      for (; interval < end; interval++) {
        if (from[interval]! > day || day >= until[interval]!) continue;
        const number = skillNumbers[skill[interval]!]!;
        if (number >= 0) held[count++] = number;
      }
      if (count > 0) counts.addIndividual(held, count, 1);
    }
  }

  private attain(reading: SegmentReading, partner: number, outcomes: Uint8Array, attained: Uint8Array): void {
    const { compiled, competencyOf } = this.programme;
    const options = compiled.options.length;
    const at = partner * compiled.programme.competencies.length;
    const first = partner * options;
    const { marks } = reading.segment;
    if (marks[partner]! & HAS_EXEMPTIONS) {
      const own = Array.from(outcomes.subarray(first, first + options)) as OutcomeNumber[];
      const { competencies, levels } = compiled.programme;
      for (const entry of attainedLevels(reading.company(partner), compiled, own)) {
        const level = 1 + levels.findIndex(({ id }) => id === entry.level);
        const competency = competencies.findIndex(({ id }) => id === entry.competency);
        attained[at + competency] = level | (entry.exempt === true ? EXEMPT : 0);
      }
      return;
    }
    const { assessed, count } = this.assessment;
    // What was not assessed is met only where nothing is asked.
    const all = this.programme.bareAnswers(marks[partner]!).somethingMet;
    for (let index = 0; index < (all ? options : count); index++) {
      const option = all ? index : assessed[index]!;
      if (outcomes[first + option] !== MET) continue;
      const place = at + competencyOf[option]!;
      const level = this.levelOf[option]!;
      const known = attained[place]!;
      if (known === 0 || this.rankOf[level]! > this.rankOf[known]!) attained[place] = level;
    }
  }
}
