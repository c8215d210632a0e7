import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findProvisioningToken } from '../../src/store/api-tokens-store.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { type Directory, directoryOf } from '../support/directory.ts';

interface Shape {
  readonly path: string;
  readonly body: { readonly Operations: readonly unknown[] } & Record<string, unknown>;
}
const SHAPES = (
  JSON.parse(readFileSync('test/fixtures/scim-entra-shapes.json', 'utf8')) as { requests: Shape[] }
).requests;
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const JALON = 'urn:ietf:params:scim:schemas:extension:jalon:2.0:User';

let server: DemoServer;
let contoso: Directory;
let fabrikam: Directory;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  contoso = await directoryOf(server, 'contoso');
  fabrikam = await directoryOf(server, 'fabrikam');
  admin = await server.as('global-admin@contoso.example');
});
afterAll(() => server.close());

const named = (userName: string) => `/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`;

async function idOf(directory: Directory, userName: string): Promise<string> {
  return (await directory.get(named(userName))).json().Resources[0].id;
}

async function userOf(id: string, partner = 'contoso') {
  return (await admin.get(`/api/v1/partners/${partner}/users/${id}`)).json();
}

async function person(userName: string, more: object = {}): Promise<string> {
  const body = {
    schemas: SHAPES[1]!.body.schemas,
    userName,
    externalId: `id of ${userName}`,
    active: true,
    ...more,
  };
  const answer = await contoso.send('POST', '/Users', body);
  expect(answer.statusCode).toBe(201);
  return answer.json().id;
}

async function group(displayName: string, ...members: string[]): Promise<string> {
  const body = { displayName, members: members.map((value) => ({ value })) };
  return (await contoso.send('POST', '/Groups', body)).json().id;
}

async function giveRole(groupId: string, role: string | null): Promise<number> {
  const url = `/api/v1/partners/contoso/provisioning/groups/${groupId}`;
  return (await admin.send('PATCH', url, { role })).statusCode;
}

