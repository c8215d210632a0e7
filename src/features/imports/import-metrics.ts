import type { ImportRow } from '../../contract/imports.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { MetricCandidate } from '../../sources/metrics-file.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import { recordMetric } from '../../store/metrics-store.ts';
import { answerEachRow } from './import-answers.ts';
import type { ImportContext } from './import-context.ts';

/** The field whose value the programme does not know; a figure that no rule could ever read is refused. */
function unknownField(
  metric: MetricCandidate,
  programme: Programme,
): ['metric' | 'association' | 'competency', string] | null {
  if (!programme.metrics.has(metric.metric)) return ['metric', metric.metric];
  const { association, competency } = metric;
  if (competency !== null && !programme.competencies.some(({ id }) => id === competency)) {
    return ['competency', competency];
  }
  // Other association types are real and simply not counted by the rules, so they are kept.
  return association !== null && association.length > 200 ? ['association', association] : null;
}

async function importMetric(metric: MetricCandidate, { tx, programme }: ImportContext): Promise<ImportRow> {
  const { line } = metric;
  const unknown = unknownField(metric, programme);
  if (unknown !== null) {
    const [field, value] = unknown;
    return { line, result: 'rejected', reason: `unknown-${field}`, field, value, id: null };
  }
  // People, seats and customers are counted; an amount of money may be negative after credit notes.
  if (metric.value < 0 && programme.metrics.get(metric.metric)?.kind !== 'revenue') {
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
