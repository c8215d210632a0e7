/**
 * All points or none for more people than on the baseline day, which is the first one of the rule or the last
 * renewal of the membership. So many people as the second way asks for, at some time since, earn them as well.
 */
import type { Market } from '../catalogue/catalogue.ts';
import type { CompiledProgramme, CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import { type CountHistory, countHistory } from '../evaluation/count-history.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { whole, ZERO } from '../numbers/fraction.ts';
import { addDays, addMonths, type Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { GrowthPoints, MetricPoints, ScoreScope } from './metric-points.ts';

type CompiledGrowth = Extract<CompiledScoreMetric, { kind: 'growth' }>;

/** What growth is measured from; it does not depend on how many people there are today. */
export interface Baseline {
  readonly on: Day;
  readonly people: number;
  /** Last day before today on which the second way was reached and still earns. */
  readonly reachedOn: (market: Market) => Day | null;
}

/** The term of a membership begins with its purchase or renewal; offers that are no level do not count. */
function lastRenewal(facts: FactsTable, { programme, day }: CompiledProgramme): Day | null {
  let last: Day | null = null;
  for (const { offer, activeFrom } of facts.document.memberships ?? []) {
    const from = parseDayOrInstant(activeFrom);
    if (from === null || from > day || !programme.levels.some(({ id }) => id === offer)) continue;
    if (last === null || from > last) last = from;
  }
  return last;
}

/** By rule, as the facts at hand have it: made once for each reading of them. */
export function historyOf(facts: FactsTable, compiled: CompiledProgramme, { rule, holds }: CompiledGrowth) {
  let history = facts.histories.get(rule);
  if (history === undefined) {
    history = countHistory(facts, compiled, compiled.predicates[holds]!, rule.since);
    facts.histories.set(rule, history);
  }
  return history;
}

/** The day itself is judged by today's count; before, a number holds until the day before a change. */
function lastReached(
  history: CountHistory,
  { day }: CompiledProgramme,
  { rule: { since, reached } }: CompiledGrowth,
  market: Market,
  leaving: boolean,
): Day | null {
  if (reached === null) return null;
  const need = reached.people[market];
  const still = (then: Day) => then >= since && addMonths(then, reached.forMonths) > day;
  const yesterday = addDays(day, -1);
  if (leaving && still(yesterday) && history.on(yesterday) >= need) return yesterday;
  for (const then of history.lastDaysBefore(day, need)) if (still(then)) return then;
  return null;
}

/** With `leaving` people may leave on the day, so that the day before may be the last one of a number. */
export function baselineOf(
  facts: FactsTable,
  compiled: CompiledProgramme,
  metric: CompiledGrowth,
  leaving = false,
): Baseline {
  const { rule } = metric;
  const renewal = lastRenewal(facts, compiled);
  const on = renewal !== null && renewal > rule.since ? renewal : rule.since;
  const history = historyOf(facts, compiled, metric);
  const reached = new Map<Market, Day | null>();
  return {
    on,
    people: history.on(on),
    reachedOn(market) {
      const known = reached.get(market);
      if (known !== undefined) return known;
      const last = lastReached(history, compiled, metric, market, leaving);
      reached.set(market, last);
      return last;
    },
  };
}

function hasGrown(people: number, baseline: number, percent: number): boolean {
  return people * 100 >= baseline * (100 + percent);
}

export function growthPoints(
  { rule }: CompiledGrowth,
  people: number,
  baseline: Baseline,
  day: Day,
  { market }: ScoreScope,
): MetricPoints {
  const band = rule.bands.find(
    ({ from, to }) => baseline.people >= from[market] && baseline.people <= to[market],
  );
  const percent = band?.percent ?? null;
  const now = rule.reached !== null && people >= rule.reached.people[market];
  const grown = percent !== null && hasGrown(people, baseline.people, percent);
  const reachedOn = now ? day : grown ? null : baseline.reachedOn(market);
  const earned = grown || reachedOn !== null;
  const points = earned ? whole(rule.max) : ZERO;
  const growth: GrowthPoints = {
    baselineOn: baseline.on,
    baseline: baseline.people,
    people,
    percent,
    reachedOn,
  };
  return { low: points, high: points, unknown: [], inputs: [], base: null, steps: [], growth };
}