describe('Microsoft Entra', () => {
  it('leaves a mark by which administrators see whom the directory sends', async () => {
    const sent = await person('marked@contoso.example');
    expect(await userOf(sent)).toMatchObject({ fromDirectory: true });
    const known = await idOf(contoso, 'claire@contoso.example');
    expect(await userOf(known)).toMatchObject({ fromDirectory: false });
  });

  it('asks for somebody who does not exist and is answered with nobody', async () => {
    const answer = await contoso.get(SHAPES[0]!.path.replaceAll(' ', '%20').replaceAll('"', '%22'));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/scim+json');
    expect(answer.json()).toMatchObject({ totalResults: 0, Resources: [] });
  });

  it('adds a person, who is sent a link, and whom the company sees', async () => {
    const sent = { ...SHAPES[1]!.body, userName: 'nora@contoso.example', preferredLanguage: 'fr-FR' };
    const answer = await contoso.send('POST', '/Users', sent);
    expect(answer.statusCode).toBe(201);
    const resource = answer.json();
    expect(resource).toMatchObject({ ...sent, meta: { resourceType: 'User' } });
    expect(answer.headers.location).toBe(`http://localhost:3000/scim/v2/Users/${resource.id}`);
    expect(answer.headers.etag).toBe(resource.meta.version);
    expect(await userOf(resource.id)).toMatchObject({
      workEmail: 'nora@contoso.example',
      firstName: 'Zoé',
      lastName: 'D’Été',
      locale: 'fr',
      status: 'active',
    });
    const mail = (await server.mails('contoso')).find(({ to }) => to === 'nora@contoso.example');
    expect(mail).toMatchObject({ kind: 'first-sign-in', to: 'nora@contoso.example', locale: 'fr' });
  });

  it('disables by a text and reads the inactive person afterwards', async () => {
    const id = await idOf(contoso, 'nora@contoso.example');
    expect((await contoso.send('PATCH', `/Users/${id}`, SHAPES[2]!.body)).statusCode).toBe(204);
    expect((await contoso.get(named('NORA@contoso.example'))).json().Resources[0]).toMatchObject({
      id,
      active: false,
    });
    expect((await contoso.get(`/Users/${id}`)).json().active).toBe(false);
    expect((await userOf(id)).status).toBe('disabled');
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' });
    expect((await userOf(id)).status).toBe('active');
  });

  it('changes by filter, dotted name, name with schema and bare id, and reads what it sent', async () => {
    const id = await idOf(contoso, 'nora@contoso.example');
    expect((await contoso.send('PATCH', `/Users/${id}`, SHAPES[3]!.body)).statusCode).toBe(204);
    expect((await contoso.get(`/Users/${id}`)).json()).toMatchObject({
      emails: [{ primary: true, type: 'work', value: 'zoe2@contoso.example' }],
      name: { givenName: 'Zoë', familyName: 'D’Été' },
      [ENTERPRISE]: { employeeNumber: '42', manager: { value: '1b32' } },
    });
    expect(await userOf(id)).toMatchObject({ firstName: 'Zoë', workEmail: 'nora@contoso.example' });
    const byEmail = encodeURIComponent('emails[type eq "work"].value eq "ZOE2@contoso.example"');
    expect(
      (
        await contoso.get(`/Users?filter=${encodeURIComponent('emails.value eq "zoe2@contoso.example"')}`)
      ).json().totalResults,
    ).toBe(1);
    expect((await contoso.get(`/Users?filter=${byEmail}`)).json().totalResults).toBe(1);
    const shown = await contoso.send('PATCH', `/Users/${id}?attributes=displayName`, {
      Operations: [{ op: 'Replace', path: 'displayName', value: 'Zoë' }],
    });
    expect([shown.statusCode, Object.keys(shown.json())]).toEqual([200, ['schemas', 'id', 'displayName']]);
  });

  it('says who is a technical user', async () => {
    const id = await idOf(contoso, 'nora@contoso.example');
    await contoso.patch(`/Users/${id}`, { op: 'Add', path: `${JALON}:technical`, value: 'True' });
    expect((await userOf(id)).technical).toBe(true);
    expect((await contoso.get(`/Users/${id}`)).json()[JALON]).toEqual({ technical: true });
  });

  it('knows the department as the team, until the directory takes it back', async () => {
    const id = await idOf(contoso, 'nora@contoso.example');
    const department = `${ENTERPRISE}:department`;
    await contoso.patch(`/Users/${id}`, { op: 'Add', path: department, value: ' Data  and AI ' });
    expect((await userOf(id)).team).toBe('Data and AI');
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'displayName', value: 'Nora N.' });
    expect((await userOf(id)).team).toBe('Data and AI');
    await contoso.patch(`/Users/${id}`, { op: 'Remove', path: department });
    expect((await userOf(id)).team).toBeNull();
  });

  it('leaves the team alone that an administrator has given, where the directory tells no department', async () => {
    const id = await idOf(contoso, 'nora@contoso.example');
    await admin.send('PATCH', `/api/v1/partners/contoso/users/${id}`, { team: 'Security' });
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'displayName', value: 'Nora' });
    expect((await userOf(id)).team).toBe('Security');
  });

  it('finds an account that is there already by its key alone, and takes it over', async () => {
    const before = (await contoso.get('/Users')).json().totalResults;
    const id = await idOf(contoso, 'yann@contoso.example');
    expect((await userOf(id)).workEmail).toBe('yann@contoso.example');
    const open = `/Users?filter=${encodeURIComponent('userName sw "yann"')}`;
    expect((await contoso.get(open)).json().totalResults).toBe(0);
    const twice = await contoso.send('POST', '/Users', { userName: 'yann@contoso.example' });
    expect([twice.statusCode, twice.json().scimType]).toEqual([409, 'uniqueness']);
    await contoso.patch(`/Users/${id}`, { op: 'Add', path: 'externalId', value: 'y-1' });
    expect((await contoso.get('/Users')).json().totalResults).toBe(before + 1);
    expect((await contoso.get(open)).json().Resources[0]).toMatchObject({ id, externalId: 'y-1' });
    expect(
      (await contoso.get(`/Users?filter=${encodeURIComponent('externalId eq "y-1"')}`)).json().totalResults,
    ).toBe(1);
  });

  it('adds a person once, however many requests come at the same moment', async () => {
    const sent = { userName: 'Race without address', externalId: 'race' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => contoso.send('POST', '/Users', sent)));
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([201, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('renames whoever signs in, and the history stays', async () => {
    const id = await person('old@contoso.example');
    await contoso.patch(`/Users/${id}`, { op: 'Replace', value: { userName: 'new@contoso.example' } });
    expect((await userOf(id)).workEmail).toBe('new@contoso.example');
    const mails = await server.mails('contoso');
    const old = mails.filter(({ to }) => to === 'old@contoso.example').map(({ kind }) => kind);
    expect(old.sort()).toEqual(['first-sign-in', 'sign-in-renamed']);
    const told = mails.find(({ kind, to }) => kind === 'sign-in-renamed' && to === 'old@contoso.example')!;
    expect(told.text).toMatch(/L’annuaire de|The directory of/);
    expect(told.text).not.toContain('new@contoso.example');
    // Who has not chosen a password yet gets the link where he or she now reads.
    expect(mails.filter(({ to }) => to === 'new@contoso.example').map(({ kind }) => kind)).toEqual([
      'first-sign-in',
    ]);
    const taken = await contoso.patch(`/Users/${id}`, {
      op: 'Replace',
      value: { userName: 'zoe@contoso.example' },
    });
    expect([taken.statusCode, taken.json().scimType]).toEqual([409, 'uniqueness']);
    const foreign = await contoso.send('POST', '/Users', { userName: 'partner-admin@fabrikam.example' });
    expect(foreign.statusCode).toBe(409);
  });
});

describe('disabling by a directory', () => {
  it('ends counting at that instant', async () => {
    const reader = await server.as('partner-admin@contoso.example');
    const url = '/api/v1/partners/contoso/skills-report?top=1000';
    const counting = async (email: string): Promise<number> => {
      const rows = (await reader.get(url)).json().value as { workEmail: string; countsNow: boolean }[];
      return rows.filter((row) => row.workEmail === email && row.countsNow).length;
    };
    expect(await counting('zoe@contoso.example')).toBeGreaterThan(0);
    const id = await idOf(contoso, 'zoe@contoso.example');
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(await counting('zoe@contoso.example')).toBe(0);
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' });
    expect(await counting('zoe@contoso.example')).toBeGreaterThan(0);
  });

  it('does not take the last admin out, in any way, and changes nothing else either', async () => {
    const id = await idOf(contoso, 'global-admin@contoso.example');
    const off = { op: 'Replace', path: 'active', value: 'False' };
    const title = { op: 'Add', path: 'title', value: 'Gone' };
    for (const answer of [
      await contoso.patch(`/Users/${id}`, title, off),
      await contoso.send('DELETE', `/Users/${id}`),
    ]) {
      expect(answer.statusCode).toBe(409);
      expect(answer.json().detail).toContain('last global admin');
    }
    expect((await contoso.get(`/Users/${id}`)).json()).toMatchObject({ active: true });
    expect((await contoso.get(`/Users/${id}`)).json().title).toBeUndefined();
  });

  it('does not give the account of somebody who left to the next owner of the address', async () => {
    const id = await person('reused@contoso.example');
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    const next = { op: 'Replace', value: { active: true, externalId: 'somebody else' } };
    expect((await contoso.patch(`/Users/${id}`, next)).statusCode).toBe(409);
    const left = await person('leaver@contoso.example');
    await admin.send('POST', `/api/v1/partners/contoso/users/${left}/leave`, { on: '2026-11-21' });
    await contoso.patch(`/Users/${left}`, { op: 'Replace', path: 'externalId', value: 'somebody else' });
    const back = { op: 'Replace', value: { active: true, externalId: 'a third' } };
    expect((await contoso.patch(`/Users/${left}`, back)).statusCode).toBe(409);
  });

  it('deletes for good: names are erased, and the name is free for a new person', async () => {
    const id = await person('gone@contoso.example', { title: 'Architect' });
    const crowd = await group('Crowd', id);
    expect((await contoso.send('DELETE', `/Users/${id}`)).statusCode).toBe(204);
    expect((await contoso.get(`/Users/${id}`)).statusCode).toBe(404);
    expect((await contoso.send('DELETE', `/Users/${id}`)).statusCode).toBe(404);
    expect((await contoso.get(named('gone@contoso.example'))).json().totalResults).toBe(0);
    expect((await contoso.get(`/Groups/${crowd}`)).json().members).toBeUndefined();
    const next = await person('gone@contoso.example', { title: 'Another' });
    expect(next).not.toBe(id);
    // An administrator's deletion erases what the directory has sent as well.
    await admin.send('DELETE', `/api/v1/partners/contoso/users/${next}`);
    expect((await contoso.get(`/Users/${next}`)).statusCode).toBe(404);
    expect((await contoso.get('/Users')).body).not.toContain('Another');
  });
});

describe('a group of the directory', () => {
  it('gives its members a role when an administrator says so, and takes it with the membership', async () => {
    const [first, second] = [await person('g1@contoso.example'), await person('g2@contoso.example')];
    const readers = await group('Readers', first);
    expect((await userOf(first)).roles).toEqual([]);
    expect(await giveRole(readers, 'report-viewer')).toBe(200);
    expect((await userOf(first)).roles).toEqual(['report-viewer']);
    const path = `/Groups/${readers}`;
    await contoso.patch(path, { op: 'Add', path: 'members', value: [{ value: second }] });
    await contoso.patch(path, { op: 'Remove', path: 'members', value: [{ value: first }] });
    expect([(await userOf(first)).roles.length, (await userOf(second)).roles.length]).toEqual([0, 1]);
    await giveRole(readers, 'partner-admin');
    expect((await userOf(second)).roles).toEqual(['partner-admin']);
    await contoso.send('DELETE', path);
    expect((await userOf(second)).roles).toEqual([]);
  });

  it('gives nothing to a disabled person until the account is enabled', async () => {
    const id = await person('late@contoso.example', { active: false });
    const viewers = await group('Viewers', id);
    await giveRole(viewers, 'report-viewer');
    expect((await userOf(id)).roles).toEqual([]);
    await contoso.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: true });
    expect((await userOf(id)).roles).toHaveLength(1);
  });

  it('does not take the role of the last admin', async () => {
    const id = await idOf(contoso, 'global-admin@contoso.example');
    const admins = await group('Admins', id);
    expect(await giveRole(admins, 'global-admin')).toBe(200);
    const out = await contoso.patch(`/Groups/${admins}`, {
      op: 'Remove',
      path: 'members',
      value: [{ value: id }],
    });
    expect([out.statusCode, out.json().detail]).toEqual([409, expect.stringContaining('last global admin')]);
    expect((await contoso.get(`/Groups/${admins}`)).json().members).toHaveLength(1);
  });

  it('has its name once, unless the directory tells two apart', async () => {
    const twice = { displayName: 'Twice', externalId: 'a' };
    expect((await contoso.send('POST', '/Groups', twice)).statusCode).toBe(201);
    const again = await contoso.send('POST', '/Groups', { ...twice, displayName: 'TWICE' });
    expect([again.statusCode, again.json().scimType]).toEqual([409, 'uniqueness']);
    expect((await contoso.send('POST', '/Groups', { ...twice, externalId: 'b' })).statusCode).toBe(201);
    const found = await contoso.get(
      `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "twice"')}`,
    );
    expect(found.json().totalResults).toBe(2);
  });
});

