import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { againWhenEnded } from '../../src/store/ended-by-server.ts';
import { account, associate, newPerson, proofOf, showAccount } from '../support/associating.ts';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { directoryOf } from '../support/directory.ts';
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

/**
 * Does `act` while PostgreSQL ends transactions as it ends deadlocks: twice, when everything in them has been done and
 * `changed` finds a row.
 */
async function inDeadlock<T>(changed: ReturnType<typeof sql>, act: () => Promise<T>) {
  const { database } = server.services;
  const { asTenant } = database;
  let ended = 0;
  const unlucky: typeof asTenant = (claim, work) =>
    asTenant(claim, async (tx) => {
      const result = await work(tx);
      const { rows } = await changed.execute(tx.sql);
      if (rows.length > 0 && ended < 2) {
        ended += 1;
        await sql`do $$ begin raise exception using errcode = '40P01'; end $$`.execute(tx.sql);
      }
      return result;
    });
  Object.assign(database, { asTenant: unlucky });
  try {
    return { answer: await act(), ended };
  } finally {
    Object.assign(database, { asTenant });
  }
}

it('an association that the database ends in favour of another change is made all the same, once', async () => {
  const person = await newPerson(server, 'contoso');
  const proof = proofOf(await showAccount(server, person, account('8900001')));
  const { answer, ended } = await inDeadlock(
    sql`select from account_claim where account_id = '8900001'`,
    () => person.browser.send('POST', `${proof}/confirm`),
  );
  expect([answer.statusCode, answer.json().value?.[0]?.accountId, ended]).toEqual([200, '8900001', 2]);
  const { value } = (await person.browser.get('/api/v1/me/learning-accounts')).json();
  expect(value).toHaveLength(1);
});

it('somebody who is deleted, or leaves, while an association of the account moves, is so all the same', async () => {
  const admin = await server.as('global-admin@contoso.example');
  const [gone, leaver] = [await newPerson(server, 'contoso'), await newPerson(server, 'contoso')];
  await associate(server, gone, account('8900002'));
  const deleted = await inDeadlock(
    sql`select from app_user where user_id = ${gone.userId} and status = 'deleted'`,
    () => admin.send('DELETE', `/api/v1/partners/contoso/users/${gone.userId}`),
  );
  expect([deleted.answer.statusCode, deleted.ended]).toEqual([204, 2]);
  const left = await inDeadlock(
    sql`select from app_user where user_id = ${leaver.userId} and employed_until is not null`,
    () => admin.send('POST', `/api/v1/partners/contoso/users/${leaver.userId}/leave`, { on: '2026-11-30' }),
  );
  expect([left.answer.statusCode, left.answer.json().employedUntil, left.ended]).toEqual([
    200,
    '2026-11-30',
    2,
  ]);
});

it('what a directory changes and deletes in such a moment is changed and deleted, and told once', async () => {
  const directory = await directoryOf(server, 'contoso');
  const sent = { schemas: [], userName: 'crossed@contoso.example', displayName: 'Crossed' };
  const { id } = (await directory.send('POST', '/Users', sent)).json();
  const disabled = await inDeadlock(
    sql`select from app_user where user_id = ${id} and status = 'disabled'`,
    () => directory.patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false }),
  );
  expect([disabled.answer.statusCode, disabled.ended]).toEqual([204, 2]);
  const deleted = await inDeadlock(
    sql`select from app_user where user_id = ${id} and status = 'deleted'`,
    () => directory.send('DELETE', `/Users/${id}`),
  );
  expect([deleted.answer.statusCode, deleted.ended]).toEqual([204, 2]);
  const admin = await server.as('global-admin@contoso.example');
  const { value } = (await admin.get('/api/v1/partners/contoso/audit-events?top=200')).json();
  const about = value.filter(({ subject }: { subject: string }) => subject === `user:${id}`);
  const actions = about.map(({ action }: { action: string }) => action);
  expect(actions.filter((action: string) => action === 'user.disabled')).toHaveLength(1);
  expect(actions.filter((action: string) => action === 'user.deleted')).toHaveLength(1);
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
