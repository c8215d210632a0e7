/**
 * Associations of learning accounts: the one place that starts and ends them. What may happen is decided by the
 * domain over the history of the account at every partner; what happens is written in the same transaction, while
 * the account is locked, so that of two people who ask at once one is answered by what the other did.
 */
import { sql } from 'kysely';
import {
  type AccountAssociation,
  decideEnd,
  decideStart,
  nextPossibleStart,
} from '../domain/association/associate.ts';
import { type Day, formatDay, parseDay } from '../domain/time/day.ts';
import { dayOfInstant } from '../domain/time/instant.ts';
import {
  type Account,
  accountHistory,
  claimAccount,
  closeClaim,
  type LivingClaim,
  lockAccount,
} from './account-claims.ts';
import { auditAssociationEnd } from './association-audit.ts';
import { recordAudit } from './audit-store.ts';
import { type Actor, actorText, type TenantTransaction, withNetworkSight } from './database.ts';
import type { Via } from './schema.ts';
import { adoptUnmatchedRecords } from './unmatched-records-store.ts';

/** Days are `YYYY-MM-DD`. Every refusal says what the person needs to know and nothing about other partners. */
export type StartAssociationResult =
  | { readonly kind: 'started'; readonly associationId: string; readonly nextPossibleOn: string }
  | { readonly kind: 'user-unknown' }
  | { readonly kind: 'not-the-holder' }
  | { readonly kind: 'user-left'; readonly on: string }
  | { readonly kind: 'already-associated'; readonly since: Date }
  | { readonly kind: 'too-soon' | 'too-many'; readonly nextPossibleOn: string }
  /** Somebody wrote an association of this account past the lock, in the same moment. */
  | { readonly kind: 'associated-meanwhile' };

export type EndAssociationResult =
  | { readonly kind: 'ended'; readonly at: Date }
  | { readonly kind: 'not-associated' }
  | { readonly kind: 'already-ended'; readonly on: Date }
  | { readonly kind: 'not-the-holder' }
  | { readonly kind: 'not-a-leaver' };

function actorId(actor: Actor): string {
  return actor.kind === 'user' ? actor.userId : actorText(actor);
}

/** `undefined` when the partner has no such user; the first day without employment of one who leaves or left. */
export async function leavingDay(
  tx: TenantTransaction,
  userId: string,
  reading: 'held' | 'looked at' = 'held',
): Promise<Day | null | undefined> {
  const user = await tx.sql
    .selectFrom('app_user')
    .select(['status', 'employed_until'])
    .where('partner_id', '=', tx.partnerId)
    .where('user_id', '=', userId)
    .$if(reading === 'held', (query) => query.forShare())
    .executeTakeFirst();
  if (user === undefined) return undefined;
  const until = user.employed_until === null ? null : parseDay(user.employed_until);
  const gone = user.status === 'left' || user.status === 'deleted';
  const today = dayOfInstant(tx.now.getTime());
  return gone && (until === null || until > today) ? today : until;
}

/** Associates an account with a user of the claimed partner, and ends what it was associated with before. */
export async function startAssociation(
  tx: TenantTransaction,
  request: Account & { readonly userId: string },
): Promise<StartAssociationResult> {
  const leftOn = await leavingDay(tx, request.userId);
  if (leftOn === undefined) return { kind: 'user-unknown' };
  return withNetworkSight(tx, async () => {
    await lockAccount(tx, request);
    const history = await accountHistory(tx, request);
    const at = tx.now.getTime();
    const { partnerId, actor } = tx;
    const question = { partner: partnerId, user: request.userId, actor: actorId(actor), at, leftOn };
    const decision = decideStart(question, history);
    switch (decision.kind) {
      case 'start':
        return writeStart(tx, request, decision.ends, history, formatDay(decision.nextPossibleOn));
      case 'not-the-holder':
        return decision;
      case 'user-left':
        return { kind: decision.kind, on: formatDay(decision.on) };
      case 'already-associated':
        return { kind: decision.kind, since: new Date(decision.since) };
      default:
        return { kind: decision.kind, nextPossibleOn: formatDay(decision.nextPossibleOn) };
    }
  });
}

