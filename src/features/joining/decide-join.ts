import { recordAudit } from '../../store/audit-store.ts';
import { asOnePartner, type NetworkTransaction } from '../../store/database.ts';
import { decideJoinRequest, type JoinRequest, lockWaiting } from '../../store/join-requests-store.ts';
import { NETWORK_PARTNER, type PartnerId } from '../../store/partner-id.ts';
import { enrol } from '../../store/partners-store.ts';
import { dayOf } from '../../store/user-status.ts';
import { emailOwner } from '../../store/work-emails-store.ts';
import type { Post } from '../shared/mail/post-mail.ts';
import type { FirstSignIn } from '../shared/people/first-sign-in.ts';
import { mpnIdTaken, openCompany } from './open-company.ts';

export type ApproveResult =
  | { readonly kind: 'approved'; readonly partnerId: PartnerId; readonly firstSignIn: FirstSignIn | null }
  | { readonly kind: 'not-waiting' | 'email-taken' | 'mpn-id-taken' };

/** What stands in the way of a company that is not here yet. */
async function obstacle(
  tx: NetworkTransaction,
  { admin, mpnId }: JoinRequest,
): Promise<'email-taken' | 'mpn-id-taken' | null> {
  if (admin === null) return null;
  const owner = await asOnePartner(tx, NETWORK_PARTNER, (own) => emailOwner(own, admin.email));
  if (owner !== null) return 'email-taken';
  return (await mpnIdTaken(tx, mpnId)) ? 'mpn-id-taken' : null;
}

/** Enrols a company that is here; opens one that is not. Where something stands in the way the request goes on waiting. */
export async function approveJoin(
  tx: NetworkTransaction,
  post: Post,
  requestId: string,
): Promise<ApproveResult> {
  const request = await lockWaiting(tx, requestId);
  if (request === null) return { kind: 'not-waiting' };
  const inTheWay = await obstacle(tx, request);
  if (inTheWay !== null) return { kind: inTheWay };
  const { programme, legalName, country, market, mpnId, locale, admin } = request;
  let company = request.partnerId;
  let firstSignIn: FirstSignIn | null = null;
  if (admin === null) {
    await asOnePartner(tx, company, (own) => enrol(own, { programme, validFrom: dayOf(own.now) }));
  } else {
    const opened = await openCompany(tx, post, {
      name: legalName,
      legalName,
      country,
      market,
      mpnId,
      locale,
      admin,
      programme,
    });
    ({ partnerId: company, firstSignIn } = opened);
  }
  await decideJoinRequest(tx, request, { state: 'approved', company });
  await asOnePartner(tx, company, (own) =>
    recordAudit(own, { action: 'join.approved', subject: null, details: { request: requestId, programme } }),
  );
  return { kind: 'approved', partnerId: company, firstSignIn };
}

/** Refuses it with words that the company reads; false when it does not wait. */
export async function refuseJoin(
  tx: NetworkTransaction,
  requestId: string,
  reason: string,
): Promise<boolean> {
  const request = await lockWaiting(tx, requestId);
  if (request === null) return false;
  await decideJoinRequest(tx, request, { state: 'refused', reason });
  await asOnePartner(tx, request.partnerId, (own) =>
    recordAudit(own, { action: 'join.refused', subject: null, details: { request: requestId, reason } }),
  );
  return true;
}
