/** Records that came with a work e-mail alone, as operators see them over all companies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
  const admin = await server.as('partner-admin@northwind.example');
  const { value } = (await admin.get('/api/v1/partners/northwind/users')).json();
  const [person] = value;
  const lines = [
    'work e-mail,provider,skill id,achieved on',
    `${person.workEmail},partner-university,exam:70-764,2018-01-10`,
    'nobody_here@northwind.example,partner-university,exam:70-765,2018-02-10',
  ];
  const imports = '/api/v1/partners/northwind/imports';
  const { importId } = (await admin.upload(imports, 'records.csv', `${lines.join('\n')}\n`)).json();
  await until(admin, `${imports}/${importId}`, 'ready');
  await admin.send('POST', `${imports}/${importId}/apply`);
  await until(admin, `${imports}/${importId}`, 'done');
});
afterAll(() => server.close());

async function until(browser: Browser, address: string, state: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if ((await browser.get(address)).json().state === state) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the import does not become ${state}`);
}

async function queue(search = '') {
  return (await operator.get(`/api/v1/unmatched-records?search=${encodeURIComponent(search)}`)).json();
}

describe('the queue of records without account', () => {
  it('says of each whose it would be and why it waits', async () => {
    const { value, count } = await queue('northwind');
    expect(count).toBe(2);
    const causes = value.map(({ skill, cause, userId }: Record<string, unknown>) => [
      skill,
      cause,
      userId !== null,
    ]);
    expect(causes.sort()).toEqual([
      ['exam:70-764', 'not-associated', true],
      ['exam:70-765', 'no-user', false],
    ]);
    // An underscore is a letter like any other.
    expect((await queue('nobody_here')).count).toBe(1);
    expect((await queue('nobody%here')).count).toBe(0);
  });

  it('lets an operator take one out for good, and nobody else', async () => {
    const { value } = await queue('nobody_here');
    const address = `/api/v1/partners/northwind/unmatched-records/${value[0].recordId}/withdraw`;
    const support = await server.as('programme-support@contoso.example');
    expect((await support.send('POST', address)).statusCode).toBe(403);
    expect((await operator.send('POST', address.replace('northwind', 'contoso'))).statusCode).toBe(404);
    expect((await operator.send('POST', address)).statusCode).toBe(204);
    expect((await operator.send('POST', address)).statusCode).toBe(404);
    expect((await queue('nobody_here')).count).toBe(0);
  });
});
