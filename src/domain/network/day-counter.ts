/** Counts the people of one partner after the other on a day. */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import { PeopleCounts } from '../evaluation/count-people.ts';
import type { SegmentReading } from './segment-reading.ts';

export class DayCounter {
  readonly counts: PeopleCounts;
  /** Skills of the individual being counted. */
  private held = new Int32Array(1 << 8);

  constructor(compiled: CompiledProgramme) {
    this.counts = new PeopleCounts(compiled);
  }

  /** `reading` sees the segment as the programme of the counts does. */
  count(reading: SegmentReading, partner: number, day: number): void {
    this.counts.start();
    this.forEachIndividual(reading, partner, day, null);
  }

  /** Counts each individual alone, one after the other, and says when it is done. */
  countEach(reading: SegmentReading, partner: number, day: number, counted: () => void): void {
    this.forEachIndividual(reading, partner, day, counted);
  }

  private forEachIndividual(
    { segment, skillNumbers }: SegmentReading,
    partner: number,
    day: number,
    alone: (() => void) | null,
  ): void {
    const { counts } = this;
    const { intervalCount, skill, from, until } = segment;
    const last = segment.firstIndividual[partner + 1]!;
    let interval = segment.firstInterval[partner]!;
    for (let individual = segment.firstIndividual[partner]!; individual < last; individual++) {
      const end = interval + intervalCount[individual]!;
      if (end - interval > this.held.length) this.held = new Int32Array((end - interval) * 2);
      const { held } = this;
      let count = 0;
      for (; interval < end; interval++) {
        if (from[interval]! > day || day >= until[interval]!) continue;
        const number = skillNumbers[skill[interval]!]!;
        if (number >= 0) held[count++] = number;
      }
      if (count === 0) continue;
      if (alone !== null) counts.start();
      counts.addIndividual(held, count, 1);
      if (alone !== null) alone();
    }
  }
}
