/** What people are to achieve since plans were adopted. Whether it is done is not kept here: the facts say it. */
import { actorText, type NetworkTransaction, type TenantTransaction } from './database.ts';
import type { PartnerId } from './partner-id.ts';

export interface NewAssignment {
  readonly userId: string;
  readonly managerId: string | null;
  readonly skill: string;
  readonly renewal: boolean;
  readonly cost: number;
  readonly hours: number;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}

export interface Assignment extends NewAssignment {
  readonly assignmentId: string;
  readonly planId: string;
  readonly assignedAt: Date;
  readonly assignedBy: string;
  readonly droppedAt: Date | null;
  /** What became of the mail that tells the person. */
  readonly mailed: string | null;
  readonly lateToldFor: string | null;
}

const COLUMNS = [
  'assignment_id as assignmentId',
  'plan_id as planId',
  'user_id as userId',
  'manager_id as managerId',
  'skill',
  'renewal',
  'cost',
  'hours',
  'due_on as dueOn',
  'assigned_at as assignedAt',
  'assigned_by as assignedBy',
  'dropped_at as droppedAt',
  'mailed',
  'late_told_for as lateToldFor',
] as const;

function assignments(tx: TenantTransaction) {
  return tx.sql.selectFrom('training_assignment').select(COLUMNS).where('partner_id', '=', tx.partnerId);
}

/** By due day; of one plan, of one person, or all. Dropped ones only of a plan. */
export async function assignmentsOf(
  tx: TenantTransaction,
  of: { readonly planId?: string; readonly userId?: string } = {},
): Promise<readonly Assignment[]> {
  let query = assignments(tx);
  if (of.planId !== undefined) query = query.where('plan_id', '=', of.planId);
  else query = query.where('dropped_at', 'is', null);
  if (of.userId !== undefined) query = query.where('user_id', '=', of.userId);
  return query.orderBy('due_on').orderBy('user_id').orderBy('skill').execute();
}

export async function assignmentsOfPlans(
  tx: TenantTransaction,
  planIds: readonly string[],
): Promise<readonly Assignment[]> {
  if (planIds.length === 0) return [];
  return assignments(tx)
    .where('plan_id', 'in', [...planIds])
    .orderBy('due_on')
    .execute();
}

export async function findAssignment(
  tx: TenantTransaction,
  assignmentId: string,
): Promise<Assignment | null> {
  return (
    (await assignments(tx).where('assignment_id', '=', assignmentId).forUpdate().executeTakeFirst()) ?? null
  );
}

/** Assigns what a plan says; of a plan that is adopted again what was dropped is assigned anew. */
export async function assign(
  tx: TenantTransaction,
  planId: string,
  added: readonly NewAssignment[],
): Promise<void> {
  // A statement takes so many values at most.
  for (let from = 0; from < added.length; from += 1_000) {
    await tx.sql
      .insertInto('training_assignment')
      .values(
        added.slice(from, from + 1_000).map((each) => ({
          partner_id: tx.partnerId,
          plan_id: planId,
          user_id: each.userId,
          manager_id: each.managerId,
          skill: each.skill,
          renewal: each.renewal,
          cost: each.cost,
          hours: each.hours,
          due_on: each.dueOn,
          assigned_at: tx.now,
          assigned_by: actorText(tx.actor),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['partner_id', 'plan_id', 'user_id', 'skill']).doUpdateSet((eb) => ({
          manager_id: eb.ref('excluded.manager_id'),
          due_on: eb.ref('excluded.due_on'),
          assigned_at: eb.ref('excluded.assigned_at'),
          assigned_by: eb.ref('excluded.assigned_by'),
          dropped_at: null,
          late_told_for: null,
        })),
      )
      .execute();
  }
}

export async function noteMailed(
  tx: TenantTransaction,
  planId: string,
  userId: string,
  mailed: string,
): Promise<void> {
  await tx.sql
    .updateTable('training_assignment')
    .set({ mailed })
    .where('partner_id', '=', tx.partnerId)
    .where('plan_id', '=', planId)
    .where('user_id', '=', userId)
    .where('dropped_at', 'is', null)
    .execute();
}

export async function changeAssignment(
  tx: TenantTransaction,
  assignmentId: string,
  change: { readonly due_on?: string; readonly dropped_at?: Date; readonly late_told_for?: string },
): Promise<void> {
  await tx.sql
    .updateTable('training_assignment')
    .set(change)
    .where('partner_id', '=', tx.partnerId)
    .where('assignment_id', '=', assignmentId)
    .execute();
}

/** Drops those of a plan. @param but ids of those that stay */
export async function dropAssignments(
  tx: TenantTransaction,
  planId: string,
  but: readonly string[],
): Promise<void> {
  let query = tx.sql
    .updateTable('training_assignment')
    .set({ dropped_at: tx.now })
    .where('partner_id', '=', tx.partnerId)
    .where('plan_id', '=', planId)
    .where('dropped_at', 'is', null);
  if (but.length > 0) query = query.where('assignment_id', 'not in', [...but]);
  await query.execute();
}

/** Companies where a due day has passed of which nobody was told yet. */
export async function partnersWithOverdue(
  tx: NetworkTransaction,
  day: string,
): Promise<readonly PartnerId[]> {
  const rows = await tx.sql
    .selectFrom('training_assignment')
    .select('partner_id')
    .distinct()
    .where('dropped_at', 'is', null)
    .where('due_on', '<', day)
    .where((either) =>
      either.or([either('late_told_for', 'is', null), either('late_told_for', '<>', either.ref('due_on'))]),
    )
    .execute();
  return rows.map((row) => row.partner_id as PartnerId);
}