describe('a directory', () => {
  it('changes what it has read and nothing that has changed since', async () => {
    const id = await person('tag@contoso.example');
    const read = await contoso.get(`/Users/${id}`);
    const change = { Operations: [{ op: 'replace', path: 'title', value: 'A' }] };
    const headers = { 'if-match': String(read.headers.etag) };
    expect((await contoso.send('PATCH', `/Users/${id}`, change, headers)).statusCode).toBe(204);
    const late = await contoso.send('DELETE', `/Users/${id}`, undefined, headers);
    expect([late.statusCode, late.json().status]).toEqual([412, '412']);
    expect((await contoso.send('DELETE', `/Users/${id}`, undefined, { 'if-match': '*' })).statusCode).toBe(
      204,
    );
  });

  it('reaches nothing of another company by its ids', async () => {
    const id = await idOf(fabrikam, 'partner-admin@fabrikam.example');
    const foreign = (await fabrikam.send('POST', '/Groups', { displayName: 'Foreign' })).json().id;
    const operations = { Operations: [{ op: 'replace', path: 'displayName', value: 'x' }] };
    for (const path of [`/Users/${id}`, `/Groups/${foreign}`]) {
      expect((await contoso.get(path)).statusCode).toBe(404);
      expect((await contoso.send('PATCH', path, operations)).statusCode).toBe(404);
      expect((await contoso.send('PUT', path, { userName: 'x', displayName: 'x' })).statusCode).toBe(404);
      expect((await contoso.send('DELETE', path)).statusCode).toBe(404);
    }
    const byId = `/Users?filter=${encodeURIComponent(`id eq "${id}"`)}`;
    expect((await contoso.get(byId)).json().totalResults).toBe(0);
    const mixed = await group('Mixed', id);
    expect(await giveRole(mixed, 'global-admin')).toBe(200);
    const there = await server.as('partner-admin@fabrikam.example');
    const user = (await there.get(`/api/v1/partners/fabrikam/users/${id}`)).json();
    expect(user.roles).toEqual(['partner-admin']);
  });

  it('is refused in its own words', async () => {
    for (const [path, status, scimType] of [
      ['/Users?filter=userName%20is%20x', 400, 'invalidFilter'],
      ['/Users?attributes=a%20b', 400, 'invalidPath'],
      ['/Users?count=many', 400, 'invalidValue'],
      ['/Users/nobody', 404, undefined],
      ['/Nothing', 404, undefined],
    ] as const) {
      const answer = await contoso.get(path);
      expect([path, answer.statusCode, answer.json().scimType]).toEqual([path, status, scimType]);
      expect(answer.json().schemas).toEqual(['urn:ietf:params:scim:api:messages:2.0:Error']);
      expect(answer.headers['content-type']).toContain('application/scim+json');
    }
    const hole = await contoso.patch(`/Users/${await idOf(contoso, 'zoe@contoso.example')}`, {
      op: 'remove',
      path: 'userName',
    });
    expect([hole.statusCode, hole.json().scimType]).toEqual([400, 'invalidValue']);
  });

  it('is named in the trail as who did it, without what it sent', async () => {
    const id = await person('trail@contoso.example', { title: 'Secret title' });
    const events = (await admin.get('/api/v1/partners/contoso/audit-events?top=20')).json().value as {
      action: string;
      actor: string;
      subject: string;
    }[];
    const own = events.filter(({ subject }) => subject === `user:${id}`);
    expect(own.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['user.added', 'user.provisioned']),
    );
    expect(own.every(({ actor }) => actor.startsWith('token:'))).toBe(true);
    expect(JSON.stringify(events)).not.toContain('Secret title');
  });

  it('waits when it asks too often', async () => {
    const many = await directoryOf(server, 'northwind');
    const claim = { partnerId: 'northwind' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const token = await server.services.database.readAsTenant(claim, findProvisioningToken);
    expect((await many.get('/Users')).statusCode).toBe(200);
    for (let asked = 0; asked < 3_000; asked++) server.services.limits.perDirectory.attempt(token!.tokenId);
    const answer = await many.get('/Users');
    expect([answer.statusCode, answer.json().status]).toEqual([429, '429']);
    expect(answer.headers['retry-after']).toBeDefined();
  });
});
