import type { ImportRow } from '../../contract/imports.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { scoredMetrics } from '../../domain/catalogue/scored-metrics.ts';
import type { MetricCandidate } from '../../sources/metrics-file.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import { recordMetric } from '../../store/metrics-store.ts';
import { answerEachRow } from './import-answers.ts';
import type { ImportContext } from './import-context.ts';

/** The field whose value no programme of the company knows; a figure that no rule could ever read is refused. */
function unknownField(
  metric: MetricCandidate,
  programmes: readonly Programme[],
): ['metric' | 'association' | 'competency', string] | null {
  const knowing = programmes.filter(({ metrics }) => metrics.has(metric.metric));
  if (knowing.length === 0) return ['metric', metric.metric];
  const { association, competency } = metric;
  const named = knowing.some(({ competencies }) => competencies.some(({ id }) => id === competency));
  if (competency !== null && !named) return ['competency', competency];
  // Other association types are real and simply not counted by the rules, so they are kept.
  return association !== null && association.length > 200 ? ['association', association] : null;
}

/**
 * People, seats and customers are counted; an amount of money may be negative after credit notes, and what a score
 * reads may be a difference to an earlier month.
 */
function mayBeNegative(metric: string, programme: Programme): boolean {
  return programme.metrics.get(metric)?.kind === 'revenue' || scoredMetrics(programme).has(metric);
}

async function importMetric(metric: MetricCandidate, { tx, programmes }: ImportContext): Promise<ImportRow> {
  const { line } = metric;
  const unknown = unknownField(metric, programmes);
  if (unknown !== null) {
    const [field, value] = unknown;
    return { line, result: 'rejected', reason: `unknown-${field}`, field, value, id: null };
  }
  if (metric.value < 0 && !programmes.some((programme) => mayBeNegative(metric.metric, programme))) {
    return {
      line,
      result: 'rejected',
      reason: 'negative-count',
      field: 'value',
      value: String(metric.value),
      id: null,
    };
  }
  const saved = await recordMetric(tx, metric);
  return { line, result: saved.kind, reason: null, field: null, value: null, id: saved.id };
}

/** Records performance figures; another value for the same month corrects the earlier one. */
export async function importMetrics(
  rows: readonly SourceRow<MetricCandidate>[],
  context: ImportContext,
): Promise<ImportRow[]> {
  return await answerEachRow(rows, (metric) => importMetric(metric, context));
}
