/** The options that sharing limits couple, in the numbers of the joint search: candidates, seats and kinds of people. */
import { canFill, type PersonKind } from '../assignment/joint-seats.ts';
import type { PersonLimit } from '../assignment/person-limits.ts';
import type { SeatDemand } from '../assignment/seat-flow.ts';
import type { SharingLimit } from '../catalogue/catalogue.ts';
import { isLimited } from './compile-sharing.ts';
import type { CompiledOption, CompiledProgramme, CompiledSharing, SeatGroup } from './compiled-programme.ts';
import { seatUse } from './shared-uses.ts';

/** One division of the seats of one alternative. */
export interface PlannedWay {
  readonly alternative: number;
  readonly demands: readonly (SeatDemand & { readonly leaf: number })[];
}

/** Everything that does not depend on a partner. */
export interface JointModel {
  readonly sharing: CompiledSharing;
  readonly limits: readonly PersonLimit[];
  readonly groups: readonly SeatGroup[];
  /** Number of the competency of each coupled option, in the order of `sharing.options`. */
  readonly competencies: readonly number[];
  /** Of each coupled option, in the order of `sharing.options`: every way to seat it. */
  readonly ways: readonly (readonly PlannedWay[])[];
}

const models = new WeakMap<CompiledSharing, JointModel>();

/** The model of a compiled programme, made once. */
export function jointModel({ options }: CompiledProgramme, sharing: CompiledSharing): JointModel {
  const known = models.get(sharing);
  if (known !== undefined) return known;
  const groups: SeatGroup[] = [];
  const groupNumber = (group: SeatGroup) => {
    const number = groups.indexOf(group);
    return number < 0 ? groups.push(group) - 1 : number;
  };
  const roles = [...new Set(sharing.limits.flatMap(({ groups: named }) => named ?? []))];
  const ids = sharing.options.map((place) => options[place]!.competency);
  const competencies = ids.map((id) => ids.indexOf(id));
  const ways = sharing.options.map((place, index) => {
    const option = options[place]!;
    const competency = competencies[index]!;
    return option.alternatives.flatMap((alternative, number): readonly PlannedWay[] => {
      let divisions: PlannedWay['demands'][] = [[]];
      for (const group of alternative.groups) {
        const own = groupNumber(group);
        const divided = group.plans.map((plan) =>
          plan.map(({ leaf, bits, count }) => ({
            leaf: leaf.number,
            need: count,
            group: own,
            bits,
            place: own,
            competency,
            limits: limitsOn(sharing.limits, option, leaf),
            role: leaf.requirement.group === null ? -1 : roles.indexOf(leaf.requirement.group),
          })),
        );
        divisions = divisions.flatMap((before) => divided.map((more) => [...before, ...more]));
      }
      return divisions.map((demands) => ({ alternative: number, demands }));
    });
  });
  const limits = sharing.limits.map((limit) => ({ atMost: limit.kind === 'at-most' ? limit.atMost : null }));
  const model = { sharing, limits, groups, competencies, ways };
  models.set(sharing, model);
  return model;
}

function limitsOn(
  limits: readonly SharingLimit[],
  option: CompiledOption,
  leaf: SeatGroup['leaves'][number],
): readonly number[] {
  const seat = seatUse(option, leaf);
  return limits.flatMap((limit, number) => (isLimited(limit, seat) ? [number] : []));
}

/** People who can fill the same seats, under one kind; kinds come in an order that only their abilities decide. */
export interface KindsOfPeople {
  readonly kinds: readonly PersonKind[];
  /** Kind → person numbers, in the order of their ids when that was asked for. */
  readonly members: readonly (readonly number[])[];
}

/** `rank` is the order of ids, where it matters who sits. */
export function kindsOfPeople(
  groups: readonly SeatGroup[],
  holders: readonly (readonly number[])[],
  rank: Int32Array | null,
): KindsOfPeople {
  const masks = new Map<number, number[]>();
  groups.forEach((group, number) => {
    group.predicates.forEach((predicate, bit) => {
      for (const person of holders[predicate]!) {
        let own = masks.get(person);
        if (own === undefined) {
          own = groups.map(() => 0);
          masks.set(person, own);
        }
        own[number]! |= 1 << bit;
      }
    });
  });
  const byKey = new Map<string, { satisfied: readonly number[]; members: number[] }>();
  for (const [person, satisfied] of masks) {
    const key = satisfied.join();
    const kind = byKey.get(key);
    if (kind === undefined) byKey.set(key, { satisfied, members: [person] });
    else kind.members.push(person);
  }
  const abilities = (satisfied: readonly number[]) => satisfied.filter((mask) => mask !== 0).length;
  const sorted = [...byKey].sort(
    ([leftKey, left], [rightKey, right]) =>
      abilities(left.satisfied) - abilities(right.satisfied) || (leftKey < rightKey ? -1 : 1),
  );
  if (rank !== null) {
    for (const [, { members }] of sorted) members.sort((left, right) => rank[left]! - rank[right]!);
  }
  return {
    kinds: sorted.map(([, { satisfied, members }]) => ({ satisfied, count: members.length })),
    members: sorted.map(([, { members }]) => members),
  };
}

/** People of a kind beyond this number can never all sit: the seats they can fill, of the largest way each. */
export function mostSeats(
  options: readonly (readonly Pick<PlannedWay, 'demands'>[])[],
): (kind: PersonKind) => number {
  return (kind) =>
    options.reduce(
      (sum, ways) => sum + Math.max(0, ...ways.map(({ demands }) => seatsFor(kind, demands))),
      0,
    );
}

function seatsFor(kind: PersonKind, demands: readonly SeatDemand[]): number {
  return demands.reduce((sum, demand) => sum + (canFill(kind, demand) ? demand.need : 0), 0);
}
