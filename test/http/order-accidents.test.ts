import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Memberships, OrderView } from '../../src/contract/memberships.ts';
import { orderRound } from '../../src/features/memberships/order-round.ts';
import type { PaymentGateway } from '../../src/features/shared/payment-gateway.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PACK = { offer: 'action-pack', method: 'card', card: 'test-accepted' };
const MINUTE_MS = 60_000;

let server: DemoServer;
let gateway: PaymentGateway;
let admin: Browser;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  gateway = server.services.payments!;
  admin = await server.as('partner-admin@fabrikam.example');
  operator = await server.as('programme-operator@contoso.example');
});
afterEach(async () => {
  vi.restoreAllMocks();
  // The orders of the next test are later ones.
  server.clock.now = new Date(server.clock.now.getTime() + MINUTE_MS);
  const { orders } = await memberships();
  for (const order of orders) if (order.cancellableUntil !== null) await act(order, 'cancel');
});
afterAll(() => server.close());

async function memberships(): Promise<Memberships> {
  return (await admin.get('/api/v1/partners/fabrikam/memberships')).json();
}

function order(body: object, requestId?: string) {
  const headers: Record<string, string> =
    requestId === undefined ? {} : { 'repeatability-request-id': requestId };
  return admin.send('POST', '/api/v1/partners/fabrikam/orders', body, headers);
}

function act({ orderId }: Pick<OrderView, 'orderId'>, what: string, partner = 'fabrikam') {
  return admin.send('POST', `/api/v1/partners/${partner}/orders/${orderId}/${what}`);
}

async function lastOrder(): Promise<OrderView> {
  return (await memberships()).orders[0]!;
}

async function packsHeld(): Promise<number> {
  return (await memberships()).value.filter(({ offer }) => offer === 'action-pack').length;
}

describe('a process that ends between the order and the charge', () => {
  it('leaves an order that the same request, sent again, charges once', async () => {
    const charge = vi.spyOn(gateway, 'charge').mockRejectedValueOnce(new Error('the process ended'));
    expect((await order(PACK, 'cut-short')).statusCode).toBe(500);
    expect(await lastOrder()).toMatchObject({ state: 'created', invoiceNumber: null });
    const again = await order(PACK, 'cut-short');
    expect([again.statusCode, again.json().state]).toEqual([201, 'active']);
    expect(charge).toHaveBeenCalledTimes(2);
    expect(await packsHeld()).toBe(1);
  });

  it('leaves an order that ends by itself when nobody sends it again', async () => {
    vi.spyOn(gateway, 'charge').mockRejectedValueOnce(new Error('the process ended'));
    await order(PACK);
    await orderRound(server.services);
    expect(await lastOrder()).toMatchObject({ state: 'created' });
    expect((await order(PACK)).json().code).toBe('order-open');
    server.clock.now = new Date(server.clock.now.getTime() + 16 * MINUTE_MS);
    await orderRound(server.services);
    expect(await lastOrder()).toMatchObject({ state: 'expired' });
    expect((await order(PACK)).json().state).toBe('active');
  });
});

describe('a card that is charged while its order is cancelled', () => {
  it('gets its money back, and nothing was bought', async () => {
    const refund = vi.spyOn(gateway, 'refund');
    vi.spyOn(gateway, 'charge').mockImplementationOnce(async ({ orderId }) => {
      expect((await act({ orderId }, 'cancel')).json().state).toBe('cancelled');
      refund.mockClear();
      return { kind: 'accepted', reference: 'LATE' };
    });
    const placed = await order(PACK);
    expect(placed.json()).toMatchObject({ state: 'cancelled', invoiceNumber: null });
    expect(refund).toHaveBeenCalledExactlyOnceWith(placed.json().orderId);
    expect(await packsHeld()).toBe(0);
  });

  it('keeps its order when the money cannot be given back now', async () => {
    const { orderId } = (await order(PACK)).json() as OrderView;
    vi.spyOn(gateway, 'refund').mockResolvedValueOnce('not-now');
    const refused = await act({ orderId }, 'cancel');
    expect([refused.statusCode, refused.json().code]).toEqual([502, 'refund-failed']);
    expect(await lastOrder()).toMatchObject({ orderId, state: 'active', creditNoteNumber: null });
    expect((await act({ orderId }, 'cancel')).json()).toMatchObject({ state: 'cancelled' });
  });
});

describe('two at once', () => {
  it('that send the same request are answered by one order, charged once', async () => {
    const both = await Promise.all([order(PACK, 'double'), order(PACK, 'double')]);
    const [first, second] = both.map((answer) => answer.json() as OrderView);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
    expect(second!.orderId).toBe(first!.orderId);
    const { orders } = await memberships();
    expect(orders.filter(({ state }) => state === 'active').map(({ offer }) => offer)).toEqual([
      'action-pack',
      'gold',
    ]);
  });

  it('that cancel one order end it once, with one credit note', async () => {
    const placed = (await order(PACK)).json() as OrderView;
    const both = await Promise.all([act(placed, 'cancel'), act(placed, 'cancel')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect((await lastOrder()).creditNoteNumber).not.toBeNull();
  });

  it('who confirm one transfer make one membership of it', async () => {
    const placed = (await order({ offer: 'action-pack', method: 'transfer' })).json() as OrderView;
    const path = `/api/v1/partners/fabrikam/orders/${placed.orderId}/confirm-payment`;
    const both = await Promise.all(
      ['BANK 1', 'BANK 2'].map((reference) => operator.send('POST', path, { reference })),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await packsHeld()).toBe(1);
  });
});

describe('an order that is not there', () => {
  it.each(['check', 'cancel'])('cannot be named in %s', async (what) => {
    for (const orderId of ['nothing', '-1', "'; drop table partner; --", crypto.randomUUID()]) {
      const answer = await act({ orderId: encodeURIComponent(orderId) }, what);
      expect([orderId, answer.statusCode]).toEqual([orderId, 404]);
    }
  });

  it('is one of another company, too', async () => {
    const due = (await operator.get('/api/v1/pending-payments')).json();
    const { order: foreign, partnerId } = due.value[0] as { order: OrderView; partnerId: string };
    expect(partnerId).toBe('contoso');
    for (const what of ['check', 'cancel']) {
      expect((await act(foreign, what)).statusCode).toBe(404);
      expect((await act(foreign, what, 'contoso')).statusCode).toBe(404);
    }
    const paper = (partner: string, document: string) =>
      admin.get(`/api/v1/partners/${partner}/orders/${foreign.orderId}/documents/${document}`);
    expect((await paper('fabrikam', 'order')).statusCode).toBe(404);
    expect((await paper('contoso', 'order')).statusCode).toBe(404);
    const path = `/api/v1/partners/fabrikam/orders/${foreign.orderId}/confirm-payment`;
    expect((await operator.send('POST', path, { reference: 'X' })).statusCode).toBe(404);
  });

  it('is not placed by a request that says too much, too little or nonsense', async () => {
    for (const [body, status] of [
      [{ ...PACK, price: -1 }, 400],
      [{ offer: 'action-pack', method: 'cash' }, 400],
      [{ offer: 'action-pack', method: 'card' }, 400],
      [{ offer: 'platinum', method: 'transfer' }, 404],
      [{ offer: '', method: 'transfer' }, 404],
      [{ ...PACK, programme: 'nothing' }, 404],
      [{}, 400],
    ] as const) {
      expect([body, (await order(body)).statusCode]).toEqual([body, status]);
    }
    expect((await memberships()).orders.every(({ state }) => state !== 'created')).toBe(true);
  });
});
