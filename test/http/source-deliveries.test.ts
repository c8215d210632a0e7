/** Records that sources push: signed by their keys, each answered, applied once, kept when they fail. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/http/delivery-signature.ts';
import { ownerOf } from '../store/support/store-servers.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const SOURCE = 'microsoft-learning';
const RECORDS = `/api/v1/sources/${SOURCE}/records`;
const KEYS = `/api/v1/sources/${SOURCE}/keys`;

let server: DemoServer;
let operator: Browser;
let secret: string;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
  secret = await newKey('first');
});
afterAll(() => server.close());

async function newKey(label: string, replaceAfterHours?: number): Promise<string> {
  const made = await operator.send('POST', KEYS, {
    label,
    ...(replaceAfterHours !== undefined && { replaceAfterHours }),
  });
  expect(made.statusCode).toBe(201);
  return made.json().secret;
}

interface Signing {
  readonly id?: string;
  readonly key?: string;
  readonly at?: Date;
  readonly url?: string;
  /** What is sent in place of what was signed. */
  readonly sent?: string;
}

let deliveries = 0;

function deliver(records: readonly object[], signing: Signing = {}) {
  const { id = `delivery-${++deliveries}`, key = secret, at = server.clock.now, url = RECORDS } = signing;
  const body = JSON.stringify({ records });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return server.app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatureOf(key, id, timestamp, Buffer.from(body)),
    },
    payload: signing.sent ?? body,
  });
}

function record(externalId: string, more: object = {}) {
  return {
    externalId,
    accountId: `push-${externalId}`,
    skill: 'exam:70-761',
    achievedOn: '2026-11-01',
    ...more,
  };
}

async function sourceView(sourceId = SOURCE) {
  const { value } = (await operator.get('/api/v1/sources')).json();
  return value.find((source: { sourceId: string }) => source.sourceId === sourceId);
}

async function rejections() {
  return (await operator.get(`/api/v1/sources/${SOURCE}/rejections`)).json().value;
}

