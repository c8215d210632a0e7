/**
 * Where sharing limits look at people, all targets must be seated at once: so many people of each kind hold each set of
 * seats that one person may hold. The same must be possible without those who leave, for every departure that a solution was
 * found not to bear.
 */
import { mayHold } from '../assignment/person-limits.ts';
import type { SeatDemand } from '../assignment/seat-flow.ts';
import type { CompiledOption } from '../evaluation/compiled-programme.ts';
import { jointModel } from '../evaluation/shared-people.ts';
import { figuresHold } from '../robustness/level-keeping.ts';
import { type BitSet, bit, contains } from './abilities.ts';
import type { People } from './departure-cuts.ts';
import { asEntries, type PlanModel } from './plan-model.ts';
import type { PlannedFacts } from './ways-to-meet.ts';

type Demand = SeatDemand & { readonly ability: BitSet };

/** The ways to seat each target: lists of demands, by their place in `demands`. */
export interface JointTargets {
  readonly demands: readonly Demand[];
  readonly targets: readonly (readonly (readonly number[])[])[];
  readonly limits: Parameters<typeof mayHold>[1];
}

/** Sets of seats of one person that are gone through. */
const MOST_PATTERNS = 4096;

/** `null` where no limit looks at any target. */
export function jointTargets(
  targets: readonly (readonly CompiledOption[])[],
  { compiled, facts, abilities }: PlannedFacts,
): JointTargets | null {
  const { sharing, options, day } = compiled;
  if (sharing === null) return null;
  const model = jointModel(compiled, sharing);
  const demands: Demand[] = [];
  const seated = targets.map((own) =>
    own.flatMap((option) => {
      const index = sharing.options.indexOf(options.indexOf(option));
      return (model.ways[index] ?? []).flatMap(({ alternative, demands: seats }) => {
        if (!figuresHold(option.alternatives[alternative]!, option, facts, day, facts.market)) return [];
        const numbers = seats.map((seat) => {
          const { predicates } = model.groups[seat.group]!;
          const asked = predicates.filter((_, place) => seat.bits & (1 << place));
          return demands.push({ ...seat, ability: bit(abilities.number(asked)) }) - 1;
        });
        return [numbers];
      });
    }),
  );
  // A target that no limit couples is left to its counts.
  return { demands, targets: seated.filter((ways) => ways.length > 0), limits: model.limits };
}

/** The largest sets of seats that somebody with these abilities may hold: whoever may hold some may hold fewer. */
function patternsOf(
  model: PlanModel,
  { demands, limits }: JointTargets,
  abilities: BitSet,
): readonly (readonly number[])[] {
  const open = demands.flatMap(({ ability }, number) => (contains(abilities, ability) ? [number] : []));
  const found: number[][] = [];
  let steps = 0;
  const search = (from: number, held: readonly number[]) => {
    if (++steps > MOST_PATTERNS) {
      model.complete = false;
      return;
    }
    let grows = false;
    for (let next = from; next < open.length; next++) {
      const more = [...held, open[next]!];
      if (!mayHold(demands, limits, more)) continue;
      grows = true;
      search(next + 1, more);
    }
    if (!grows && held.length > 0) found.push([...held]);
  };
  search(0, []);
  return found.filter(
    (seats) =>
      !found.some((other) => other.length > seats.length && seats.every((seat) => other.includes(seat))),
  );
}

/** Final abilities that people of the model can have, with those who have them: some are there, columns change others. */
function kindsOf(model: PlanModel) {
  const kinds = new Map<BitSet, { there: number; readonly changes: Map<number, number> }>();
  const kind = (abilities: BitSet) => {
    const known = kinds.get(abilities) ?? { there: 0, changes: new Map<number, number>() };
    kinds.set(abilities, known);
    return known;
  };
  for (const { held, people } of model.classes) kind(held).there += people.length;
  model.columns.forEach(({ of, bundle }, index) => {
    const { held } = model.classes[of]!;
    if (held === bundle.abilities) return;
    kind(held).changes.set(index, -1);
    kind(bundle.abilities).changes.set(index, 1);
  });
  return kinds;
}

/** @param left who leaves, by final abilities; nobody at first */
export function seatJointly(model: PlanModel, joint: JointTargets, left: People): void {
  const { builder } = model;
  const kinds = kindsOf(model);
  const leave = whenThere(model, kinds, left);
  const filling = joint.demands.map((): [number, number][] => []);
  for (const [abilities, { there, changes }] of kinds) {
    const patterns = patternsOf(model, joint, abilities);
    if (patterns.length === 0) continue;
    const possible = [...changes].reduce(
      (sum, [column, change]) => (change > 0 ? sum + builder.columns[column]!.upper : sum),
      there,
    );
    const seated = patterns.map((seats) => {
      const column = builder.column(0, possible);
      for (const seat of seats) filling[seat]!.push([column, 1]);
      return column;
    });
    const gone = left.get(abilities) ?? 0;
    builder.atMost(there, [
      ...asEntries(seated),
      ...[...changes].map(([column, change]) => [column, -change] as const),
      ...(leave === null || gone === 0 ? [] : [[leave, gone] as const]),
    ]);
  }
  for (const ways of joint.targets) {
    const chosen = ways.map((numbers) => {
      const way = builder.binary();
      for (const number of numbers)
        builder.atLeast(0, [...filling[number]!, [way, -joint.demands[number]!.need]]);
      return way;
    });
    builder.atLeast(1, asEntries(chosen));
  }
}

/** A binary that is 1 whenever all those who leave are there; `null` when nobody leaves. */
function whenThere(model: PlanModel, kinds: ReturnType<typeof kindsOf>, left: People): number | null {
  if (left.size === 0) return null;
  const { builder } = model;
  const leave = builder.binary();
  const present = [...left].map(([abilities, count]) => {
    const { there, changes } = kinds.get(abilities) ?? { there: 0, changes: new Map<number, number>() };
    const possible = [...changes].reduce(
      (sum, [column, change]) => (change > 0 ? sum + builder.columns[column]!.upper : sum),
      there,
    );
    const enough = builder.binary();
    builder.atMost(count - 1 - there, [...changes, [enough, -Math.max(1, possible - count + 1)]]);
    return enough;
  });
  builder.atLeast(1 - present.length, [[leave, 1], ...present.map((enough) => [enough, -1] as const)]);
  return leave;
}
