/** Days on which a score's growth is measured anew although nobody's skills change. */
import type { CompiledProgramme, CompiledScoreMetric } from '../evaluation/compiled-programme.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import { addDays, addMonths, type Day } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import { knownChanges } from './known-changes.ts';
import type { RuleEras } from './rule-eras.ts';

type CompiledGrowth = Extract<CompiledScoreMetric, { kind: 'growth' }>;

export function growthMetrics({ options }: CompiledProgramme): readonly CompiledGrowth[] {
  return options.flatMap(({ score }) => (score?.metrics ?? []).filter((metric) => metric.kind === 'growth'));
}

/**
 * A renewal sets the baseline anew. What was reached earns points for some months, and it was last reached on the
 * day before some change: so many months after each such day the points may end.
 */
export function growthDays(facts: FactsTable, eras: RuleEras, until: Day): ReadonlySet<Day> {
  const days = new Set<Day>();
  const rules = [eras.first, ...eras.days].flatMap((begin) => {
    return growthMetrics(eras.on(begin)).map(({ rule }) => rule);
  });
  if (rules.length === 0) return days;
  for (const { activeFrom } of facts.document.memberships ?? []) {
    const day = parseDayOrInstant(activeFrom);
    if (day !== null) days.add(day);
  }
  for (const { since, reached } of new Set(rules)) {
    if (reached === null) continue;
    const from = { ...eras.on(eras.first), day: since };
    for (const { day } of knownChanges(facts, from, until, [])) {
      days.add(addMonths(addDays(day, -1), reached.forMonths));
    }
  }
  return days;
}
