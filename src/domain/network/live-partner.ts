/**
 * One partner of a network kept up to date: when something about a person changes, that person is taken out of the
 * counts and counted again, whatever the size of the partner, and only the options this touches are answered anew.
 */
import type { FactsTable } from '../facts/facts-table.ts';
import type { CountingIntervals } from './counting-intervals.ts';
import { DayCounter } from './day-counter.ts';
import type { NetworkProgramme } from './network-programme.ts';
import type { NetworkSegment } from './network-segment.ts';
import { PartnerAssessment } from './partner-assessment.ts';
import { SegmentReading } from './segment-reading.ts';

export class LivePartner {
  /** OutcomeNumber by compiled option. */
  readonly outcomes: Uint8Array;
  private readonly programme: NetworkProgramme;
  private readonly reading: SegmentReading;
  private readonly partner: number;
  private readonly counter: DayCounter;
  private readonly assessment: PartnerAssessment;
  /** First interval of each of the partner's individuals in the segment. */
  private readonly firstInterval: Uint32Array;
  /** Skills of the individuals who changed since they were packed. */
  private readonly changed = new Map<number, Int32Array>();
  /** Options that look at people on other days too. */
  private readonly growing: readonly number[];
  private held = new Int32Array(1 << 8);

  constructor(programme: NetworkProgramme, segment: NetworkSegment, partner: number) {
    this.programme = programme;
    this.partner = partner;
    this.reading = new SegmentReading(segment, programme);
    this.counter = new DayCounter(programme.compiled);
    this.assessment = new PartnerAssessment(programme);
    this.growing = programme.compiled.options.flatMap((_, option) =>
      programme.needPeople[option] === 1 ? [option] : [],
    );
    this.outcomes = new Uint8Array(programme.compiled.options.length);
    this.counter.count(this.reading, partner, programme.compiled.day);
    const { counts } = this.counter;
    this.assessment.outcomes(this.reading, partner, counts, this.outcomes, 0);
    const first = segment.firstIndividual[partner]!;
    this.firstInterval = new Uint32Array(segment.firstIndividual[partner + 1]! - first + 1);
    this.firstInterval[0] = segment.firstInterval[partner]!;
    for (let individual = 1; individual < this.firstInterval.length; individual++) {
      const before = individual - 1;
      this.firstInterval[individual] = this.firstInterval[before]! + segment.intervalCount[first + before]!;
    }
  }

  /**
   * Counts an individual anew, with the intervals found in his or her present facts. `individual` is the place in
   * the order of ids with which the partner was packed; somebody new takes any further number.
   * @returns the options whose outcome changed.
   */
  change(individual: number, intervals: CountingIntervals): readonly number[] {
    const { counts } = this.counter;
    const touched = new Set<number>();
    const collect = () => {
      for (let index = 0; index < counts.foundCount; index++) {
        for (const option of this.programme.optionsOf[counts.found[index]!]!) touched.add(option);
      }
    };
    const before = this.changed.get(individual) ?? this.packedSkills(individual);
    const after = this.skillsIn(intervals);
    counts.addIndividual(before, before.length, -1);
    collect();
    counts.addIndividual(after, after.length, 1);
    collect();
    this.changed.set(individual, after);
    this.remember(individual, intervals);
    for (const option of this.growing) touched.add(option);
    return [...touched].filter((option) => this.answer(option));
  }

  /**
   * Takes other facts of the company than those packed: figures, assets, enrolments. `facts` were read for the day of
   * the programme and are kept.
   * @returns the options whose outcome changed.
   */
  changeCompany(facts: FactsTable): readonly number[] {
    this.reading.changeCompany(facts);
    this.counter.counts.baselines.clear();
    return this.programme.compiled.options.flatMap((_, option) => (this.answer(option) ? [option] : []));
  }

  /** Rules that look at other days find what changed as well. */
  private remember(individual: number, { count, skill, from, until }: CountingIntervals): void {
    if (this.growing.length === 0) return;
    const { skills } = this.programme.compiled;
    this.counter.counts.baselines.clear();
    this.reading.changeIndividual(individual, {
      skills: Array.from(skill.subarray(0, count), (number) => skills[number]!.id),
      from: from.slice(0, count),
      until: until.slice(0, count),
    });
  }

  /** Answers an option anew; says whether its outcome changed. */
  private answer(option: number): boolean {
    const outcome = this.assessment.outcome(option, this.reading, this.partner, this.counter.counts);
    const changed = outcome !== this.outcomes[option];
    this.outcomes[option] = outcome;
    return changed;
  }

  private packedSkills(individual: number): Int32Array {
    if (individual >= this.firstInterval.length - 1) return new Int32Array(0);
    const { segment, skillNumbers } = this.reading;
    const { day } = this.programme.compiled;
    const end = this.firstInterval[individual + 1]!;
    let count = 0;
    for (let interval = this.firstInterval[individual]!; interval < end; interval++) {
      if (segment.from[interval]! > day || day >= segment.until[interval]!) continue;
      const number = skillNumbers[segment.skill[interval]!]!;
      if (number >= 0) this.hold(count++, number);
    }
    return this.held.slice(0, count);
  }

  private skillsIn({ count: intervals, skill, from, until }: CountingIntervals): Int32Array {
    const { day, predicatesOf } = this.programme.compiled;
    let count = 0;
    for (let index = 0; index < intervals; index++) {
      if (from[index]! > day || day >= until[index]!) continue;
      if (predicatesOf[skill[index]!]!.length > 0) this.hold(count++, skill[index]!);
    }
    return this.held.slice(0, count);
  }

  private hold(place: number, skill: number): void {
    if (place === this.held.length) {
      const larger = new Int32Array(place * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[place] = skill;
  }
}