describe('a signature', () => {
  it('is that of Standard Webhooks', () => {
    // The example of the specification's reference libraries.
    const value = signatureOf(
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '1614265330',
      Buffer.from('{"test": 2432232314}'),
    );
    expect(value).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('of a key of the source opens the delivery of that source and nothing else', async () => {
    const kept = await deliver([record('a')]);
    expect([kept.statusCode, kept.json().value[0].result]).toEqual([200, 'created']);
    const other = await deliver([record('b')], { url: '/api/v1/sources/partner-university/records' });
    expect([other.statusCode, other.json().code]).toEqual([401, 'signature-not-valid']);
    const timestamp = String(Math.floor(server.clock.now.getTime() / 1000));
    const users = await server.app.inject({
      url: '/api/v1/partners/contoso/users',
      headers: {
        'webhook-id': 'x',
        'webhook-timestamp': timestamp,
        'webhook-signature': signatureOf(secret, 'x', timestamp, Buffer.alloc(0)),
      },
    });
    expect(users.statusCode).toBe(401);
  });

  it('holds for the bytes that were signed, at the time at which they were', async () => {
    const changed = await deliver([record('c')], { sent: JSON.stringify({ records: [record('d')] }) });
    expect([changed.statusCode, changed.json().code]).toEqual([401, 'signature-not-valid']);
    const minutes = (number: number) => new Date(server.clock.now.getTime() + number * 60_000);
    for (const at of [minutes(-6), minutes(6)]) {
      const late = await deliver([record('c')], { at });
      expect([late.statusCode, late.json().code]).toEqual([401, 'signature-too-old']);
    }
    expect((await deliver([record('c')], { at: minutes(-4) })).statusCode).toBe(200);
    const unsigned = await server.app.inject({ method: 'POST', url: RECORDS, payload: { records: [] } });
    expect([unsigned.statusCode, unsigned.json().code]).toEqual([401, 'not-signed-in']);
    const incomplete = await server.app.inject({
      method: 'POST',
      url: RECORDS,
      headers: { 'webhook-signature': 'v1,x' },
      payload: { records: [] },
    });
    expect([incomplete.statusCode, incomplete.json().code]).toEqual([401, 'signature-incomplete']);
  });

  it('of a replaced key holds beside the new one for the hours given, of a revoked one not at all', async () => {
    const begin = server.clock.now;
    const old = secret;
    secret = await newKey('second', 2);
    expect((await deliver([record('e')], { key: old })).statusCode).toBe(200);
    expect((await deliver([record('e')])).statusCode).toBe(200);
    server.clock.now = new Date(begin.getTime() + 2 * 3_600_000);
    expect((await deliver([record('e')], { key: old })).statusCode).toBe(401);
    expect((await deliver([record('e')])).statusCode).toBe(200);
    const { keys } = await sourceView();
    expect(keys.map(({ label }: { label: string }) => label)).toEqual(['second']);
    expect(keys[0].lastUsedAt).toBe(server.clock.now.toISOString());
    const doomed = await newKey('doomed');
    const { keyId } = (await sourceView()).keys.find(({ label }: { label: string }) => label === 'doomed');
    expect((await operator.send('DELETE', `${KEYS}/${keyId}`)).statusCode).toBe(204);
    expect((await deliver([record('e')], { key: doomed })).statusCode).toBe(401);
    expect((await operator.send('DELETE', `${KEYS}/${keyId}`)).statusCode).toBe(404);
    server.clock.now = begin;
  });

  it('is made by operators alone, five keys at most, and the database does not hold the secret', async () => {
    const support = await server.as('programme-support@contoso.example');
    expect((await support.send('POST', KEYS, { label: 'no' })).statusCode).toBe(403);
    const another = '/api/v1/sources/partner-university/keys';
    for (let number = 0; number < 5; number++) {
      expect((await operator.send('POST', another, { label: `key ${number}` })).statusCode).toBe(201);
    }
    const sixth = await operator.send('POST', another, { label: 'one more' });
    expect([sixth.statusCode, sixth.json().code]).toEqual([409, 'too-many-keys']);
    const held = await asOwner('select sealed_secret from jalon.source_key');
    const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64');
    expect(held.length).toBeGreaterThan(5);
    expect(
      held.some(({ sealed_secret }) => {
        const sealed = sealed_secret as Buffer;
        return sealed.includes(bytes) || sealed.includes(secret);
      }),
    ).toBe(false);
  });
});

async function asOwner(...statements: string[]) {
  const client = new pg.Client(ownerOf(server.dataFolder));
  await client.connect();
  try {
    await client.query("select set_config('jalon.scope', 'network', false)");
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe('a delivery', () => {
  it('answers each record with its place: created, corrected, unchanged or refused and why', async () => {
    await deliver([record('known'), record('corrected')]);
    const answer = await deliver([
      record('new'),
      record('known'),
      record('corrected', { expiresOn: '2027-11-01' }),
      record('', {}),
      record('skill', { skill: '70-761' }),
      record('day', { achievedOn: '2026-02-30' }),
      record('backwards', { expiresOn: '2026-10-31' }),
      record('twice'),
      record('twice', { certificateNumber: 'C-2' }),
      record('twice', { certificateNumber: 'C-2' }),
    ]);
    expect(
      answer
        .json()
        .value.map((one: Record<string, unknown>) => [one.index, one.externalId, one.result, one.reason]),
    ).toEqual([
      [0, 'new', 'created', null],
      [1, 'known', 'unchanged', null],
      [2, 'corrected', 'updated', null],
      [3, '', 'rejected', 'missing-value'],
      [4, 'skill', 'rejected', 'bad-skill-id'],
      [5, 'day', 'rejected', 'bad-date'],
      [6, 'backwards', 'rejected', 'expires-before-achieved'],
      [7, 'twice', 'created', null],
      [8, 'twice', 'updated', null],
      [9, 'twice', 'unchanged', null],
    ]);
    const living = await asOwner(
      `select external_id, expires_on::text, certificate_number from jalon.skill_record
       where source = '${SOURCE}' and external_id in ('corrected', 'twice') and voided_at is null order by external_id`,
    );
    expect(living).toEqual([
      { external_id: 'corrected', expires_on: '2027-11-01', certificate_number: null },
      { external_id: 'twice', expires_on: null, certificate_number: 'C-2' },
    ]);
  });

  it('sent again under its name changes nothing, also when a correction has come meanwhile', async () => {
    const first = await deliver([record('later')], { id: 'once' });
    await deliver([record('later', { revokedOn: '2026-11-10' })]);
    const again = await deliver([record('later')], { id: 'once' });
    expect(again.json().value[0]).toMatchObject({ result: 'unchanged' });
    const living = await asOwner(
      `select record_id, revoked_on::text from jalon.skill_record where external_id = 'later' and voided_at is null`,
    );
    expect(living[0]!.revoked_on).toBe('2026-11-10');
    expect(again.json().value[0].recordId).toBe(living[0]!.record_id);
    expect(first.json().value[0].recordId).not.toBe(living[0]!.record_id);
    const another = await deliver([record('another')], { id: 'once' });
    expect([another.statusCode, another.json().code]).toEqual([409, 'delivery-name-used']);
  });

  it('may name one record on two accounts at the same moment, and one of them is kept', async () => {
    const moved = (accountId: string) => deliver([record('racing', { accountId })]);
    const answers = await Promise.all(['race-1', 'race-2', 'race-3', 'race-4'].map(moved));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    const living = await asOwner(
      `select account_id from jalon.skill_record where external_id = 'racing' and voided_at is null`,
    );
    expect(living).toHaveLength(1);
  });

  it('of more than 10,000 records is refused whole', async () => {
    const many = Array.from({ length: 10_001 }, (_, number) => record(`many-${number}`));
    const answer = await deliver(many);
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, 'records']);
  });

  it('shows in the reports of the company at once', async () => {
    const admin = await server.as('partner-admin@contoso.example');
    const search = '/api/v1/partners/contoso/skills-report?search=70-467&all=true';
    const before = (await admin.get(search)).json().total;
    await deliver([
      record('shown', { accountId: '9900101', skill: 'exam:70-467', achievedOn: '2016-11-02' }),
    ]);
    expect((await admin.get(search)).json().total).toBe(before + 1);
  });
});

describe('the health of a source', () => {
  it('tells when it delivered last, how late its records come, and what was refused', async () => {
    expect((await sourceView('partner-university')).state).toBe('never');
    // After all that came before.
    server.clock.now = new Date(server.clock.now.getTime() + 3 * 3_600_000);
    await deliver([
      record('late-1', { achievedOn: '2026-11-18' }),
      record('late-2', { achievedOn: '2026-11-19' }),
    ]);
    const view = await sourceView();
    expect(view).toMatchObject({
      state: 'delivers',
      recognised: true,
      lastDeliveryAt: server.clock.now.toISOString(),
      latestCompletion: '2026-11-19',
      lagDays: 3,
      failedDeliveries: 0,
    });
    expect(view.openRejections).toBe((await rejections()).length);
    const begin = server.clock.now;
    server.clock.now = new Date(begin.getTime() + 73 * 3_600_000);
    operator = await server.as('programme-operator@contoso.example');
    expect((await sourceView()).state).toBe('silent');
    server.clock.now = begin;
  });

  it('lets a refused record be put right, be accepted when the source sends it right, or be put aside', async () => {
    await deliver([
      record('r1', { skill: 'sql' }),
      record('r2', { skill: 'sql' }),
      record('r3', { skill: 'sql' }),
    ]);
    await deliver([record('r1', { skill: 'sql-2' })]);
    const open = async (name: string) =>
      (await rejections()).find((one: { name: string }) => one.name === name);
    expect(await open('r1')).toMatchObject({ times: 2, reason: 'bad-skill-id', record: { skill: 'sql-2' } });
    const at = async (name: string) =>
      `/api/v1/sources/${SOURCE}/rejections/${(await open(name)).rejectionId}`;
    const still = await operator.send('POST', `${await at('r1')}/retry`, {});
    expect(still.json()).toEqual({ result: 'rejected', reason: 'bad-skill-id' });
    const right = await operator.send('POST', `${await at('r1')}/retry`, { skill: 'exam:70-762' });
    expect(right.json()).toEqual({ result: 'created', reason: null });
    expect(await open('r1')).toBeUndefined();
    await deliver([record('r2')]);
    expect(await open('r2')).toBeUndefined();
    expect((await operator.send('POST', `${await at('r3')}/put-aside`)).statusCode).toBe(204);
    expect(await open('r3')).toBeUndefined();
  });

  it('keeps a delivery that failed whole, to be applied again by the operator or by its sender', async () => {
    await asOwner(
      'set role none',
      `create function jalon.planted_failure() returns trigger language plpgsql as $$
         begin raise exception 'planted' using errcode = 'P0001'; end $$`,
      'create trigger planted before insert on jalon.skill_record for each statement execute function jalon.planted_failure()',
    );
    const batch = [record('f1'), record('f2')];
    expect((await deliver(batch, { id: 'failing' })).statusCode).toBe(500);
    expect((await deliver([record('f3')], { id: 'failing-too' })).statusCode).toBe(500);
    expect(await sourceView()).toMatchObject({ state: 'failing', failedDeliveries: 2 });
    await asOwner('drop trigger planted on jalon.skill_record', 'drop function jalon.planted_failure()');
    const deliveriesOf = async () =>
      (await operator.get(`/api/v1/sources/${SOURCE}/deliveries`)).json().value;
    const failed = (await deliveriesOf()).find((one: { name: string }) => one.name === 'failing');
    expect(failed).toMatchObject({ state: 'failed', failure: 'P0001', records: 2, created: 0 });
    const repeat = `/api/v1/sources/${SOURCE}/deliveries/${failed.deliveryId}/repeat`;
    expect((await operator.send('POST', repeat)).json()).toMatchObject({ records: 2, created: 2 });
    expect((await operator.send('POST', repeat)).statusCode).toBe(404);
    // The sender of the other one tries again by itself.
    expect((await deliver([record('f3')], { id: 'failing-too' })).json().value[0].result).toBe('created');
    // Nor is what the operator repeated applied once more when its sender comes back.
    expect((await deliver(batch, { id: 'failing' })).json().value[0].result).toBe('unchanged');
    expect(await sourceView()).toMatchObject({ state: 'delivers', failedDeliveries: 0 });
    expect(
      (await deliveriesOf()).filter(({ state }: { state: string }) => state === 'repeated'),
    ).toHaveLength(2);
  });
});
