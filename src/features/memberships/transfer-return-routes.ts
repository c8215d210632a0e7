import {
  GiveBackRequestSchema,
  NoteTransferReturnRequestSchema,
  TransferReturnSchema,
  TransferReturnsSchema,
  type TransferReturnView,
} from '../../contract/memberships.ts';
import { findOffer } from '../../domain/membership/membership-policy.ts';
import { returnCause } from '../../domain/membership/order-states.ts';
import { formatDay } from '../../domain/time/day.ts';
import { badRequest, conflict, notFound } from '../../http/problem.ts';
import { callerOf, json, type Route, route } from '../../http/route.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { Actor } from '../../store/database.ts';
import { findOrder, holdOrders, ordersBeginning } from '../../store/orders-store.ts';
import type { PartnerId } from '../../store/partner-id.ts';
import {
  findReturn,
  markGivenBack,
  type ReturnOfCompany,
  returnOfCompany,
  returnsGiven,
  returnsOwed,
} from '../../store/transfer-returns-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import { actorOf, type Services } from '../shared/services.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { dayOf, idBeginningOf, orderReference } from './order-view.ts';
import { entryOf, noteReturn, orderSoFar } from './settle-order.ts';

/** So many of those that were given back are listed; the trail of each company has them all. */
const LISTED = 50;

/** Transfers whose money goes back to who sent it. */
export function transferReturnRoutes({ database, programmes, now }: Services): Route[] {
  function viewOf(found: ReturnOfCompany): TransferReturnView {
    const { returnId, partnerId, partnerName, cause, bankReference, givenBackOn } = found;
    const policy = programmes.get(found.programme)?.membership ?? null;
    const offer = policy === null ? null : findOffer(policy, found.offer);
    return {
      returnId,
      partnerId,
      partnerName,
      orderReference: orderReference(found),
      offer: offer?.name ?? { en: found.offer, fr: found.offer },
      cause,
      amount: { minor: found.amountMinor, currency: found.currency },
      bankReference,
      since: found.owedSince.toISOString(),
      givenBackOn,
    };
  }

  async function oneOf(actor: Actor, partnerId: string, returnId: string): Promise<TransferReturnView> {
    return viewOf(await database.asNetwork({ actor }, (tx) => returnOfCompany(tx, partnerId, returnId)));
  }

  return [
    route({
      method: 'GET',
      path: '/api/v1/transfer-returns',
      summary: 'Transfers to give back to every company, the longest owed first, and those given back last',
      access: { kind: 'ability', ability: 'confirm-payments' },
      response: TransferReturnsSchema,
      handle: async (request) =>
        database.asNetwork({ actor: actorOf(callerOf(request)) }, async (tx) =>
          json({
            value: (await returnsOwed(tx)).map(viewOf),
            givenBack: (await returnsGiven(tx, LISTED)).map(viewOf),
          }),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/v1/transfer-returns',
      summary: 'Notes a transfer that came for an order which waits for none: its money is to be given back',
      access: { kind: 'ability', ability: 'confirm-payments' },
      body: NoteTransferReturnRequestSchema,
      response: TransferReturnSchema,
      status: 201,
      handle: async (request) => {
        const actor = actorOf(callerOf(request));
        const { orderReference: reference, bankReference } = request.body;
        const beginning = idBeginningOf(reference);
        const found =
          beginning === null
            ? []
            : await database.asNetwork({ actor }, (tx) => ordersBeginning(tx, beginning));
        const [named] = found;
        if (named === undefined || found.length > 1) {
          throw notFound('order-not-found', 'No order has this reference.');
        }
        const claim = { partnerId: named.partnerId as PartnerId, actor };
        const returnId = await database.asTenant(claim, async (tx) => {
          await holdOrders(tx);
          const order = (await findOrder(tx, named.orderId))!;
          const cause = returnCause(orderSoFar(order), dayOf(tx.now));
          if (cause === null) {
            throw conflict(
              'transfer-awaited',
              'The order waits for a transfer: confirm that it has arrived.',
            );
          }
          const noted = await noteReturn(tx, order, { cause, bankReference });
          if (noted === null) throw conflict('already-noted', 'This transfer has been noted before.');
          return noted;
        });
        return { kind: 'json', status: 201, body: await oneOf(actor, named.partnerId, returnId) };
      },
    }),
    route({
      method: 'POST',
      path: '/api/v1/partners/{partnerId}/transfer-returns/{returnId}/given-back',
      summary: 'Says on which day the money of a transfer was given back',
      access: { kind: 'partner', abilities: ['confirm-payments'] },
      body: GiveBackRequestSchema,
      response: TransferReturnSchema,
      handle: async (request) => {
        const { returnId = '' } = request.params;
        const { on } = request.body;
        const claim = claimOf(request);
        await database.asTenant(claim, async (tx) => {
          const owed = isUuid(returnId) ? await findReturn(tx, returnId) : null;
          if (owed === null) throw notFound('return-not-found', 'There is no such transfer to give back.');
          if (on < formatDay(dayOf(owed.owedSince)) || on > formatDay(dayOf(now()))) {
            throw badRequest(
              'day-not-possible',
              'The money was given back between the day it was owed and today.',
            );
          }
          if (!(await markGivenBack(tx, returnId, on))) {
            throw conflict('already-given-back', 'Somebody has said so before.');
          }
          const order = (await findOrder(tx, owed.orderId))!;
          const { amountMinor, currency } = owed;
          await recordAudit(tx, {
            action: 'transfer.given-back',
            ...entryOf(order, { on, amountMinor, currency }),
          });
        });
        return json(await oneOf(claim.actor, claim.partnerId, returnId));
      },
    }),
  ];
}
