import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memberships, OrderView, TransferReturns } from '../../src/contract/memberships.ts';
import { orderRound } from '../../src/features/memberships/order-round.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PACK = { offer: 'action-pack', method: 'transfer' };

let server: DemoServer;
let operator: Browser;
let fabrikam: Browser;

beforeAll(async () => {
  server = await demoServer();
  await signIn();
});
afterAll(() => server.close());

async function signIn() {
  operator = await server.as('programme-operator@contoso.example');
  fabrikam = await server.as('partner-admin@fabrikam.example');
}

async function returns(): Promise<TransferReturns> {
  return (await operator.get('/api/v1/transfer-returns')).json();
}

async function placed(): Promise<OrderView> {
  return (await fabrikam.send('POST', '/api/v1/partners/fabrikam/orders', PACK)).json();
}

function act(browser: Browser, { orderId }: OrderView, what: string, body?: object) {
  return browser.send('POST', `/api/v1/partners/fabrikam/orders/${orderId}/${what}`, body);
}

function note(orderReference: string, bankReference: string) {
  return operator.send('POST', '/api/v1/transfer-returns', { orderReference, bankReference });
}

function giveBack(returnId: string, on: string, partner = 'fabrikam') {
  return operator.send('POST', `/api/v1/partners/${partner}/transfer-returns/${returnId}/given-back`, { on });
}

function today(): string {
  return server.clock.now.toISOString().slice(0, 10);
}

async function pass(days: number) {
  server.clock.now = new Date(server.clock.now.getTime() + days * 86_400_000);
  await signIn();
}

describe('a transfer to give back', () => {
  it('is owed once an order that was paid by it is cancelled', async () => {
    expect(await returns()).toEqual({ value: [], givenBack: [] });
    const order = await placed();
    expect((await act(operator, order, 'confirm-payment', { reference: 'BANK 1' })).statusCode).toBe(200);
    expect((await act(fabrikam, order, 'cancel')).statusCode).toBe(200);
    expect((await returns()).value).toMatchObject([
      {
        partnerId: 'fabrikam',
        partnerName: 'Fabrikam',
        orderReference: order.reference,
        cause: 'cancelled',
        amount: order.amount,
        bankReference: 'BANK 1',
        givenBackOn: null,
      },
    ]);
  });

  it('is not owed of an order that was cancelled before it was paid, nor of one paid by card', async () => {
    await act(fabrikam, await placed(), 'cancel');
    const byCard = { offer: 'action-pack', method: 'card', card: 'test-accepted' };
    const paid: OrderView = (await fabrikam.send('POST', '/api/v1/partners/fabrikam/orders', byCard)).json();
    expect((await act(fabrikam, paid, 'cancel')).json().state).toBe('cancelled');
    expect((await returns()).value).toHaveLength(1);
  });

  it('came for an order that waits for none: found by the reference however it was copied', async () => {
    const order = await placed();
    const awaited = await note(order.reference, 'BANK 2');
    expect([awaited.statusCode, awaited.json().code]).toEqual([409, 'transfer-awaited']);
    await pass(31);
    const late = await note(` ${order.reference.toLowerCase().replace('-', ' ')} `, 'BANK 2');
    expect([late.statusCode, late.json().cause]).toEqual([201, 'expired']);
    await orderRound(server.services);
    const again = await note(order.reference, 'BANK 2');
    expect([again.statusCode, again.json().code]).toEqual([409, 'already-noted']);
    const second = await note(order.reference, 'BANK 3');
    expect([second.statusCode, second.json().cause]).toEqual([201, 'expired']);
    expect((await returns()).value.map(({ bankReference }) => bankReference)).toEqual([
      'BANK 1',
      'BANK 2',
      'BANK 3',
    ]);
  });

  it('came a second time for an order that is paid', async () => {
    const memberships: Memberships = (
      await (await server.as('account-admin@contoso.example')).get('/api/v1/partners/contoso/memberships')
    ).json();
    const paid = memberships.orders.find(({ state }) => state === 'active')!;
    const twice = await note(paid.reference, 'BANK 4');
    expect([twice.statusCode, twice.json().cause, twice.json().partnerId]).toEqual([
      201,
      'paid-twice',
      'contoso',
    ]);
  });

  it.each(['J-0000000000', 'J-12', 'no reference'])(
    'is not noted for %s, which no order has',
    async (written) => {
      const answer = await note(written, 'BANK 5');
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'order-not-found']);
    },
  );

  it('is given back on a day between the one it was owed and today, once, and the trail says so', async () => {
    const [first] = (await returns()).value;
    const { returnId, since } = first!;
    await pass(2);
    const tomorrow = new Date(server.clock.now.getTime() + 86_400_000).toISOString().slice(0, 10);
    const before = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10);
    for (const on of [tomorrow, before]) {
      expect((await giveBack(returnId, on)).json().code).toBe('day-not-possible');
    }
    expect((await giveBack(returnId, today(), 'contoso')).statusCode).toBe(404);
    expect((await giveBack(returnId, today())).json().givenBackOn).toBe(today());
    expect((await giveBack(returnId, today())).json().code).toBe('already-given-back');
    const { value, givenBack } = await returns();
    expect(value.map((each) => each.returnId)).not.toContain(returnId);
    expect(givenBack).toMatchObject([{ returnId, bankReference: 'BANK 1' }]);
    const trail = await operator.get('/api/v1/partners/fabrikam/audit-events');
    const actions: string[] = trail.json().value.map(({ action }: { action: string }) => action);
    expect(actions.filter((action) => action.startsWith('transfer.')).sort()).toEqual([
      'transfer.given-back',
      'transfer.to-give-back',
      'transfer.to-give-back',
      'transfer.to-give-back',
    ]);
  });

  it('is the business of the operator alone', async () => {
    const refused = await fabrikam.get('/api/v1/transfer-returns');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-needed']);
  });
});
