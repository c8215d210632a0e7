import { Readable } from 'node:stream';
import { z } from 'zod';
import { LocaleSchema } from '../../contract/common.ts';
import { BILLING_KINDS, type BillingKind } from '../../contract/memberships.ts';
import { notFound } from '../../http/problem.ts';
import { type Route, route } from '../../http/route.ts';
import { documentsOf } from '../../store/billing-store.ts';
import { claimOf } from '../shared/asked-partner.ts';
import type { Services } from '../shared/services.ts';
import { billedContent, firstDayOf } from './billed-content.ts';
import { foundOrder } from './membership-routes.ts';
import { orderDocument } from './order-document.ts';

function isKind(text: string | undefined): text is BillingKind {
  return BILLING_KINDS.some((kind) => kind === text);
}

export function orderDocumentRoutes({ database, programmes }: Services): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/v1/partners/{partnerId}/orders/{orderId}/documents/{document}',
      summary:
        'A paper of an order as a PDF: the order, the invoice, the proof of payment or the credit note',
      access: { kind: 'partner', abilities: ['memberships', 'confirm-payments'] },
      query: z.strictObject({ lang: LocaleSchema.optional() }),
      files: ['application/pdf'],
      handle: async (request) => {
        const kind = request.params.document;
        const paper = await database.readAsTenant(claimOf(request), async (tx) => {
          const order = await foundOrder(tx, request.params.orderId);
          const programme = programmes.get(order.programme)!;
          const billed = await documentsOf(tx);
          const documents = billed.filter(({ orderId }) => orderId === order.orderId);
          const issued = documents.find((document) => document.kind === 'invoice')?.content ?? null;
          const content = issued ?? (await billedContent(tx, programme, order, firstDayOf(order)));
          return { order, programme, documents, content };
        });
        const locale = request.query.lang ?? request.locale;
        const made = isKind(kind) ? await orderDocument({ ...paper, kind }, locale) : null;
        if (made === null) throw notFound('document-not-found', 'There is no such paper of this order.');
        return { kind: 'file', ...made, content: Readable.from([made.content]) };
      },
    }),
  ];
}
