/** Counts the people of a partner on two days in one pass: on the day of the question, and on a later one. */
import { PeopleCounts } from '../evaluation/count-people.ts';
import { FirstHolders } from './first-holders.ts';
import type { LevelPlan } from './level-plans.ts';
import type { NetworkProgramme } from './network-programme.ts';
import type { SegmentReading } from './segment-reading.ts';

export class PartnerPeople {
  /** Counts on the day. */
  readonly today: PeopleCounts;
  /** Somebody holds something else on the later day. */
  changes = false;
  readonly first: FirstHolders | null;
  /** Plan number → people of the level by mask, for levels with several ways. */
  readonly byMask: readonly Int32Array[];

  /** What changes from one day to the other, then the counts on the later day. */
  private readonly difference: PeopleCounts;
  private differenceIsSum = false;
  private readonly programme: NetworkProgramme;
  /** Predicate number → its bits in the plans. */
  private readonly maskBits: readonly (readonly { readonly plan: number; readonly bit: number }[])[];
  private readonly masks: Int32Array;
  private readonly ofIndividual: Int32Array;
  private readonly touchedPlans: Int32Array;
  private heldToday = new Int32Array(1 << 8);
  private heldLater = new Int32Array(1 << 8);

  constructor(programme: NetworkProgramme, plans: readonly LevelPlan[], seats: boolean) {
    const { compiled } = programme;
    this.programme = programme;
    this.today = new PeopleCounts(compiled);
    this.difference = new PeopleCounts(compiled);
    this.first = seats ? new FirstHolders(compiled) : null;
    this.byMask = plans.map(({ predicates }) => new Int32Array(1 << predicates.length));
    const maskBits: { plan: number; bit: number }[][] = compiled.predicates.map(() => []);
    plans.forEach(({ predicates }, plan) => {
      predicates.forEach((predicate, index) => {
        maskBits[predicate]!.push({ plan, bit: 1 << index });
      });
    });
    this.maskBits = maskBits;
    this.masks = new Int32Array(plans.length);
    this.ofIndividual = new Int32Array(plans.length);
    this.touchedPlans = new Int32Array(plans.length);
  }

  /** Counts on the later day; only to be asked for when there are changes. */
  later(): PeopleCounts {
    const { today, difference } = this;
    if (this.differenceIsSum) return difference;
    this.differenceIsSum = true;
    for (let predicate = 0; predicate < today.satisfied.length; predicate++) {
      difference.satisfied[predicate]! += today.satisfied[predicate]!;
    }
    today.coupled.forEach((counts, group) => {
      const sums = difference.coupled[group]!;
      for (const [mask, people] of counts) sums.set(mask, (sums.get(mask) ?? 0) + people);
    });
    return difference;
  }

  count(reading: SegmentReading, partner: number, later: number): void {
    const { day } = this.programme.compiled;
    const { segment, skillNumbers } = reading;
    const { intervalCount, skill, from, until } = segment;
    this.start();
    const firstIndividual = segment.firstIndividual[partner]!;
    const lastIndividual = segment.firstIndividual[partner + 1]!;
    let interval = segment.firstInterval[partner]!;
    for (let individual = firstIndividual; individual < lastIndividual; individual++) {
      const end = interval + intervalCount[individual]!;
      if (end - interval > this.heldToday.length) this.reserve(end - interval);
      const { heldToday, heldLater } = this;
      let today = 0;
      let then = 0;
      let changes = false;
      for (; interval < end; interval++) {
        const number = skillNumbers[skill[interval]!]!;
        if (number < 0) continue;
        const begins = from[interval]!;
        const ends = until[interval]!;
        const countsToday = begins <= day && day < ends;
        const countsLater = begins <= later && later < ends;
        if (countsToday) heldToday[today++] = number;
        if (countsLater) heldLater[then++] = number;
        if (countsToday !== countsLater) changes = true;
      }
      if (today > 0) this.addToday(individual - firstIndividual, today);
      if (!changes) continue;
      this.changes = true;
      if (today > 0) this.difference.subtractLastOf(this.today);
      this.difference.addIndividual(heldLater, then, 1);
    }
  }

  private start(): void {
    this.today.start();
    if (this.changes) this.difference.start();
    this.changes = false;
    this.differenceIsSum = false;
    this.first?.start();
    for (let plan = 0; plan < this.touchedPlans.length; plan++) {
      if (this.touchedPlans[plan] === 0) continue;
      this.touchedPlans[plan] = 0;
      this.byMask[plan]!.fill(0);
    }
  }

  private addToday(individual: number, held: number): void {
    const { today, maskBits, masks, ofIndividual } = this;
    today.addIndividual(this.heldToday, held, 1);
    const { found, foundCount } = today;
    this.first?.add(individual, found, foundCount);
    let plans = 0;
    for (let index = 0; index < foundCount; index++) {
      const bits = maskBits[found[index]!]!;
      for (let place = 0; place < bits.length; place++) {
        const { plan, bit } = bits[place]!;
        if (masks[plan] === 0) ofIndividual[plans++] = plan;
        masks[plan]! |= bit;
      }
    }
    for (let index = 0; index < plans; index++) {
      const plan = ofIndividual[index]!;
      this.byMask[plan]![masks[plan]!]!++;
      masks[plan] = 0;
      this.touchedPlans[plan] = 1;
    }
  }

  private reserve(count: number): void {
    this.heldToday = new Int32Array(count * 2);
    this.heldLater = new Int32Array(count * 2);
  }
}
