/** Figures of a company that has taken over another one: those of the former count from that day on, beside the own. */
import type { FactsDocument, FactsMetric } from './facts-document.ts';

export function metricKey({ metric, month, association, competency, track }: FactsMetric): string {
  return JSON.stringify([metric, month, association ?? null, competency ?? null, track ?? null]);
}

function figuresOn(metrics: readonly FactsMetric[], day: string | null): readonly FactsMetric[] {
  const added = new Map<string, FactsMetric>();
  for (const { from, ...entry } of metrics) {
    if (from != null && day !== null && from > day) continue;
    const known = added.get(metricKey(entry));
    added.set(metricKey(entry), known === undefined ? entry : { ...entry, value: known.value + entry.value });
  }
  return [...added.values()];
}

/**
 * The facts with one figure for each month, association, competency and track, as they count on a day; the same object
 * where no company was taken over.
 * @param day `YYYY-MM-DD`; `null`: after every take-over
 */
export function withFiguresOn(facts: FactsDocument, day: string | null): FactsDocument {
  const { metrics } = facts;
  if (metrics === undefined || metrics.every(({ from }) => from == null)) return facts;
  return { ...facts, metrics: figuresOn(metrics, day) };
}

/** Days on which figures of another company begin to count, in their order. */
export function figureTurns({ metrics = [] }: FactsDocument): readonly string[] {
  return [...new Set(metrics.flatMap(({ from }) => from ?? []))].sort();
}
