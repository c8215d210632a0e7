import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memberships, OrderView } from '../../src/contract/memberships.ts';
import { addDays, formatDay, parseDay } from '../../src/domain/time/day.ts';
import { orderRound } from '../../src/features/memberships/order-round.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { pdfText } from '../support/pdf-text.ts';

const TODAY = '2026-11-21';

let server: DemoServer;
let contoso: Browser;
let fabrikam: Browser;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  contoso = await server.as('account-admin@contoso.example');
  fabrikam = await server.as('partner-admin@fabrikam.example');
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

async function memberships(browser: Browser, partner: string, query = ''): Promise<Memberships> {
  const answer = await browser.get(`/api/v1/partners/${partner}/memberships${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

function order(browser: Browser, partner: string, body: object, headers = {}) {
  return browser.send('POST', `/api/v1/partners/${partner}/orders`, body, headers);
}

function act(browser: Browser, partner: string, { orderId }: OrderView, what: string, body?: object) {
  return browser.send('POST', `/api/v1/partners/${partner}/orders/${orderId}/${what}`, body);
}

async function onDay<T>(day: string, work: () => Promise<T>): Promise<T> {
  const present = server.clock.now;
  server.clock.now = new Date(`${day}T10:00:00Z`);
  try {
    return await work();
  } finally {
    server.clock.now = present;
  }
}

function offerOf({ offers }: Memberships, id: string) {
  return offers.find(({ offer }) => offer === id)!;
}

describe('what a company holds', () => {
  it('is told with its anniversary, its window, its levels and its orders', async () => {
    const { value, nextAnniversary, levels, orders, payment } = await memberships(contoso, 'contoso');
    expect(value.map(({ offer, state }) => [offer, state])).toEqual([['gold', 'active']]);
    expect(value[0]!.anniversary).toBe(nextAnniversary);
    const opens = formatDay(addDays(parseDay(value[0]!.anniversary)!, 1));
    expect(value[0]!.window).toMatchObject({ era: 'partner-center', opens, open: false });
    expect(new Set(levels.map(({ state }) => state))).toContain('active');
    expect(orders.map(({ offer, state }) => [offer, state])).toEqual([
      ['action-pack', 'pending-payment'],
      ['gold', 'active'],
    ]);
    expect(payment.cards?.map(({ plays }) => plays)).toEqual(['accepted', 'refused', 'silent']);
  });

  it('says of each offer what may be done, and else why not', async () => {
    const held = await memberships(contoso, 'contoso');
    expect(offerOf(held, 'silver')).toMatchObject({ act: 'purchase', reason: 'excluded' });
    expect(offerOf(held, 'gold')).toMatchObject({ act: 'renewal', reason: 'window-not-open' });
    expect(offerOf(held, 'action-pack')).toMatchObject({ act: 'purchase', reason: 'order-open' });
    const nothing = await memberships(await server.as('partner-admin@northwind.example'), 'northwind');
    expect(offerOf(nothing, 'gold')).toMatchObject({ act: 'purchase', reason: 'level-undetermined' });
    expect(offerOf(nothing, 'action-pack')).toMatchObject({ reason: null });
  });

  it('of a programme that sells nothing is told so', async () => {
    const answer = await operator.get('/api/v1/programmes/aws-services-path/membership');
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'nothing-sold']);
  });

  it('is not shown to roles that do not look after memberships', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    const refused = await viewer.get('/api/v1/partners/contoso/memberships');
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'role-needed']);
  });
});

describe('an order by card', () => {
  const pack = { offer: 'action-pack', method: 'card' };

  it('that is refused leaves the company as it was', async () => {
    const placed = await order(fabrikam, 'fabrikam', { ...pack, card: 'test-refused' });
    expect([placed.statusCode, placed.json().state]).toEqual([201, 'refused']);
    expect(offerOf(await memberships(fabrikam, 'fabrikam'), 'action-pack').reason).toBeNull();
  });

  it('that nobody answers keeps a second one from being placed, and can be cancelled', async () => {
    const placed = await order(fabrikam, 'fabrikam', { ...pack, card: 'test-silent' });
    expect(placed.json().state).toBe('created');
    const second = await order(fabrikam, 'fabrikam', { ...pack, card: 'test-accepted' });
    expect([second.statusCode, second.json().code]).toEqual([409, 'order-open']);
    expect((await act(fabrikam, 'fabrikam', placed.json(), 'check')).json().state).toBe('created');
    expect((await act(fabrikam, 'fabrikam', placed.json(), 'cancel')).json().state).toBe('cancelled');
  });

  it('is placed once of two at once, and once however often it is sent', async () => {
    const both = await Promise.all([
      order(fabrikam, 'fabrikam', { ...pack, card: 'test-accepted' }, { 'repeatability-request-id': 'one' }),
      order(fabrikam, 'fabrikam', { ...pack, card: 'test-accepted' }, { 'repeatability-request-id': 'two' }),
    ]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    const first = both[0].statusCode === 201 ? 0 : 1;
    const again = await order(
      fabrikam,
      'fabrikam',
      { ...pack, card: 'test-accepted' },
      { 'repeatability-request-id': first === 0 ? 'one' : 'two' },
    );
    expect(again.json().orderId).toBe(both[first]!.json().orderId);
    const { orders, value } = await memberships(fabrikam, 'fabrikam');
    expect(orders.filter(({ offer, state }) => offer === 'action-pack' && state === 'active')).toHaveLength(
      1,
    );
    expect(value.filter(({ offer }) => offer === 'action-pack')).toHaveLength(1);
  });

  it('costs holders of a level less, and its papers say so in both languages', async () => {
    const { orders } = await memberships(fabrikam, 'fabrikam');
    const paid = orders.find(({ offer, state }) => offer === 'action-pack' && state === 'active')!;
    expect(paid).toMatchObject({ amount: { minor: 38_000, currency: 'USD' }, percentOff: 20 });
    expect(paid.documents).toEqual(['invoice', 'proof-of-payment']);
    const paper = async (kind: string, lang: string) => {
      const path = `/api/v1/partners/fabrikam/orders/${paid.orderId}/documents/${kind}?lang=${lang}`;
      const answer = await fabrikam.get(path);
      expect(answer.headers['content-type']).toBe('application/pdf');
      return pdfText(answer.rawPayload).join(' ');
    };
    expect(await paper('invoice', 'fr')).toContain(`Facture ${paid.invoiceNumber}`);
    expect(await paper('invoice', 'en')).toContain('20%');
    expect(await paper('proof-of-payment', 'en')).toContain(paid.invoiceNumber!);
    const none = await fabrikam.get(`/api/v1/partners/fabrikam/orders/${paid.orderId}/documents/credit-note`);
    expect(none.statusCode).toBe(404);
    const invoice = await paper('invoice', 'fr');
    for (const words of [
      'Example Programme Operator Ltd',
      'Fabrikam',
      'Total hors taxes',
      'TVA',
      'Reste à payer',
    ])
      expect(invoice).toContain(words);
    // As it was issued, whatever the company is called afterwards.
    await server.services.database.asTenant(
      { partnerId: 'fabrikam' as PartnerId, actor: { kind: 'system', name: 'test' } },
      (tx) =>
        tx.sql
          .updateTable('partner')
          .set({ legal_name: 'Renamed' })
          .where('partner_id', '=', 'fabrikam')
          .execute(),
    );
    expect(await paper('invoice', 'fr')).toBe(invoice);
  });

  it('that is cancelled in time ends the membership, with a credit note', async () => {
    const { orders } = await memberships(fabrikam, 'fabrikam');
    const paid = orders.find(({ offer, state }) => offer === 'action-pack' && state === 'active')!;
    const cancelled = (await act(fabrikam, 'fabrikam', paid, 'cancel')).json() as OrderView;
    expect(cancelled).toMatchObject({ state: 'cancelled', cancellableUntil: null });
    expect(cancelled.creditNoteNumber).not.toBeNull();
    const { value } = await memberships(fabrikam, 'fabrikam');
    expect(value.filter(({ offer }) => offer === 'action-pack')).toEqual([]);
    const old = orders.find(({ offer }) => offer === 'gold')!;
    const late = await act(fabrikam, 'fabrikam', old, 'cancel');
    expect([late.statusCode, late.json().code]).toEqual([409, 'not-cancellable']);
  });
});

describe('an order by transfer', () => {
  it('is awaited by the operator, who confirms it once', async () => {
    const due = (await operator.get('/api/v1/pending-payments')).json();
    expect(due.value.map(({ partnerId }: { partnerId: string }) => partnerId)).toEqual(['contoso']);
    const pending = due.value[0].order as OrderView;
    const own = await act(contoso, 'contoso', pending, 'confirm-payment', { reference: 'X' });
    expect(own.statusCode).toBe(403);
    const confirmed = await act(operator, 'contoso', pending, 'confirm-payment', { reference: 'BANK 7' });
    expect(confirmed.json()).toMatchObject({ state: 'active', documents: ['invoice', 'proof-of-payment'] });
    const twice = await act(operator, 'contoso', pending, 'confirm-payment', { reference: 'BANK 7' });
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'not-awaited']);
    const { value } = await memberships(contoso, 'contoso');
    expect(value.map(({ offer }) => offer)).toContain('action-pack');
  });

  it('expires on the thirty-first day, however often the day goes round', async () => {
    const northwind = await server.as('partner-admin@northwind.example');
    const placed = (await order(northwind, 'northwind', { offer: 'action-pack', method: 'transfer' })).json();
    expect(placed).toMatchObject({ state: 'pending-payment', payBy: '2026-12-21', documents: ['order'] });
    const stateOn = (day: string) =>
      onDay(day, async () => {
        await orderRound(server.services);
        await orderRound(server.services);
        const { orders } = await memberships(await server.as('partner-admin@northwind.example'), 'northwind');
        return orders[0]!.state;
      });
    expect(await stateOn('2026-12-21')).toBe('pending-payment');
    expect(await stateOn('2026-12-22')).toBe('expired');
  });
});

describe('the numbers of invoices', () => {
  it('have no gaps in a year, whichever company and paper they belong to', async () => {
    const numbers: string[] = [];
    for (const [browser, partner] of [
      [contoso, 'contoso'],
      [fabrikam, 'fabrikam'],
    ] as const) {
      const { orders } = await memberships(browser, partner);
      for (const { invoiceNumber, creditNoteNumber } of orders) {
        numbers.push(...[invoiceNumber, creditNoteNumber].filter((number) => number !== null));
      }
    }
    const year = TODAY.slice(0, 4);
    const expected = numbers.map((_, index) => `${year}-${String(index + 1).padStart(6, '0')}`);
    expect(numbers.sort()).toEqual(expected);
  });
});
