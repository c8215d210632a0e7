import { AnswerQuerySchema } from '../../contract/common.ts';
import {
  ConfirmPaymentRequestSchema,
  MembershipPolicySchema,
  MembershipsSchema,
  OrderSchema,
  PendingPaymentsSchema,
  PlaceOrderRequestSchema,
} from '../../contract/memberships.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { conflict, HttpProblem, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { documentsOf } from '../../store/billing-store.ts';
import type { TenantClaim, TenantTransaction } from '../../store/database.ts';
import { findOrder, holdOrders, type Order, ordersOf, transfersDue } from '../../store/orders-store.ts';
import { asOfQuery } from '../shared/as-of.ts';
import { askedPartner, claimOf } from '../shared/asked-partner.ts';
import { askedProgramme } from '../shared/partner-programmes.ts';
import { repeatable } from '../shared/repeatable.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { chargeOrAsk } from './charge-card.ts';
import { membershipPolicyView } from './membership-policy-view.ts';
import { memberships } from './memberships-query.ts';
import { membershipOf } from './offer-question.ts';
import { dayOf, orderView } from './order-view.ts';
import { orderOffer } from './place-order.ts';
import { markCancelled, markPaid, stepOf } from './settle-order.ts';

const ORDER = '/api/v1/partners/{partnerId}/orders/{orderId}';

export async function foundOrder(tx: TenantTransaction, orderId: string | undefined): Promise<Order> {
  const order = isUuid(orderId) ? await findOrder(tx, orderId) : null;
  if (order === null) throw notFound('order-not-found', 'There is no such order.');
  return order;
}

export function membershipRoutes(services: Services): Route[] {
  const { database, answers, payments, programmes, now } = services;

  async function viewOf(claim: TenantClaim, orderId: string) {
    return database.readAsTenant(claim, async (tx) => {
      const order = await foundOrder(tx, orderId);
      const book = { orders: await ordersOf(tx), documents: await documentsOf(tx), day: dayOf(tx.now) };
      return orderView(programmes.get(order.programme)!, order, book);
    });
  }

  /** Decides about one order while nobody else does. */
  function deciding(
    request: Parameters<typeof claimOf>[0] & Parameters<typeof repeatable>[1],
    decide: (tx: TenantTransaction, order: Order, programme: Programme) => Promise<void>,
  ) {
    return database.asTenant(claimOf(request), async (tx) => {
      await holdOrders(tx);
      return repeatable(tx, request, async () => {
        const order = await foundOrder(tx, request.params.orderId);
        await decide(tx, order, programmes.get(order.programme)!);
        return { orderId: order.orderId };
      });
    });
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/memberships',
      summary:
        'What a company holds, may buy and has ordered: offers with the reason why not, renewal, orders',
      access: { kind: 'partner', abilities: ['memberships'] },
      query: AnswerQuerySchema,
      response: MembershipsSchema,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.query.programme);
        membershipOf(programme);
        const answer = await answers.of(partnerId, programme, asOfQuery(request.query, now()));
        const book = await database.readAsTenant(claimOf(request), async (tx) => ({
          orders: await ordersOf(tx),
          documents: await documentsOf(tx),
        }));
        return json(memberships(answer, book, payments));
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/orders',
      summary: 'Orders a membership: a purchase, an upgrade or a renewal, whichever the offer is today',
      access: { kind: 'partner', abilities: ['buy-memberships'] },
      body: PlaceOrderRequestSchema,
      response: OrderSchema,
      status: 201,
      handle: async (request) => {
        const partnerId = askedPartner(request);
        const programme = await askedProgramme(services, partnerId, request.body.programme);
        const orderId = await orderOffer(services, claimOf(request), programme, request);
        return { kind: 'json', status: 201, body: await viewOf(claimOf(request), orderId) };
      },
    }),
    route({
      method: 'POST',
      path: `${ORDER}/check`,
      summary: 'Asks anew what became of a card payment that nobody has answered',
      access: { kind: 'partner', abilities: ['buy-memberships'] },
      response: OrderSchema,
      handle: async (request) => {
        const claim = claimOf(request);
        const order = await database.readAsTenant(claim, (tx) => foundOrder(tx, request.params.orderId));
        await chargeOrAsk(services, claim, programmes.get(order.programme)!, order, null);
        return json(await viewOf(claim, order.orderId));
      },
    }),
    route({
      method: 'POST',
      path: `${ORDER}/cancel`,
      summary: 'Cancels an order that is not paid, or that was paid a few days ago; the money is given back',
      access: { kind: 'partner', abilities: ['buy-memberships'] },
      response: OrderSchema,
      handle: async (request) => {
        const { kept } = await deciding(request, async (tx, order, programme) => {
          const step = stepOf(programme, order, 'cancelled', tx.now);
          const book = { orders: await ordersOf(tx), documents: [], day: dayOf(tx.now) };
          const view = orderView(programme, order, book);
          if (step.kind !== 'moved' || view.cancellableUntil === null) {
            throw conflict('not-cancellable', 'This order can no longer be cancelled.');
          }
          // An order whose money is not given back stays as it is.
          if (order.method === 'card' && (await payments?.refund(order.orderId)) === 'not-now') {
            throw new HttpProblem(
              502,
              'refund-failed',
              'The money could not be given back now. Try again later.',
            );
          }
          await markCancelled(tx, order);
        });
        return json(await viewOf(claimOf(request), kept.orderId));
      },
    }),
    route({
      method: 'POST',
      path: `${ORDER}/confirm-payment`,
      summary: 'Says that the transfer of an order has arrived: the company becomes a member',
      access: { kind: 'partner', abilities: ['confirm-payments'] },
      body: ConfirmPaymentRequestSchema,
      response: OrderSchema,
      handle: async (request) => {
        const { kept } = await deciding(request, async (tx, order, programme) => {
          const step = stepOf(programme, order, 'transfer-arrived', tx.now);
          if (step.kind === 'transfer-over') {
            throw conflict('transfer-over', 'The order has expired; the company must order again.');
          }
          if (step.kind !== 'moved') throw conflict('not-awaited', 'No transfer is awaited for this order.');
          await markPaid(tx, programme, order, request.body.reference);
        });
        return json(await viewOf(claimOf(request), kept.orderId));
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/pending-payments',
      summary: 'Transfers that are awaited from every company, the one that expires first',
      access: { kind: 'ability', ability: 'confirm-payments' },
      response: PendingPaymentsSchema,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const due = await database.asNetwork({ actor }, transfersDue);
        const day = dayOf(now());
        return json({
          value: due.map(({ partnerId, partnerName, ...order }) => ({
            partnerId,
            partnerName,
            order: orderView(programmes.get(order.programme)!, order, {
              orders: [order],
              documents: [],
              day,
            }),
          })),
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/v1/programmes/{programme}/membership',
      summary: 'What a programme sells: offers, fees, and what each gives for which competency',
      access: { kind: 'ability', ability: 'requirements' },
      response: MembershipPolicySchema,
      handle: async (request) => {
        const programme = programmes.get(request.params.programme ?? '');
        if (programme === undefined) {
          throw new HttpProblem(404, 'programme-not-found', 'There is no such programme.');
        }
        return json(membershipPolicyView(programme, dayOf(now())));
      },
    }),
  ];
}
