/**
 * What no plan for several targets costs less than, found target by target: the price of each skill is divided among the
 * targets that it can serve, and what each of them costs alone at these prices adds up. Whatever a plan does for all of them
 * contains something that meets each alone.
 */
import { type BitSet, members } from './abilities.ts';
import { bearTogether } from './departure-cuts.ts';
import type { IntegerSolver } from './integer-programme.ts';
import type { PeopleClass } from './people-classes.ts';
import { fullest, mostNeeded, planColumns } from './plan-columns.ts';
import { PlanModel } from './plan-model.ts';
import type { PlanTime } from './plan-time.ts';
import { moneyFor } from './training-bundles.ts';
import type { CountBound, Way } from './ways-to-meet.ts';

/** Divided by any number of targets up to six the price stays whole; beyond, what is lost is little. */
const FINE = 60;

/** All that may be learned for a target, as far as somebody gains something by it. */
function skillsFor(classes: readonly PeopleClass[], ways: readonly Way[]): BitSet {
  const anyOf = ways.flatMap(({ bounds }) => bounds).reduce((all, bound) => all | bound.anyOf, 0n);
  const abilities = members(anyOf);
  return classes.reduce(
    (all, { learner }) =>
      abilities.reduce((sum, ability) => learner.setsFor[ability]!.reduce((one, set) => one | set, sum), all),
    0n,
  );
}

/** The price of each ability at its cheapest, whoever gains it. */
function leastPrices(
  classes: readonly PeopleClass[],
  abilities: readonly number[],
): ReadonlyMap<number, number> {
  const prices = new Map<number, number>();
  const seen = new Set<readonly BitSet[]>();
  for (const { learner, trained, renewals } of classes) {
    if (!trained) continue;
    for (const ability of abilities) {
      const sets = learner.setsFor[ability]!;
      // The same list of another person without renewals costs the same.
      if (renewals === 0n && seen.has(sets)) continue;
      if (renewals === 0n) seen.add(sets);
      for (const set of sets) {
        if (set === 0n) continue;
        const price = moneyFor(learner, set);
        prices.set(ability, Math.min(price, prices.get(ability) ?? price));
      }
    }
  }
  return prices;
}

/** At once: of each way the dearest of its counts, as if all who are missing were the cheapest. */
function leastAtOnce(classes: readonly PeopleClass[], ways: readonly Way[], survive: number): number {
  const anyOf = ways.flatMap(({ bounds }) => bounds).reduce((all, bound) => all | bound.anyOf, 0n);
  const prices = leastPrices(classes, members(anyOf));
  const spare = ways.length === 1 ? survive : 0;
  const priceOf = (bound: CountBound) => {
    const there = classes.reduce(
      (sum, { held, people }) => (held & bound.anyOf ? sum + people.length : sum),
      0,
    );
    const missing = bound.least === 0 ? 0 : bound.least + spare - there;
    if (missing <= 0) return 0;
    const each = members(bound.anyOf).flatMap((ability) => prices.get(ability) ?? []);
    return each.length === 0 ? 0 : missing * Math.min(...each);
  };
  return Math.min(...ways.map(({ bounds }) => Math.max(0, ...bounds.map(priceOf))));
}

/** The least money of one target alone, as far as the time suffices to find it. */
function leastOf(
  classes: readonly PeopleClass[],
  ways: readonly Way[],
  survive: number,
  { solver, time }: { readonly solver: IntegerSolver; readonly time: PlanTime },
): number {
  const leavingOut = {
    mostTrained: mostNeeded([ways], survive),
    mostMoney: Number.POSITIVE_INFINITY,
    joint: false,
  };
  const { columns, complete } = planColumns(classes, [ways], leavingOut, () => time.isOver);
  if (!complete || time.isOver) return 0;
  const model = new PlanModel(classes, columns, [ways], { survive, budget: null });
  if (survive > 0 && ways.length > 1) bearTogether(model, ways.map(fullest), survive);
  const watch = { isStopped: () => time.isStopped, bounded: () => undefined, found: () => undefined };
  const solution = solver.solve(
    model.builder.priced(columns.map(({ bundle }) => bundle.money)),
    time.left,
    watch,
  );
  if (solution.status === 'infeasible' || !Number.isFinite(solution.bound)) return 0;
  return Math.max(0, Math.ceil(solution.bound * (1 - 1e-7) - 1e-6));
}

/**
 * In whole units of money.
 * @param by whoever finds out what each target costs alone; `null`: only what is seen at once
 */
export function boundByParts(
  classes: readonly PeopleClass[],
  targets: readonly (readonly Way[])[],
  survive: number,
  by: { readonly solver: IntegerSolver; readonly time: PlanTime } | null,
): number {
  const served = targets.map((ways) => skillsFor(classes, ways));
  const users = new Map<number, number>();
  for (const skill of served.flatMap(members)) users.set(skill, (users.get(skill) ?? 0) + 1);
  const divided = classes.map((one): PeopleClass => {
    const { learner } = one;
    const costs = (skill: number) => {
      const { money, hours } = learner.costs(skill);
      return { money: Math.floor((money * FINE) / (users.get(skill) ?? 1)), hours };
    };
    return { ...one, learner: { ...learner, costs } };
  });
  let sum = 0;
  for (const ways of targets) {
    const atOnce = leastAtOnce(divided, ways, survive);
    sum += by === null || by.time.isOver ? atOnce : Math.max(atOnce, leastOf(divided, ways, survive, by));
  }
  return Math.ceil(sum / FINE);
}
