/** On which days a level is held by the one version of the rules and not by the other. */
import type { MetSpan } from '../membership/lifecycle.ts';
import type { LevelSpans } from '../projection/level-history.ts';
import type { Day } from '../time/day.ts';

export interface HeldDifference {
  readonly kind: 'lost' | 'gained';
  /** First day on which the versions differ. */
  readonly on: Day;
  /** First day on which they agree again; `null` when they do not as far as is looked ahead. */
  readonly until: Day | null;
}

type Days = readonly { readonly from: Day; readonly until: Day | null }[];

/** Days of the first list that are not in the second. Both are in order, and nothing in them touches. */
function without(days: Days, others: Days): Days {
  const left: { from: Day; until: Day | null }[] = [];
  for (const { from, until } of days) {
    let start: Day | null = from;
    for (const other of others) {
      if (start === null) break;
      if (other.until !== null && other.until <= start) continue;
      if (until !== null && other.from >= until) break;
      if (other.from > start) left.push({ from: start, until: other.from });
      start = other.until === null ? null : (Math.max(start, other.until) as Day);
    }
    if (start !== null && (until === null || start < until)) left.push({ from: start, until });
  }
  return left;
}

function daysOf(spans: readonly MetSpan[] | undefined, first: Day): Days {
  return (spans ?? []).map(({ from, until }) => ({ from: from ?? first, until }));
}

/** By `competency/level`, in the order of days; levels without a difference are left out. */
export function heldDifferences(
  before: LevelSpans,
  after: LevelSpans,
  first: Day,
): ReadonlyMap<string, readonly HeldDifference[]> {
  const found = new Map<string, readonly HeldDifference[]>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, fresh] = [daysOf(before.get(key), first), daysOf(after.get(key), first)];
    const lost = without(old, fresh).map(({ from, until }) => ({ kind: 'lost' as const, on: from, until }));
    const gained = without(fresh, old).map(({ from, until }) => ({
      kind: 'gained' as const,
      on: from,
      until,
    }));
    const all = [...lost, ...gained].sort((left, right) => left.on - right.on);
    if (all.length > 0) found.set(key, all);
  }
  return found;
}
