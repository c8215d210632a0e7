/** The trails of all companies, searched by the operator. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAudits } from '../../src/store/audit-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const PATH = '/api/v1/network/audit-events';

let server: DemoServer;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

async function read(query = '') {
  const answer = await operator.get(`${PATH}${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

type Entry = { partnerId: string; sequence: number; at: string; action: string; subject: string | null };
const keyOf = ({ partnerId, sequence }: Entry) => `${partnerId} ${sequence}`;

/** Entries of one instant in the trail of a company. */
async function planted(partnerId: string, actor: string, count: number) {
  const claim = { partnerId: partnerId as PartnerId, actor: { kind: 'system', name: actor } } as const;
  const entries = Array.from({ length: count }, (_, place) => ({
    action: 'company.enrolled',
    subject: `planted:${place}`,
    details: { place },
  }));
  await server.services.database.asTenant(claim, (tx) => recordAudits(tx, entries));
}

describe('the trails of all companies', () => {
  it('are one list, newest first, in words, with the names of companies and people', async () => {
    await server.as('partner-admin@contoso.example');
    const { value } = await read('?top=50');
    expect(new Set(value.map(({ partnerId }: Entry) => partnerId)).size).toBeGreaterThan(1);
    const times = value.map(({ at }: Entry) => at);
    expect(times).toEqual([...times].sort().reverse());
    const signIn = value.find(
      ({ action, partnerId }: Entry) => action.startsWith('sign-in') && partnerId === 'contoso',
    );
    expect(signIn).toMatchObject({ partnerName: 'Contoso Conseil' });
    expect(signIn.label.fr).not.toBe(signIn.label.en);
  });

  it('are paged without a gap or a repetition, also among entries of one instant', async () => {
    for (const company of ['contoso', 'northwind', 'fabrikam']) await planted(company, 'paging', 7);
    const seen: string[] = [];
    let link: string | null = `${PATH}?actor=system:paging&top=4`;
    while (link !== null) {
      const page: { value: Entry[]; nextLink: string | null } = (await operator.get(link)).json();
      seen.push(...page.value.map(keyOf));
      link = page.nextLink;
    }
    expect(seen).toHaveLength(21);
    expect(new Set(seen).size).toBe(21);
    expect(seen).toEqual((await read('?actor=system:paging&top=500')).value.map(keyOf));
  });

  it('are found by company, kind of event, subject, day and the address of whoever acted', async () => {
    await planted('fabrikam', 'finding', 3);
    const one = await read(
      '?company=fabrikam&action=company.enrolled&subject=planted:1&actor=system:finding',
    );
    expect(one.value).toMatchObject([{ partnerId: 'fabrikam', subject: 'planted:1', details: { place: 1 } }]);
    const day = one.value[0].at.slice(0, 10);
    expect((await read(`?actor=system:finding&from=${day}&until=${day}`)).value).toHaveLength(3);
    expect((await read('?actor=system:finding&until=2001-01-01')).value).toEqual([]);
    const by = await read('?actor=programme-operator@contoso.example&action=network-audit.read&top=1');
    expect(by.value).toMatchObject([{ partnerId: 'network', actorName: expect.stringContaining(' ') }]);
    expect((await read('?actor=nobody@contoso.example')).value).toEqual([]);
  });

  it('tell in the trail of the network who asked what, people by their ids alone', async () => {
    await read('?subject=partner-admin@contoso.example');
    const { value } = await read('?company=network&action=network-audit.read&top=1');
    expect(value[0].details.subjects).toEqual([expect.stringMatching(/^user:[0-9a-f-]{36}$/)]);
    expect(JSON.stringify(value[0])).not.toContain('@');
  });

  it('are downloaded as one file in the order of the screen', async () => {
    await planted('northwind', 'filing', 2);
    const own = await operator.get(`${PATH}?company=network&format=csv&lang=fr`);
    expect(own.body.split('\n')[1]).toContain(';network;Réseau;');
    const file = await operator.get(`${PATH}?actor=system:filing&format=csv&lang=fr`);
    expect(file.headers['content-type']).toContain('text/csv');
    const lines = file.body.trim().split(/\r?\n/);
    expect(lines[0]).toContain("Identifiant de l'entreprise;Entreprise;");
    expect(lines.slice(1).map((line) => line.split(';')[8])).toEqual(['planted:1', 'planted:0']);
    const { value } = await read('?company=network&action=network-audit.downloaded');
    expect(value[0].details).toEqual({ actors: ['system:filing'] });
  });

  it('name nobody who was erased', async () => {
    const { services } = server;
    const actor = { kind: 'system', name: 'test' } as const;
    const found = await services.database.asNetwork({ actor }, (tx) =>
      tx.sql
        .selectFrom('user_contact')
        .select(['user_id', 'work_email'])
        .where('partner_id', '=', 'northwind')
        .where('work_email', 'like', '%@northwind.example')
        .orderBy('work_email')
        .executeTakeFirstOrThrow(),
    );
    const claim = { partnerId: 'northwind' as PartnerId, actor } as const;
    const entry = { action: 'company.enrolled', subject: `user:${found.user_id}`, details: {} };
    await services.database.asTenant(claim, (tx) => recordAudits(tx, [entry]));
    const question = `?company=northwind&subject=${found.user_id}&action=company.enrolled`;
    expect((await read(question)).value[0].subjectName).not.toBeNull();
    await services.database.asTenant(claim, (tx) =>
      tx.sql.deleteFrom('user_contact').where('user_id', '=', found.user_id).execute(),
    );
    expect((await read(question)).value[0]).toMatchObject({
      subject: `user:${found.user_id}`,
      subjectName: null,
    });
  });

  it('are closed to support and to companies, who are told the role that may', async () => {
    const support = await server.as('programme-support@contoso.example');
    const refused = await support.get(PATH);
    expect([refused.statusCode, refused.json().neededRoles]).toEqual([403, ['programme-operator']]);
    const admin = await server.as('global-admin@contoso.example');
    expect((await admin.get(PATH)).statusCode).toBe(403);
  });

  it('refuse a page that nobody gave out, naming the field', async () => {
    const answer = await operator.get(`${PATH}?after=yesterday`);
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([400, 'after']);
  });
});
