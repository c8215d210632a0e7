/** Writes down who fills the seats of options that are met, for one partner after the other. */
import { assessOption } from '../evaluation/assess-option.ts';
import type { PeopleCounts } from '../evaluation/count-people.ts';
import { MET } from '../evaluation/outcomes.ts';
import { wayReached } from './count-needs.ts';
import type { FirstHolders } from './first-holders.ts';
import { GrowingColumn } from './growing-column.ts';
import type { NetworkProgramme } from './network-programme.ts';
import type { PartnerAssessment } from './partner-assessment.ts';
import type { SegmentReading } from './segment-reading.ts';

export interface Seats {
  readonly firstSeat: Uint32Array;
  readonly seats: Uint32Array;
}

export class SeatColumn {
  private readonly programme: NetworkProgramme;
  private readonly first = new GrowingColumn(Uint32Array);
  private readonly words = new GrowingColumn(Uint32Array);

  constructor(programme: NetworkProgramme) {
    this.programme = programme;
  }

  /** `assessment` is the one that has just written the partner's outcomes, whose first option stands at `at`. */
  add(
    reading: SegmentReading,
    partner: number,
    { outcomes, at }: { readonly outcomes: Uint8Array; readonly at: number },
    assessment: PartnerAssessment,
    counts: PeopleCounts,
    holders: FirstHolders,
  ): void {
    const { compiled } = this.programme;
    this.first.push(this.words.length);
    for (let index = 0; index < assessment.count; index++) {
      const number = assessment.assessed[index]!;
      if (outcomes[at + number] !== MET) continue;
      const option = compiled.options[number]!;
      const best = this.wayMet(number, reading, partner, counts);
      for (const group of option.alternatives[best]!.groups) {
        holders.seats(group, (leaf, people, count) => this.push(number, leaf, people, count));
      }
    }
  }

  /** The way by which an option is met; an explanation seats the same. */
  private wayMet(number: number, reading: SegmentReading, partner: number, counts: PeopleCounts): number {
    const { compiled, needs, peopleOnly } = this.programme;
    const option = compiled.options[number]!;
    const program = needs[number]!;
    if (option.alternatives.length === 1) return 0;
    if (program !== null && peopleOnly[number] === 1) return wayReached(program, counts.satisfied);
    return assessOption(option, reading.companyFor(partner, number), counts, compiled.day, []).best;
  }

  finish(): Seats {
    this.first.push(this.words.length);
    const firstSeat = new Uint32Array(this.first.length);
    const seats = new Uint32Array(this.words.length);
    this.first.moveTo(firstSeat);
    this.words.moveTo(seats);
    return { firstSeat, seats };
  }

  private push(option: number, leaf: number, people: ArrayLike<number>, count: number): void {
    this.words.push(option);
    this.words.push(leaf);
    this.words.push(count);
    for (let index = 0; index < count; index++) this.words.push(people[index]!);
  }
}
