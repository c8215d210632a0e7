import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { againWhenEnded } from '../../src/store/ended-by-server.ts';
import { account, newPerson, proofOf, showAccount } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type DemoProvider, localProviderOf } from '../support/local-provider.ts';

let server: DemoServer;
let provider: DemoProvider;
beforeAll(async () => {
  server = await demoServer();
  provider = await localProviderOf(server);
});
afterAll(async () => {
  await provider.close();
  await server.close();
});

it('an association that the database ends in favour of another change is made all the same, once', async () => {
  const person = await newPerson(server, 'contoso');
  const proof = proofOf(await showAccount(server, person, account('8900001')));
  const { database } = server.services;
  const { asTenant } = database;
  let ended = 0;
  // Ends the transaction of the confirmation as PostgreSQL does, twice, when everything in it has been done.
  const unlucky: typeof asTenant = (claim, work) =>
    asTenant(claim, async (tx) => {
      const result = await work(tx);
      const { rows } = await sql`select from account_claim where account_id = '8900001'`.execute(tx.sql);
      if (rows.length > 0 && ended < 2) {
        ended += 1;
        await sql`do $$ begin raise exception using errcode = '40P01'; end $$`.execute(tx.sql);
      }
      return result;
    });
  Object.assign(database, { asTenant: unlucky });
  const answer = await person.browser.send('POST', `${proof}/confirm`);
  Object.assign(database, { asTenant });
  expect([answer.statusCode, answer.json().value?.[0]?.accountId, ended]).toEqual([200, '8900001', 2]);
  const { value } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
  expect(value).toHaveLength(1);
});

it('what is ended time after time is told as busy, and any other failure as itself', async () => {
  let attempts = 0;
  const ended = async () => {
    attempts += 1;
    throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  };
  expect(await againWhenEnded(ended)).toEqual({ kind: 'busy' });
  expect(attempts).toBe(5);
  const broken = async () => {
    throw new Error('a bug');
  };
  await expect(againWhenEnded(broken)).rejects.toThrow('a bug');
});
