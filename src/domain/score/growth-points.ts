/**
 * All points or none for more people than on the baseline day, which is the first one of the rule or the last
 * renewal of the membership. So many people as the second way asks for, at some time since, earn them as well.
 */
import type { Market } from '../catalogue/catalogue.ts';
import { skillsOf } from '../evaluation/compile-predicates.ts';
import type { CompiledProgramme, CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import { countOnDay } from '../evaluation/count-on-day.ts';
import type { FactsDocument, FactsRecord } from '../facts/facts-document.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { whole, ZERO } from '../numbers/fraction.ts';
import { changeDays } from '../projection/change-days.ts';
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

/** The facts of the people who ever held what the predicate names, with the records that matter for it. */
function concerned(facts: FactsTable, compiled: CompiledProgramme, predicate: number): FactsDocument {
  const named = new Set(skillsOf(compiled.predicates[predicate]!));
  const matters = (record: FactsRecord) => named.has(compiled.skillNumbers.get(record.skill) ?? -1);
  const people = facts.people
    .map((person) => ({ ...person, records: (person.records ?? []).filter(matters) }))
    .filter(({ records }) => records.length > 0);
  return { partner: facts.document.partner, people };
}

/** The day itself is judged by today's count; before, a number holds until the day before a change. */
function lastReached(
  facts: FactsTable,
  compiled: CompiledProgramme,
  { rule: { since, reached }, holds }: CompiledGrowth,
  market: Market,
  leaving: boolean,
): Day | null {
  if (reached === null) return null;
  const need = reached.people[market];
  const document = concerned(facts, compiled, holds);
  if ((document.people ?? []).length < need) return null;
  const { day, programme } = compiled;
  const still = (then: Day) => then >= since && addMonths(then, reached.forMonths) > day;
  const changes = changeDays(document, programme, since, day);
  if (leaving) changes.push(day);
  const days = changes.map((change) => addDays(change, -1));
  return (
    days.reverse().find((then) => still(then) && countOnDay(facts, compiled, holds, then) >= need) ?? null
  );
}

/** With `leaving` people may leave on the day, so that the day before may be the last one of a number. */
export function baselineOf(
  facts: FactsTable,
  compiled: CompiledProgramme,
  metric: CompiledGrowth,
  leaving = false,
): Baseline {
  const { rule, holds } = metric;
  const renewal = lastRenewal(facts, compiled);
  const on = renewal !== null && renewal > rule.since ? renewal : rule.since;
  const reached = new Map<Market, Day | null>();
  return {
    on,
    people: countOnDay(facts, compiled, holds, on),
    reachedOn(market) {
      const known = reached.get(market);
      if (known !== undefined) return known;
      const last = lastReached(facts, compiled, metric, market, leaving);
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
