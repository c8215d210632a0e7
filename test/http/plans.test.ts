import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PLANS = '/api/v1/partners/contoso/plans';
const BY = '2027-03-01';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

function ask(question: object, more: object = {}) {
  const targets = [{ competency: 'data-analytics', level: 'silver' }];
  const costs = { default: { money: 165, hours: 40 } };
  return admin.send('POST', PLANS, { question: { targets, by: BY, costs, ...question }, ...more });
}

/** Waits for the answer of something that was answered 202. */
async function finished(first: Awaited<ReturnType<Browser['send']>>) {
  let view = first.json();
  const place = String(first.headers.location);
  for (let tries = 0; tries < 300 && ['queued', 'running'].includes(view.state); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    view = (await admin.get(place)).json();
  }
  return view;
}

describe('a plan', () => {
  it('is answered with who achieves what, and can be read again', async () => {
    const answer = await ask({});
    expect([201, 202]).toContain(answer.statusCode);
    const plan = await finished(answer);
    expect(plan.failure).toBeNull();
    expect(plan.result).toMatchObject({ status: 'optimal', gap: 0 });
    expect((await admin.get(`${PLANS}/${plan.planId}`)).json()).toEqual(plan);
  }, 60_000);
});
