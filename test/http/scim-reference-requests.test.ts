/**
 * The requests of Microsoft's public SCIM collection, in its order and with what it expects of each answer: user names
 * that are no addresses, addresses that several people share, values without quotes, members that nobody knows.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type Directory, directoryOf } from '../support/directory.ts';

let server: DemoServer;
let directory: Directory;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await demoServer();
  directory = await directoryOf(server, 'contoso');
});
afterAll(() => server.close());

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

const simple = (userName: string, email: string, more: object = {}) => ({
  userName,
  active: true,
  displayName: 'BobIsAmazing',
  schemas: [ENTERPRISE, USER],
  externalId: 'not one of a kind',
  name: { formatted: 'Ryan Leenay', familyName: 'Leenay', givenName: 'Ryan' },
  emails: [
    { Primary: true, type: 'work', value: email },
    { Primary: false, type: 'home', value: 'testinghome@bob.com' },
  ],
  ...more,
});

const full = (userName: string | null, more: object = {}) => ({
  ...(userName === null ? {} : { userName }),
  active: true,
  addresses: [
    { country: 'Bermuda', formatted: '9132 Jennifer Way\nSouth Nancy', type: 'work', primary: false },
    { country: null, formatted: '18522 Lisa Unions', locality: null, type: 'other', primary: false },
  ],
  displayName: 'Kimberly Baker',
  emails: [
    { type: 'work', primary: true, value: 'anna33@gmail.com' },
    { type: 'work', primary: false, value: 'anna33@example.com' },
  ],
  meta: { created: '2019-09-18T18:15:26.5788954+00:00', resourceType: 'User' },
  name: { formatted: 'Daniel Mcgee', familyName: 'Employee', givenName: 'Darl', honorificPrefix: null },
  phoneNumbers: [{ type: 'work', primary: true, value: '312-320-0932' }],
  preferredLanguage: 'xh',
  roles: [],
  title: 'Site engineer',
  externalId: '22fbc523-6032-4c5f-939d-5d4850cf3e52',
  schemas: [USER],
  ...more,
});

async function made(path: '/Users' | '/Groups', name: string, body: object): Promise<void> {
  const answer = await directory.send('POST', path, body);
  expect([name, answer.statusCode]).toEqual([name, 201]);
  ids[name] = answer.json().id;
}

async function removed(path: '/Users' | '/Groups', ...names: string[]): Promise<void> {
  for (const name of names) {
    expect((await directory.send('DELETE', `${path}/${ids[name]}`)).statusCode).toBe(204);
  }
}

async function total(path: string): Promise<number> {
  const answer = await directory.get(path);
  expect(answer.statusCode).toBe(200);
  return answer.json().totalResults;
}

it('tells what the service is', async () => {
  expect((await directory.get('/Users')).json()).toMatchObject({ totalResults: 0, Resources: [] });
  // The collection shows `/Users` and asks for `/users`.
  expect((await directory.get('/users')).json()).toMatchObject({ totalResults: 0, Resources: [] });
  expect((await directory.get('/USERS?count=1')).statusCode).toBe(200);
  expect((await directory.get('/Groups')).json()).toMatchObject({ totalResults: 0, Resources: [] });
  expect((await directory.get('/ResourceTypes')).json().Resources[0].endpoint).toBe('/Users');
  for (const path of ['/ServiceProviderConfig', '/serviceConfiguration']) {
    expect((await directory.get(path)).json().patch.supported).toBe(true);
  }
  const schemas = await directory.get('/Schemas');
  expect([schemas.statusCode, schemas.body.includes('User Account')]).toEqual([200, true]);
  expect((await directory.get(`/Schemas/${ENTERPRISE}`)).json().id).toBe(ENTERPRISE);
  expect((await directory.get('/ResourceTypes/Group')).json().endpoint).toBe('/Groups');
  expect((await directory.get('/Schemas/urn:none')).statusCode).toBe(404);
});

it('adds, finds, changes, replaces and deletes people', async () => {
  await made('/Users', 'id1', simple('UserName123', 'testing@bob.com'));
  const extension = { [ENTERPRISE]: { Department: 'bob', Manager: { Value: 'SuzzyQ' } } };
  await made('/Users', 'id2', simple('UserName222', 'testing@bob2.com', extension));
  expect((await directory.get(`/Users/${ids.id1}`)).json().id).toBe(ids.id1);
  expect((await directory.get(`/Users/${ids.id2}`)).json()[ENTERPRISE].manager.value).toBe('SuzzyQ');
  expect((await directory.get('/Users?attributes=userName,emails')).body).toContain(ids.id1);
  const found = await directory.get('/Users/?filter=DisplayName+eq+%22BobIsAmazing%22');
  expect(found.body).toContain(ids.id1);
  await directory.patch(`/Users/${ids.id1}`, { op: 'replace', path: 'userName', value: 'ryan3' });
  expect((await directory.get(`/Users/${ids.id1}`)).json()).toMatchObject({ id: ids.id1, userName: 'ryan3' });
  const other = simple('UserNameReplace2', 'testing@bobREPLACE.com', {
    id: ids.id2,
    name: { formatted: 'NewName', familyName: 'Leenay', givenName: 'Ryan' },
  });
  expect((await directory.send('PUT', `/Users/${ids.id2}`, other)).statusCode).toBe(200);
  const replaced = (await directory.get(`/Users/${ids.id2}`)).json();
  expect([replaced.name.formatted, replaced[ENTERPRISE]]).toEqual(['NewName', undefined]);
  await removed('/Users', 'id1', 'id2');
});

it('adds groups and changes their members', async () => {
  const bare = { schemas: [GROUP], externalId: 'not one of a kind' };
  await made('/Groups', 'group', { ...bare, displayName: 'Group1DisplayName', members: [] });
  await made('/Users', 'id3', simple('UserName333', 'testing@bob2.com'));
  await made('/Users', 'id4', simple('UserName444', 'testing@bob2.com'));
  const members = [{ value: ids.id3, display: 'VP' }];
  await made('/Groups', 'group2', { ...bare, displayName: 'GroupDisplayName2', members });
  expect(await total('/Groups')).toBe(2);
  await made('/Groups', 'group3', { ...bare, displayName: 'GroupDisplayName3', members: [] });
  const put = await directory.send('PUT', `/Groups/${ids.group3}`, {
    schemas: [GROUP],
    id: ids.group3,
    displayName: 'putName',
    members: [...members, { value: ids.id4, display: 'SenorVP' }],
  });
  expect(put.statusCode).toBe(200);
  const group3 = await directory.get(`/Groups/${ids.group3}`);
  expect([group3.json().id, group3.body.includes(ids.id3!)]).toEqual([ids.group3, true]);

  const path = `/Groups/${ids.group}`;
  const join = {
    name: 'addMember',
    op: 'add',
    path: 'members',
    value: [{ displayName: 'new User', value: ids.id4 }],
  };
  await directory.patch(path, join);
  await directory.patch(path, { op: 'remove', path: `members[value eq "${ids.id4}"]` });
  expect((await directory.get(path)).body).not.toContain('new User');
  await directory.patch(path, join);
  expect((await directory.get(path)).body).toContain('new User');
  await directory.patch(path, { op: 'remove', path: 'members' });
  expect((await directory.get(path)).body).not.toContain('new User');
  await removed('/Users', 'id3', 'id4');
  expect((await directory.get(`/Groups/${ids.group3}`)).json().members).toBeUndefined();
  await removed('/Groups', 'group', 'group2', 'group3');
});

it('shows the addresses that a filter in brackets names', async () => {
  await made('/Users', 'id1', simple('UserName111', 'emailName357'));
  await made('/Users', 'id2', simple('UserName222', 'jump@bob.com'));
  for (const name of ['type eq "work"', 'value eq "emailName357"']) {
    const answer = await directory.get(`/Users?attributes=${encodeURIComponent(`emails[${name}]`)}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('emailName357');
    expect(answer.body).not.toContain('testinghome');
  }
  await removed('/Users', 'id1', 'id2');
});

it('takes what is odd and refuses what is wrong', async () => {
  const name = { formatted: 'Daniel Mcgee', familyName: 'OMalley', givenName: 'Darl' };
  const omalley = full('OMalley', {
    name,
    emails: [{ type: 'work', primary: true, value: 'anna33@example.com' }],
  });
  const first = await directory.send('POST', '/Users', omalley);
  expect(first.json()).toMatchObject({ userName: 'OMalley', active: true });
  ids.first = first.json().id;
  const text = await directory.send('POST', '/Users', full('emp1', { active: 'True' }));
  expect([text.statusCode, text.json().active]).toEqual([201, true]);
  ids.second = text.json().id;
  const all = await directory.get('/Users');
  expect([all.json().totalResults, all.body.includes('OMalley')]).toEqual([2, true]);
  await made('/Users', 'third', full('emp2'));
  await made('/Users', 'fourth', full('emp3'));
  expect((await directory.send('POST', '/Users', full(null))).statusCode).toBe(400);
  const junk = await server.app.inject({
    method: 'POST',
    url: '/scim/v2/Users',
    headers: { authorization: `Bearer ${directory.token}`, 'content-type': 'application/json' },
    payload: '{ "acve": tre, ',
  });
  expect([junk.statusCode, junk.json().scimType, junk.json().status]).toEqual([400, 'invalidSyntax', '400']);
  for (const _again of [1, 2]) {
    const twice = await directory.send('POST', '/Users', full('emp3'));
    expect([twice.statusCode, twice.json().scimType]).toEqual([409, 'uniqueness']);
    expect(twice.body).toContain('detail');
  }
  const path = `/Users/${ids.first}`;
  expect((await directory.send('PUT', path, full(null, { userame: 'OMalley' }))).statusCode).toBe(400);
  const odd = await directory.send('PUT', path, {
    ...omalley,
    active: false,
    adreses: [{ country: 'Germany' }],
  });
  expect([odd.statusCode, odd.body.includes('Addresses')]).toEqual([200, false]);
  const department = { [ENTERPRISE]: { Department: 'some department' }, schemas: [USER, ENTERPRISE] };
  await made('/Users', 'enterprise', full('enterprise', department));

  const renamed = await directory.patch(path, { op: 'Replace', path: 'userName', value: 'newusername' });
  const ended = await directory.patch(path, { op: 'Replace', path: 'active', value: false });
  expect([renamed.statusCode, ended.statusCode]).toEqual([204, 204]);
  expect((await directory.get(path)).json()).toMatchObject({ userName: 'newusername', active: false });
  const german = { ...omalley, active: false, addresses: [{ country: 'Germany', type: 'work' }] };
  const back = await directory.send('PUT', path, german);
  expect(back.json()).toMatchObject({ userName: 'OMalley', active: false });
  expect(back.body).toContain('Germany');
});

it('pages and filters', async () => {
  const page = (await directory.get('/Users?startIndex=1&count=2')).json();
  expect([page.totalResults, page.itemsPerPage, page.Resources.length]).toEqual([5, 2, 2]);
  expect((await directory.get('/Users?startIndex=5&count=2')).json().Resources).toHaveLength(1);
  expect(await total('/Users?attributes=userName,emails')).toBe(5);
  const either =
    'name.FamilyName eq Employee and (emails.Value co example.com or emails.Value co example.org)';
  expect(await total(`/Users?filter=${encodeURIComponent(either)}`)).toBe(4);
  expect(await total('/Users?filter=userName sw O'.replaceAll(' ', '%20'))).toBe(1);
  expect(await total('/Users?filter=meta.Created%20gt%202015-10-10T14:38:21.8617979-07:00')).toBe(5);
});

it('keeps members that nobody knows, and ends with nothing left', async () => {
  await made('/Groups', 'group', { displayName: 'Group 1', externalId: '015489ea', schemas: [GROUP] });
  const path = `/Groups/${ids.group}`;
  for (const value of ['string id 1', 'string id 2']) {
    expect((await directory.patch(path, { op: 'add', path: 'members', value })).statusCode).toBe(204);
  }
  expect((await directory.get(path)).json().members).toHaveLength(2);
  expect((await directory.get(`${path}?excludedAttributes=members`)).json().members).toBeUndefined();
  const put = { id: ids.group, displayName: 'Tiffany Ortiz', externalId: '6c6b54c2', schemas: [GROUP] };
  expect((await directory.send('PUT', path, put)).json().displayName).toBe('Tiffany Ortiz');
  await removed('/Users', 'first', 'second', 'third', 'fourth', 'enterprise');
  await removed('/Groups', 'group');
  expect((await directory.get('/Users?attributes=userName')).json().Resources).toEqual([]);
  expect((await directory.get('/Groups')).json().Resources).toEqual([]);
});
