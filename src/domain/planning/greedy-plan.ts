/**
 * A plan that is found at once and need not be the cheapest: target by target the way that costs least when always the skills
 * are learned next that fill most for their price. It bounds what the cheapest plan costs, and stands in when time runs out.
 */
import { type BitSet, bit, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { countsOf, type PlanColumn } from './plan-columns.ts';
import type { Way } from './ways-to-meet.ts';

interface Team {
  readonly values: readonly number[];
  readonly idle: readonly number[];
  /** People in each count. */
  readonly counts: readonly number[];
  readonly money: number;
}

/** How many people of each column; `null` when this way of going about it finds no plan. */
export function greedyPlan(
  classes: readonly PeopleClass[],
  columns: readonly PlanColumn[],
  targets: readonly (readonly Way[])[],
  survive: number,
): readonly number[] | null {
  const countsFor = countsOf(targets);
  const sets = [...new Set(targets.flat().flatMap(({ bounds }) => bounds.map(({ anyOf }) => anyOf)))];
  const numberOf = new Map<BitSet, number>(sets.map((anyOf, number) => [anyOf, number]));
  const gained = columns.map(({ of, bundle }) =>
    members(countsFor(bundle.abilities) & ~countsFor(classes[of]!.held)),
  );
  const fill = (team: Team, { bounds }: Way): Team | null => {
    const values = [...team.values];
    const idle = [...team.idle];
    const counts = [...team.counts];
    let money = team.money;
    const missing = () =>
      bounds.reduce((all, { anyOf, least }) => {
        const number = numberOf.get(anyOf)!;
        return least > 0 && counts[number]! < least + survive ? all | bit(number) : all;
      }, 0n);
    for (let open = missing(); open !== 0n; open = missing()) {
      let next = -1;
      let most = 0;
      columns.forEach(({ of, bundle }, index) => {
        if (idle[of] === 0) return;
        const brings = gained[index]!.filter((number) => open & bit(number)).length;
        const worth = brings / (bundle.money + 1e-3 * (bundle.hours + 1));
        if (worth <= most) return;
        most = worth;
        next = index;
      });
      if (next < 0) return null;
      values[next]!++;
      idle[columns[next]!.of]!--;
      money += columns[next]!.bundle.money;
      for (const number of gained[next]!) counts[number]!++;
    }
    return { values, idle, counts, money };
  };
  let team: Team | null = {
    values: columns.map(() => 0),
    idle: classes.map(({ people }) => people.length),
    counts: sets.map((anyOf) =>
      classes.reduce((sum, { held, people }) => (held & anyOf ? sum + people.length : sum), 0),
    ),
    money: 0,
  };
  for (const ways of targets) {
    let best: Team | null = null;
    for (const way of ways) {
      const filled: Team | null = fill(team, way);
      if (filled !== null && (best === null || filled.money < best.money)) best = filled;
    }
    if (best === null) return null;
    team = best;
  }
  return team.values;
}
