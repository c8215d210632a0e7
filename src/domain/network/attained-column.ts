/** The highest level of each competency, for one partner after the other. */
import { attainedLevels } from '../evaluation/attained-levels.ts';
import { MET, type OutcomeNumber } from '../evaluation/outcomes.ts';
import type { NetworkProgramme } from './network-programme.ts';
import { HAS_EXEMPTIONS } from './network-segment.ts';
import type { PartnerAssessment } from './partner-assessment.ts';
import type { SegmentReading } from './segment-reading.ts';

/** Held by an exemption. */
export const EXEMPT = 0x80;

export class AttainedColumn {
  /** By partner and competency: 0, or 1 + the number of the highest level in the programme, with EXEMPT. */
  readonly levels: Uint8Array;
  private readonly programme: NetworkProgramme;
  private readonly levelOf: Uint8Array;
  private readonly rankOf: Int32Array;

  constructor(programme: NetworkProgramme, partners: number) {
    const { compiled } = programme;
    const { levels, competencies } = compiled.programme;
    this.programme = programme;
    this.levels = new Uint8Array(partners * competencies.length);
    this.levelOf = Uint8Array.from(
      compiled.options,
      ({ level }) => 1 + levels.findIndex(({ id }) => id === level),
    );
    this.rankOf = Int32Array.from([0, ...levels.map(({ rank }) => rank)]);
  }

  /** `assessment` is the one that has just written the partner's outcomes. */
  add(reading: SegmentReading, partner: number, outcomes: Uint8Array, assessment: PartnerAssessment): void {
    const { compiled } = this.programme;
    const options = compiled.options.length;
    const first = partner * options;
    const marks = reading.segment.marks[partner]!;
    if (marks & HAS_EXEMPTIONS) {
      this.addWithExemptions(reading, partner, outcomes.subarray(first, first + options));
      return;
    }
    // What was not assessed is met only where nothing is asked.
    if (reading.bareAnswers(partner).somethingMet) {
      for (let option = 0; option < options; option++) {
        if (outcomes[first + option] === MET) this.raise(partner, option);
      }
      return;
    }
    for (let index = 0; index < assessment.count; index++) {
      const option = assessment.assessed[index]!;
      if (outcomes[first + option] === MET) this.raise(partner, option);
    }
  }

  private raise(partner: number, option: number): void {
    const { compiled, competencyOf } = this.programme;
    const place = partner * compiled.programme.competencies.length + competencyOf[option]!;
    const level = this.levelOf[option]!;
    const known = this.levels[place]!;
    if (known === 0 || this.rankOf[level]! > this.rankOf[known]!) this.levels[place] = level;
  }

  private addWithExemptions(reading: SegmentReading, partner: number, outcomes: Uint8Array): void {
    const { compiled } = this.programme;
    const { competencies, levels } = compiled.programme;
    const own = Array.from(outcomes) as OutcomeNumber[];
    for (const entry of attainedLevels(reading.company(partner), compiled, own)) {
      const level = 1 + levels.findIndex(({ id }) => id === entry.level);
      const competency = competencies.findIndex(({ id }) => id === entry.competency);
      this.levels[partner * competencies.length + competency] = level | (entry.exempt === true ? EXEMPT : 0);
    }
  }
}
