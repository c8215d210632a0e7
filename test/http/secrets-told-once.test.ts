import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRun } from '../../src/contract/imports.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const contoso = '/api/v1/partners/contoso';
const READERS = ['global-admin', 'user-admin', 'programme-operator', 'programme-support'];

let server: DemoServer;
let admin: Browser;
beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

async function settled(importId: string): Promise<ImportRun> {
  for (let tries = 0; tries < 2_000; tries++) {
    const run = (await admin.get(`${contoso}/imports/${importId}`)).json() as ImportRun;
    if (run.state !== 'checking' && run.state !== 'applying') return run;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the import does not end');
}

/** Every row of every table as text, whoever it belongs to. */
async function wholeDatabase(): Promise<string> {
  const system = { kind: 'system', name: 'test' } as const;
  return server.services.database.asNetwork({ actor: system }, async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select quote_ident(relname) as name from pg_class
      where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace
        and has_table_privilege(oid, 'select')`.execute(tx.sql);
    expect(tables.length).toBeGreaterThan(30);
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(
        tx.sql,
      );
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  });
}

/** What every address answers that names the person or the import, to each who may read such things. */
async function allAnswers(ids: Readonly<Record<string, string>>): Promise<string> {
  const texts: string[] = [];
  for (const role of READERS) {
    const browser = await server.as(`${role}@contoso.example`);
    for (const route of server.routes.filter(({ method }) => method === 'GET')) {
      const url = route.path.replace(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? 'nothing');
      texts.push((await browser.get(url.endsWith('/search') ? `${url}?q=seen` : url)).body);
    }
  }
  return texts.join('\n');
}

describe('the secret of a first sign-in, once it was told', () => {
  const told: string[] = [];
  const ids: Record<string, string> = { partnerId: 'contoso' };

  it('was told with the person who was added, with a reset, and with the log of a file', async () => {
    const person = { firstName: 'Sena', lastName: 'Seen', workEmail: 'seen@contoso.example' };
    const added = (await admin.send('POST', `${contoso}/users`, person)).json();
    told.push(added.firstSignIn.temporaryPassword);
    ids.userId = added.user.userId;
    const reset = await admin.send('POST', `${contoso}/users/${ids.userId}/reset-sign-in`);
    told.push(reset.json().firstSignIn.temporaryPassword);
    const text = 'first name,last name,work e-mail\nSeen,Two,seen2@contoso.example\n';
    ids.importId = (await admin.upload(`${contoso}/imports`, 'seen.csv', text)).json().importId;
    await settled(ids.importId!);
    await admin.send('POST', `${contoso}/imports/${ids.importId}/apply`);
    await settled(ids.importId!);
    const log = await admin.get(`${contoso}/imports/${ids.importId}/log`);
    // A word of its own: the groups of an identifier can look like those of a secret.
    told.push(/(?<![\w-])([a-z2-9]{4}-){4}[a-z2-9]{4}(?![\w-])/.exec(log.body)![0]);
    expect(new Set(told).size).toBe(3);
  });

  it('is in no answer of any address, for nobody', async () => {
    const answers = await allAnswers(ids);
    expect(answers).toContain('seen@contoso.example');
    expect(told.filter((secret) => answers.includes(secret))).toEqual([]);
  });

  it('is in no mail, and in no row of the database', async () => {
    const mails = (await server.mails('contoso')).filter(({ to }) => to.startsWith('seen'));
    expect(mails.map(({ kind }) => kind).sort()).toEqual(['first-sign-in', 'first-sign-in', 'first-sign-in']);
    const rows = await wholeDatabase();
    const links = mails.map(({ text }) => /\/welcome\/([\w-]{43})/.exec(text)![1]!);
    // The addresses of the people are there: all tables have been looked at.
    expect(rows).toContain('seen2@contoso.example');
    const written = mails.map(({ text }) => text).join();
    expect(told.filter((secret) => written.includes(secret))).toEqual([]);
    for (const secret of [...told, ...links]) {
      const forms = [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')];
      expect(forms.filter((form) => rows.includes(form))).toEqual([]);
    }
  });
});
