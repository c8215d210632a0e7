/** Days on which a score's growth is measured anew although nobody's skills change. */
import type { CompiledProgramme, CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { historyOf } from '../score/growth-points.ts';
import { addMonths, type Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { RuleEras } from './rule-eras.ts';

type CompiledGrowth = Extract<CompiledScoreMetric, { kind: 'growth' }>;

const knownMetrics = new WeakMap<CompiledProgramme['options'], readonly CompiledGrowth[]>();

export function growthMetrics({ options }: CompiledProgramme): readonly CompiledGrowth[] {
  let metrics = knownMetrics.get(options);
  if (metrics === undefined) {
    metrics = options.flatMap(({ score }) =>
      (score?.metrics ?? []).filter(({ kind }) => kind === 'growth'),
    ) as readonly CompiledGrowth[];
    knownMetrics.set(options, metrics);
  }
  return metrics;
}

/**
 * A renewal sets the baseline anew. What was reached earns points for some months after the last day of each stretch on
 * which there were enough people in either market: so many months after each such day the points may end.
 */
export function growthDays(facts: FactsTable, eras: RuleEras, until: Day): ReadonlySet<Day> {
  const days = new Set<Day>();
  const begins = [eras.first, ...eras.days];
  const metrics = begins.flatMap((begin) => {
    const compiled = eras.on(begin);
    return growthMetrics(compiled).map((metric) => ({ compiled, metric }));
  });
  if (metrics.length === 0) return days;
  for (const { activeFrom } of facts.document.memberships ?? []) {
    const day = parseDayOrInstant(activeFrom);
    if (day !== null) days.add(day);
  }
  for (const { compiled, metric } of metrics) {
    const { reached } = metric.rule;
    if (reached === null) continue;
    const fewest = Math.min(reached.people.developed, reached.people.developing);
    for (const last of historyOf(facts, compiled, metric).lastDaysBefore(until, fewest)) {
      days.add(addMonths(last, reached.forMonths));
    }
  }
  return days;
}
