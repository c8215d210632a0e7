/**
 * What people may be trained in when attempts can fail: also what does the same as something else they learn, in case that
 * fails. Only sets from which some ability follows are worth anything.
 */
import { type BitSet, members } from './abilities.ts';
import type { PeopleClass } from './people-classes.ts';
import { type AllColumns, exactAbilities, type PlanColumn } from './plan-columns.ts';
import {
  type Bundle,
  bundlesOf,
  isAffordable,
  type Learner,
  pricedBundle,
  singleBundles,
} from './training-bundles.ts';
import type { Way } from './ways-to-meet.ts';

/** So many bundles of one class are gone through, and so many columns of all. */
const MOST_UNIONS = 1024;
const MOST_COLUMNS = 3000;

function allUnions(learner: Learner, mostMoney: number): readonly Bundle[] | null {
  const found = new Set<BitSet>([0n]);
  for (const part of new Set(learner.setsFor.flat())) {
    for (const skills of [...found]) {
      if (isAffordable(learner, skills | part, mostMoney)) found.add(skills | part);
      if (found.size > MOST_UNIONS) return null;
    }
  }
  return [...found].map((skills) => pricedBundle(learner, skills));
}

/** Where everything would be too much: what gives one ability, and what would be learned if all succeeded. */
function someBundles(learner: Learner, exact: BitSet, mostMoney: number): readonly Bundle[] {
  const found = [
    ...singleBundles(learner),
    ...(bundlesOf(learner, exact, true, mostMoney) ?? []),
    ...(bundlesOf(learner, exact, false, mostMoney) ?? []),
  ];
  const bySkills = new Map(found.map((bundle) => [bundle.skills, bundle]));
  return [...bySkills.values()].filter(({ money }) => money <= mostMoney);
}

export function chanceColumns(
  classes: readonly PeopleClass[],
  targets: readonly (readonly Way[])[],
  mostMoney: number,
): AllColumns {
  const exact = exactAbilities(targets);
  let complete = true;
  const columns = classes.flatMap(({ learner, trained, chance }, of): readonly PlanColumn[] => {
    if (!trained) return [];
    const all = chance < 1 ? allUnions(learner, mostMoney) : bundlesOf(learner, exact, false, mostMoney);
    if (all === null) complete = false;
    const bundles = all ?? someBundles(learner, exact, mostMoney);
    return bundles.flatMap((bundle) => (bundle.skills === 0n ? [] : [{ of, bundle }]));
  });
  if (columns.length <= MOST_COLUMNS) return { columns, complete };
  const size = ({ bundle }: PlanColumn) => members(bundle.skills).length;
  const kept = [...columns]
    .sort(
      (one, other) => size(one) - size(other) || one.bundle.money - other.bundle.money || one.of - other.of,
    )
    .slice(0, MOST_COLUMNS);
  return { columns: kept, complete: false };
}
