import { sql } from 'kysely';
import { actorText, type TenantTransaction } from './database.ts';

export interface MetricFigure {
  readonly metric: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly value: number;
  readonly association: string | null;
  readonly competency: string | null;
  readonly track: string | null;
}

/**
 * From the month on in which the company has taken over another one, what is delivered for it is of both: it stands in the
 * place of what was taken over.
 */
async function voidTakenOver(tx: TenantTransaction, figure: MetricFigure): Promise<void> {
  const { metric, month, association, competency, track } = figure;
  await tx.sql
    .updateTable('metric_value')
    .set({ voided_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('metric', '=', metric)
    .where('month', '=', month)
    .where('association', 'is not distinct from', association)
    .where('competency', 'is not distinct from', competency)
    .where('track', 'is not distinct from', track)
    .where('voided_at', 'is', null)
    .where(sql<boolean>`month >= to_char(valid_from, 'YYYY-MM')`)
    .execute();
}

/** Records a figure; another value for the same month voids the earlier one and is recorded anew. */
export async function recordMetric(
  tx: TenantTransaction,
  figure: MetricFigure,
): Promise<{ readonly kind: 'created' | 'updated' | 'unchanged'; readonly id: string }> {
  const { metric, month, value, association, competency, track } = figure;
  const known = await tx.sql
    .selectFrom('metric_value')
    .select(['metric_value_id', 'value'])
    .where('partner_id', '=', tx.partnerId)
    .where('metric', '=', metric)
    .where('month', '=', month)
    .where('association', 'is not distinct from', association)
    .where('competency', 'is not distinct from', competency)
    .where('track', 'is not distinct from', track)
    .where('valid_from', 'is', null)
    .where('voided_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (known !== undefined && Number(known.value) === value)
    return { kind: 'unchanged', id: known.metric_value_id };
  await voidTakenOver(tx, figure);
  if (known !== undefined) {
    await tx.sql
      .updateTable('metric_value')
      .set({ voided_at: tx.now })
      .where('partner_id', '=', tx.partnerId)
      .where('metric_value_id', '=', known.metric_value_id)
      .execute();
  }
  const row = await tx.sql
    .insertInto('metric_value')
    .values({
      partner_id: tx.partnerId,
      metric,
      month,
      value,
      association,
      competency,
      track,
      recorded_at: tx.now,
      recorded_by: actorText(tx.actor),
    })
    .returning('metric_value_id')
    .executeTakeFirstOrThrow();
  return { kind: known === undefined ? 'created' : 'updated', id: row.metric_value_id };
}
