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

const SYSTEM = { kind: 'system', name: 'test' } as const;

it('an association that the database ends in favour of another change is made all the same', async () => {
  const person = await newPerson(server, 'contoso');
  const proof = proofOf(await showAccount(server, person, account('8900001')));
  const confirming = server.services.database.asNetwork({ actor: SYSTEM }, async (tx) => {
    await sql`select from partner_evidence where partner_id = 'contoso' for update`.execute(tx.sql);
    // Begins at once: what `send` answers waits until somebody asks for it.
    const confirmed = Promise.resolve(person.browser.send('POST', `${proof}/confirm`));
    let waiting = false;
    for (const until = Date.now() + 10_000; !waiting && Date.now() < until; ) {
      const { rows } = await sql`select from pg_locks where not granted`.execute(tx.sql);
      waiting = rows.length > 0;
    }
    // The confirmation holds the user and waits for the evidence; it has waited longest, so it is the one that is ended.
    await sql`select from app_user where user_id = ${person.userId} for update`.execute(tx.sql);
    return { confirmed, waiting };
  });
  const { confirmed, waiting } = await confirming;
  expect(waiting).toBe(true);
  const answer = await confirmed;
  expect([answer.statusCode, answer.json().value?.[0]?.accountId]).toEqual([200, '8900001']);
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
