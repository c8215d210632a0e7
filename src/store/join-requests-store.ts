/** Companies that ask to take part, and how the network answers them. */
import {
  type AnyTransaction,
  actorText,
  type NetworkTransaction,
  type TenantTransaction,
} from './database.ts';
import type { JoinState } from './join-tables.ts';
import { NETWORK_PARTNER, type PartnerId } from './partner-id.ts';

export interface JoinAdmin {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface NewJoinRequest {
  readonly programme: string;
  readonly legalName: string;
  readonly country: string;
  readonly market: 'developed' | 'developing';
  readonly mpnId: string | null;
  /** Of a company that is not here yet. */
  readonly admin: JoinAdmin | null;
  readonly locale: 'fr' | 'en';
  readonly terms: string;
}

export interface JoinRequest extends NewJoinRequest {
  /** The company that asks; the network's of one that is not here yet. */
  readonly partnerId: PartnerId;
  readonly requestId: string;
  readonly askedAt: Date;
  readonly state: JoinState;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly company: string | null;
}

/** Answers its id; null when one of this company, or of this first admin, waits already. */
export async function addJoinRequest(tx: TenantTransaction, request: NewJoinRequest): Promise<string | null> {
  const { admin } = request;
  const row = await tx.sql
    .insertInto('join_request')
    .values({
      partner_id: tx.partnerId,
      programme: request.programme,
      legal_name: request.legalName,
      country: request.country,
      market: request.market,
      mpn_id: request.mpnId,
      admin_email: admin?.email ?? null,
      admin_first_name: admin?.firstName ?? null,
      admin_last_name: admin?.lastName ?? null,
      locale: request.locale,
      terms: request.terms,
      asked_at: tx.now,
      asked_by: actorText(tx.actor),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('request_id')
    .executeTakeFirst();
  return row?.request_id ?? null;
}

function requests(tx: AnyTransaction) {
  return tx.sql.selectFrom('join_request').selectAll();
}

function requestOf(
  row: Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>,
): JoinRequest {
  const { admin_email: email } = row;
  return {
    partnerId: row.partner_id as PartnerId,
    requestId: row.request_id,
    programme: row.programme,
    legalName: row.legal_name,
    country: row.country,
    market: row.market,
    mpnId: row.mpn_id,
    admin:
      email === null
        ? null
        : { email, firstName: row.admin_first_name ?? '', lastName: row.admin_last_name ?? '' },
    locale: row.locale,
    terms: row.terms,
    askedAt: row.asked_at,
    state: row.state,
    decidedAt: row.decided_at,
    reason: row.reason,
    company: row.company,
  };
}

/** Those that wait, the oldest first; or those that were decided, the latest first. */
export async function listJoinRequests(
  tx: NetworkTransaction,
  state: JoinState,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly JoinRequest[]> {
  const rows = await requests(tx)
    .where('state', '=', state)
    .orderBy('asked_at', state === 'waiting' ? 'asc' : 'desc')
    .orderBy('request_id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map(requestOf);
}

/** The latest request of the claimed company for a programme; null when it has never asked. */
export async function ownJoinRequest(tx: TenantTransaction, programme: string): Promise<JoinRequest | null> {
  const row = await requests(tx)
    .where('partner_id', '=', tx.partnerId)
    .where('programme', '=', programme)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

/** One that waits, locked: of two operators who decide at once the second finds it decided. */
export async function lockWaiting(tx: NetworkTransaction, requestId: string): Promise<JoinRequest | null> {
  const row = await requests(tx)
    .where('request_id', '=', requestId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : requestOf(row);
}

export async function decideJoinRequest(
  tx: NetworkTransaction,
  { partnerId, requestId }: JoinRequest,
  decision:
    | { readonly state: 'approved'; readonly company: PartnerId }
    | { readonly state: 'refused'; readonly reason: string },
): Promise<void> {
  await tx.sql
    .updateTable('join_request')
    .set({ ...decision, decided_at: tx.now, decided_by: actorText(tx.actor) })
    .where('partner_id', '=', partnerId)
    .where('request_id', '=', requestId)
    .execute();
}

/** Whether companies are taken in without an operator's decision; they are not until somebody has chosen it. */
export async function joinsAtOnce(tx: AnyTransaction): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('join_policy')
    .select('at_once')
    .where('partner_id', '=', NETWORK_PARTNER)
    .executeTakeFirst();
  return row?.at_once ?? false;
}

export async function setJoinsAtOnce(tx: TenantTransaction, atOnce: boolean): Promise<void> {
  const change = { at_once: atOnce, changed_at: tx.now, changed_by: actorText(tx.actor) };
  await tx.sql
    .insertInto('join_policy')
    .values({ partner_id: tx.partnerId, ...change })
    .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(change))
    .execute();
}
