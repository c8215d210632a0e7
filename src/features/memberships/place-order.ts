import type { z } from 'zod';
import type { PlaceOrderRequestSchema } from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { type OfferStanding, offerStandings } from '../../domain/membership/offer-eligibility.ts';
import { lastDayOfPayment } from '../../domain/membership/order-states.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { badRequest, conflict, HttpProblem } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { membershipsOf } from '../../store/memberships-store.ts';
import { findOrder, holdOrders, type Order, ordersOf, placeOrder } from '../../store/orders-store.ts';
import { today } from '../shared/as-of.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { partnerHoldings } from '../shared/partner-lifecycle.ts';
import { repeatable } from '../shared/repeatable.ts';
import type { Services } from '../shared/services.ts';
import { chargeOrAsk } from './charge-card.ts';
import { eligibilityQuestion, membershipOf } from './offer-question.ts';
import { tellOrder } from './order-notices.ts';
import { entryOf } from './settle-order.ts';

export type PlaceOrderRequest = z.infer<typeof PlaceOrderRequestSchema>;

interface Asked {
  readonly url: string;
  readonly body: PlaceOrderRequest;
  readonly header: (name: string) => string | undefined;
}

/** The offer as it stands while nobody else orders for the company: what was bought meanwhile is read anew. */
async function standingNow(
  tx: TenantTransaction,
  answer: PartnerAnswer,
  offerId: string,
): Promise<OfferStanding> {
  const policy = membershipOf(answer.programme);
  if (findOffer(policy, offerId) === null) {
    throw new HttpProblem(404, 'offer-not-found', 'There is no such offer.');
  }
  const facts = { ...answer.facts, memberships: await membershipsOf(tx) };
  const day = parseDay(answer.asOf.validAt)!;
  const holdings = partnerHoldings({ ...answer, facts }, answer.programme, day);
  const question = eligibilityQuestion(answer, holdings, await ordersOf(tx));
  return offerStandings(policy, question).find(({ offer }) => offer.id === offerId)!;
}

/** The caller holds the company's orders. */
async function place(
  tx: TenantTransaction,
  answer: PartnerAnswer,
  { offer, method }: PlaceOrderRequest,
): Promise<Order> {
  const standing = await standingNow(tx, answer, offer);
  if (standing.reason !== null) throw conflict(standing.reason, 'This offer cannot be bought now.');
  const { money, listed, percentOff } = standing.price!;
  const day = parseDay(answer.asOf.validAt)!;
  const placed = await placeOrder(tx, {
    programme: answer.programme.id,
    offer,
    slot: standing.offer.level === null ? offer : 'level',
    act: standing.act,
    method,
    state: method === 'card' ? 'created' : 'pending-payment',
    listedMinor: listed.minor,
    amountMinor: money.minor,
    percentOff,
    currency: money.currency,
    payBy: formatDay(lastDayOfPayment(membershipOf(answer.programme), day, standing.closes)),
    beginsOn: standing.act === 'renewal' ? formatDay(standing.begins) : null,
  });
  if (placed.kind === 'order-open') throw conflict('order-open', 'Another order waits for its payment.');
  const details = { method, amount: money };
  await recordAudit(tx, { action: 'order.placed', ...entryOf(placed.order, details) });
  if (method === 'transfer') await tellOrder(tx, 'order-pending', placed.order, placed.order.payBy);
  return placed.order;
}

/** Places an order, once however often it is sent, and charges the card where one was given. */
export async function orderOffer(
  services: Services,
  claim: TenantClaim,
  programme: Programme,
  asked: Asked,
): Promise<string> {
  const { method, card } = asked.body;
  if (method === 'card' && services.payments === null) {
    throw badRequest('no-cards', 'No cards are taken here; choose the transfer.');
  }
  if (method === 'card' && card === undefined) throw badRequest('card-missing', 'Say which card is charged.');
  const asOf = { validAt: today(services.now()), knownAt: null };
  const answer = await services.answers.of(claim.partnerId, programme, asOf);
  const { kept } = await services.database.asTenant(claim, async (tx) => {
    // Held before the request is looked up: of one that is sent twice at once the second is a repetition.
    await holdOrders(tx);
    return repeatable<{ orderId: string }>(tx, asked, async () => {
      const { orderId } = await place(tx, answer, asked.body);
      return { orderId };
    });
  });
  const order = await services.database.readAsTenant(claim, (tx) => findOrder(tx, kept.orderId));
  if (order !== null) await chargeOrAsk(services, claim, programme, order, card ?? null);
  return kept.orderId;
}
