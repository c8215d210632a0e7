import { formatDay } from '../../domain/time/day.ts';
import { type Actor, asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import type { SamePerson } from '../../store/merged-people-store.ts';
import { finishMergeRun, type MergeProgress } from '../../store/partner-merge-runs-store.ts';
import {
  holdCompanies,
  type MergeCompaniesResult,
  type MergeCounts,
  mergeCompanies,
} from '../../store/partner-merges-store.ts';
import type { Partner } from '../../store/partners-store.ts';
import { holdersOfRoles, type RoleHolder } from '../../store/users-store.ts';
import { raiseNotices } from '../shared/notices/raise-notices.ts';
import type { Services } from '../shared/services.ts';
import { togetherOrAgain } from '../shared/together-or-again.ts';
import { type MergePlan, planMerge } from './merge-plan.ts';

export interface MergeOrder {
  readonly from: Partner;
  readonly into: Partner;
  readonly same: readonly SamePerson[];
  readonly keepRoles: boolean;
  readonly reason: string;
}

/** What the work on a merge may do beside it. */
export interface MergeWatch {
  readonly mergeId: string;
  readonly told: (progress: MergeProgress) => void;
}

/** So often it is judged before whoever asked is told that facts change all the time. */
const TRIES = 3;

/** Ends a transaction of which nothing stays. */
class NotMerged extends Error {
  readonly result: Exclude<MergeCompaniesResult, { kind: 'merged' }>;

  constructor(result: Exclude<MergeCompaniesResult, { kind: 'merged' }>) {
    super(result.kind);
    this.result = result;
  }
}

/** Administrators of both are told, those of the former company also when they arrive without roles. */
async function tellAdministrators(
  tx: NetworkTransaction,
  { from, into, same }: MergeOrder,
  former: readonly RoleHolder[],
): Promise<void> {
  const kept = new Map(same.map(({ userId, keepUserId }) => [userId, keepUserId]));
  const content = {
    kind: 'company-merged',
    company: from.name,
    into: into.name,
    on: tx.now.toISOString().slice(0, 10),
  } as const;
  const key = `company-merged ${from.partnerId}`;
  const formerPeople = new Set(former.map(({ userId }) => kept.get(userId) ?? userId));
  await asOnePartner(tx, into.partnerId, async (own) => {
    await raiseNotices(own, [{ content, key, userId: null }]);
    await raiseNotices(
      own,
      [...formerPeople].map((userId) => ({ content, key, userId })),
    );
  });
}

const ADMINISTRATORS = ['partner-admin', 'global-admin', 'account-admin', 'user-admin'];

async function mergeOnce(
  tx: NetworkTransaction,
  order: MergeOrder,
  judge: () => Promise<MergePlan | null>,
  { mergeId, told }: MergeWatch,
): Promise<MergeCounts> {
  const { from, into } = order;
  const held = await holdCompanies(tx, { from: from.partnerId, into: into.partnerId });
  if (held.kind !== 'held') throw new NotMerged(held);
  const plan = await judge();
  if (plan === null) throw new NotMerged({ kind: 'merged-already', company: from.partnerId });
  const former = await asOnePartner(tx, from.partnerId, (own) => holdersOfRoles(own, ADMINISTRATORS));
  const { pmcGoesOn, pmcUntil } = plan.pmc;
  const decided = {
    ...order,
    from: from.partnerId,
    into: into.partnerId,
    pmcGoesOn,
    pmcUntil: pmcUntil === null ? null : formatDay(pmcUntil),
    memberships: plan.memberships,
    exemptions: plan.exemptions,
    notAdded: plan.notAdded,
    judgedBy: plan.judgedBy,
  };
  const result = await mergeCompanies(tx, held, decided, told);
  if (result.kind !== 'merged') throw new NotMerged(result);
  await tellAdministrators(tx, order, former);
  // The last thing: whoever tells how far it is writes to the same row.
  if (!(await finishMergeRun(tx, mergeId, result.counts))) {
    throw new NotMerged({ kind: 'merged-already', company: from.partnerId });
  }
  return result.counts;
}

/**
 * Merges in one transaction by what the facts say at that moment. They are judged before anybody has to wait; when one has
 * changed since, as where a source delivers all the time, they are judged again while nobody can change them. A server that
 * is killed meanwhile leaves two companies as they were.
 */
export async function mergePartners(
  services: Services,
  actor: Actor,
  order: MergeOrder,
  watch: MergeWatch,
): Promise<MergeCompaniesResult> {
  const { database, answers } = services;
  const judge = () => {
    watch.told({ phase: 'judging', done: 0, total: 0 });
    answers.forgetVersions();
    return planMerge(services, order.from.partnerId, order.into.partnerId, order.same);
  };
  for (let tries = 1; ; tries++) {
    const before = tries === 1 ? await judge() : undefined;
    const judged = async () => (before === undefined ? judge() : before);
    try {
      const counts = await togetherOrAgain(() =>
        database.asNetwork({ actor }, (tx) => mergeOnce(tx, order, judged, watch)),
      );
      return { kind: 'merged', counts };
    } catch (error) {
      if (!(error instanceof NotMerged)) throw error;
      if (error.result.kind !== 'changed-meanwhile' || tries === TRIES) return error.result;
    }
  }
}
