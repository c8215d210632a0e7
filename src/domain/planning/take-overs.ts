/**
 * What somebody else can take over in a plan. The proof that no cheapest plan is lost by leaving it out: of those that are
 * equally cheap take the one that trains in the smallest parts, and of these the one with the earliest classes. It uses
 * nothing that enough others could learn for no more, because one of them is not trained and could take it over: who belongs
 * to no count to which the first does not belong already makes no departure worse.
 */
import { type BitSet, contains, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import type { PlanColumn } from './plan-columns.ts';

/** What a person of a column brings. */
export interface Gain {
  readonly column: PlanColumn;
  readonly of: number;
  readonly money: number;
  readonly hours: number;
  readonly size: number;
  readonly skills: BitSet;
  /** Counts, or abilities, before and after. */
  readonly before: BitSet;
  readonly after: BitSet;
}

/** Whether the first is no dearer and, where it costs the same, comes first in the order of the proof. */
function costsNoMore(one: Gain, other: Gain): boolean {
  return one.money <= other.money && one.hours <= other.hours && one.size <= other.size;
}

function comesFirst(one: Gain, other: Gain): boolean {
  if (one.money > other.money || one.hours > other.hours) return false;
  if (one.money < other.money || one.hours < other.hours) return true;
  return one.size !== other.size ? one.size < other.size : one.of < other.of;
}

export interface LeavingOut {
  /** No cheapest plan trains more people than this. */
  readonly mostTrained: number;
  /** Nor does any cost more. */
  readonly mostMoney: number;
  /** Sharing limits look at who holds which seats: only whoever can do all of it takes over from somebody. */
  readonly joint: boolean;
}

/** Of one class, what another bundle brings for no more. */
export function bestOfClass(gains: readonly Gain[]): readonly Gain[] {
  const sorted = [...gains].sort(
    (left, right) =>
      left.money - right.money ||
      left.hours - right.hours ||
      left.size - right.size ||
      (left.skills < right.skills ? -1 : 1),
  );
  const kept: Gain[] = [];
  for (const gain of sorted) {
    const isReplaced = kept.some(({ hours, after }) => hours <= gain.hours && contains(after, gain.after));
    if (!isReplaced && gain.after !== gain.before) kept.push(gain);
  }
  return kept;
}

export function gainOf(column: PlanColumn, before: BitSet, after: BitSet): Gain {
  const { of, bundle } = column;
  const { money, hours, skills } = bundle;
  return { column, of, money, hours, size: members(skills).length, skills, before, after };
}

interface Donor {
  readonly of: number;
  readonly before: BitSet;
  readonly gains: readonly Gain[];
}

export class TakeOvers {
  private readonly classes: readonly PeopleClass[];
  /** The largest classes first: with them a question is soon settled. */
  private readonly donors: readonly Donor[];
  private readonly mostTrained: number;
  private readonly known = new Map<string, boolean>();

  /** @param gains of each class what its people may learn */
  constructor(
    classes: readonly PeopleClass[],
    gains: readonly (readonly Gain[])[],
    { mostTrained }: LeavingOut,
  ) {
    this.classes = classes;
    this.mostTrained = mostTrained;
    this.donors = gains
      .flatMap((own, of) => (own.length === 0 ? [] : [{ of, before: own[0]!.before, gains: own }]))
      .sort((left, right) => classes[right.of]!.people.length - classes[left.of]!.people.length);
  }

  /** Enough others could learn something for no more that brings the same. */
  isTakenOver(gain: Gain): boolean {
    return this.isOffered(gain, gain.after & ~gain.before, comesFirst);
  }

  /** A part for the person, and the rest for one of enough others. */
  isDivided(gain: Gain, own: readonly Gain[]): boolean {
    return own.some((part) => {
      if (part.skills === gain.skills || !contains(gain.skills, part.skills)) return false;
      const rest = {
        ...gain,
        money: gain.money - part.money,
        hours: gain.hours - part.hours,
        size: gain.size - part.size,
      };
      return this.isOffered(rest, gain.after & ~part.after, costsNoMore);
    });
  }

  private isOffered(gain: Gain, needed: BitSet, suits: (one: Gain, other: Gain) => boolean): boolean {
    const { of, before, money, hours, size } = gain;
    const key = `${of}:${needed}:${before}:${money}:${hours}:${size}:${suits.name}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    let others = 0;
    let offered = false;
    for (const donor of this.donors) {
      if (!contains(before, donor.before)) continue;
      if (!donor.gains.some((one) => contains(one.after, needed) && suits(one, gain))) continue;
      others += this.classes[donor.of]!.people.length - (donor.of === of ? 1 : 0);
      offered = others >= this.mostTrained;
      if (offered) break;
    }
    this.known.set(key, offered);
    return offered;
  }
}