async function writeStart(
  tx: TenantTransaction,
  request: Account & { readonly userId: string },
  ends: readonly AccountAssociation[],
  history: readonly LivingClaim[],
  nextPossibleOn: string,
): Promise<StartAssociationResult> {
  await queueAtPartners(tx, [tx.partnerId, ...history.map(({ partner }) => partner)]);
  const ended = history.filter((claim) => ends.includes(claim));
  const associationId = await claimAccount(tx, request, ended);
  if (associationId === null) return { kind: 'associated-meanwhile' };
  const adopted = await adoptUnmatchedRecords(tx, request);
  const { provider, accountId, userId } = request;
  const details = { associationId, provider, accountId, ...(adopted > 0 ? { recordsFound: adopted } : {}) };
  const entries = [
    ...ended.map((claim) => ({ partner: claim.partner, write: () => auditAssociationEnd(tx, claim) })),
    {
      partner: tx.partnerId as string,
      write: () => recordAudit(tx, { action: 'association.started', subject: `user:${userId}`, details }),
    },
  ];
  // Trails are lengthened in the order of partners, for the same reason as in queueAtPartners.
  for (const entry of entries.sort((a, b) => compare(a.partner, b.partner))) await entry.write();
  return { kind: 'started', associationId, nextPossibleOn };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Waits for its turn at every partner concerned, in one order: of two people who swap companies at the same
 * moment the second waits for the first, and neither waits for the other forever.
 */
async function queueAtPartners(tx: TenantTransaction, partners: readonly string[]): Promise<void> {
  await tx.sql
    .selectFrom('partner_evidence')
    .select('partner_id')
    .where('partner_id', 'in', [...new Set(partners)])
    .orderBy('partner_id')
    .forUpdate()
    .execute();
}

/** Ends an association of the claimed partner. `isAdmin`: the actor administers users of this partner. */
export async function endAssociation(
  tx: TenantTransaction,
  request: { readonly associationId: string; readonly isAdmin: boolean },
): Promise<EndAssociationResult> {
  const [known] = await ownClaims(tx).where('association_id', '=', request.associationId).execute();
  if (known === undefined) return { kind: 'not-associated' };
  const account = { provider: known.provider, accountId: known.account_id };
  return withNetworkSight(tx, async () => {
    await lockAccount(tx, account);
    const history = await accountHistory(tx, account);
    const own = history.filter(({ partner }) => partner === tx.partnerId);
    const claim = own.find(({ associationId }) => associationId === request.associationId) ?? null;
    const decision = decideEnd({
      association: claim,
      actor: actorId(tx.actor),
      isAdmin: request.isAdmin,
      leftOn: (await leavingDay(tx, known.user_id)) ?? null,
      at: tx.now.getTime(),
    });
    if (decision.kind === 'already-ended') return { kind: decision.kind, on: new Date(decision.on) };
    if (decision.kind !== 'end' || claim === null) return decision as EndAssociationResult;
    await closeClaim(tx, claim);
    await auditAssociationEnd(tx, claim);
    return { kind: 'ended', at: tx.now };
  });
}

export interface Association {
  readonly associationId: string;
  readonly provider: string;
  readonly accountId: string;
  readonly via: Via;
  readonly from: Date;
  readonly until: Date | null;
}

function ownClaims(tx: TenantTransaction) {
  return tx.sql
    .selectFrom('account_claim')
    .select(['association_id', 'provider', 'account_id', 'user_id', 'via'])
    .select(sql<Date>`lower(period)`.as('from'))
    .select(sql<Date | null>`upper(period)`.as('until'))
    .where('partner_id', '=', tx.partnerId)
    .where('voided_at', 'is', null);
}

/** The associations of one user with the claimed partner, ended ones too, the latest first. */
export async function associationHistory(tx: TenantTransaction, userId: string): Promise<Association[]> {
  const rows = await ownClaims(tx)
    .where('user_id', '=', userId)
    .orderBy('from', 'desc')
    .orderBy('association_id')
    .execute();
  return rows.map((row) => ({
    associationId: row.association_id,
    provider: row.provider,
    accountId: row.account_id,
    via: row.via,
    from: row.from,
    until: row.until,
  }));
}

/** The first day from today on which the account may be associated anew, whichever partners it was with. */
export async function nextPossibleOn(tx: TenantTransaction, account: Account): Promise<string> {
  const history = await withNetworkSight(tx, () => accountHistory(tx, account));
  return formatDay(nextPossibleStart(history, dayOfInstant(tx.now.getTime())));
}
