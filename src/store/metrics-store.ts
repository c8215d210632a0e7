import { type RawBuilder, sql } from 'kysely';
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

/** What stands of the company for the month, association, competency and track of a figure. */
function isLiving(tx: TenantTransaction, figure: MetricFigure): RawBuilder<boolean> {
  const { metric, month, association, competency, track } = figure;
  return sql<boolean>`partner_id = ${tx.partnerId} and voided_at is null and metric = ${metric} and month = ${month}
    and association is not distinct from ${association} and competency is not distinct from ${competency}
    and track is not distinct from ${track}`;
}

/**
 * From the month on in which the company has taken over another one, what is delivered for it is of both: it stands in the
 * place of what was taken over.
 */
async function voidTakenOver(tx: TenantTransaction, figure: MetricFigure): Promise<void> {
  await tx.sql
    .updateTable('metric_value')
    .set({ voided_at: tx.now })
    .where(isLiving(tx, figure))
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
    .where(isLiving(tx, figure))
    .where('valid_from', 'is', null)
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
