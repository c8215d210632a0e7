/**
 * Outcomes of one partner from the counts of its people. Only options that somebody's skill touches, or that what the
 * company has may decide alone, are assessed; every other answer is the same for all such companies.
 */
import { assessOption } from '../evaluation/assess-option.ts';
import type { CountedPeople } from '../evaluation/count-people.ts';
import { MET, type OutcomeNumber, UNMET } from '../evaluation/outcomes.ts';
import type { NetworkProgramme } from './network-programme.ts';
import type { SegmentReading } from './segment-reading.ts';

export class PartnerAssessment {
  /** Numbers of the options that were assessed for the partner: the first `count` places. */
  readonly assessed: Int32Array;
  count = 0;
  private readonly programme: NetworkProgramme;
  private readonly assessedFor: Uint32Array;
  private stamp = 0;

  constructor(programme: NetworkProgramme) {
    this.programme = programme;
    const options = programme.compiled.options.length;
    this.assessed = new Int32Array(options);
    this.assessedFor = new Uint32Array(options);
  }

  /** Writes the outcome of every option, from place `at` on. */
  outcomes(
    reading: SegmentReading,
    partner: number,
    counts: CountedPeople,
    into: Uint8Array,
    at: number,
  ): void {
    into.set(reading.bareAnswers(partner).outcomes, at);
    this.choose(reading, partner, counts);
    for (let index = 0; index < this.count; index++) {
      const option = this.assessed[index]!;
      into[at + option] = this.outcome(option, reading, partner, counts);
    }
  }

  outcome(option: number, reading: SegmentReading, partner: number, counts: CountedPeople): OutcomeNumber {
    const { compiled, peopleOnly } = this.programme;
    const asked = compiled.options[option]!;
    if (!this.programme.peopleMet(option, counts)) return UNMET;
    if (asked.assigned && asked.track !== reading.track(partner)) return UNMET;
    if (peopleOnly[option] === 1) return MET;
    return assessOption(asked, reading.companyFor(partner, option), counts, compiled.day, []).outcome;
  }

  /** The fewest further people who would fill the option's seats and steps. */
  shortfall(option: number, reading: SegmentReading, partner: number, counts: CountedPeople): number {
    const { compiled } = this.programme;
    const asked = compiled.options[option]!;
    if (asked.assigned && asked.track !== reading.track(partner)) return 0;
    if (asked.score === null) return this.programme.shortfall(option, counts);
    return assessOption(asked, reading.companyFor(partner, option), counts, compiled.day, []).shortfall;
  }

  private choose(reading: SegmentReading, partner: number, { satisfied }: CountedPeople): void {
    const { optionsOf, needNobody } = this.programme;
    this.count = 0;
    if (++this.stamp > 0xffffffff) {
      this.assessedFor.fill(0);
      this.stamp = 1;
    }
    for (let predicate = 0; predicate < satisfied.length; predicate++) {
      if (satisfied[predicate] === 0) continue;
      const options = optionsOf[predicate]!;
      for (let index = 0; index < options.length; index++) this.add(options[index]!);
    }
    for (const option of needNobody) if (!reading.isBare(partner, option)) this.add(option);
  }

  private add(option: number): void {
    if (this.assessedFor[option] === this.stamp) return;
    this.assessedFor[option] = this.stamp;
    this.assessed[this.count++] = option;
  }
}
