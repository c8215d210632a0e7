import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoServer, demoServer } from '../support/demo-server.ts';
import { type Directory, directoryOf } from '../support/directory.ts';

let server: DemoServer;
let contoso: Directory;
beforeAll(async () => {
  server = await demoServer();
  contoso = await directoryOf(server, 'contoso');
});
afterAll(() => server.close());

it('a directory finds by any text of one value, in any case, and by an address among several', async () => {
  const sent = {
    userName: 'Narrow Search',
    displayName: 'Élodie 100%_\\',
    name: { familyName: 'Ø', givenName: 'Straße' },
    emails: [
      { type: 'home', value: 'Elodie@home.example' },
      { type: 'work', value: 'elodie.o@contoso.example' },
    ],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '000421' },
  };
  const { id } = (await contoso.send('POST', '/Users', sent)).json();
  const found = async (filter: string) => {
    const answer = await contoso.get(`/Users?filter=${encodeURIComponent(filter)}`);
    return answer.json().Resources.map((one: { id: string }) => one.id);
  };
  for (const filter of [
    'displayName eq "ÉLODIE 100%_\\\\"',
    'displayname co "_\\\\"',
    'name.familyName eq "ø" and name.givenName sw "STRA"',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "000421"',
    'emails.value eq "elodie@HOME.example"',
    'emails[type eq "home" and value eq "elodie@home.example"]',
    'emails[value eq "elodie.o@contoso.example"]',
    'username eq "narrow search"',
  ]) {
    expect([filter, await found(filter)]).toEqual([filter, [id]]);
  }
  for (const filter of [
    'displayName eq "Elodie 100%_"',
    'emails[type eq "work" and value eq "elodie@home.example"]',
  ]) {
    expect([filter, await found(filter)]).toEqual([filter, []]);
  }
  await contoso.patch(`/Users/${id}`, {
    op: 'Replace',
    path: 'emails[type eq "home"].value',
    value: 'e2@home.example',
  });
  expect(await found('emails.value eq "elodie@home.example"')).toEqual([]);
  expect(await found('emails.value eq "E2@home.example"')).toEqual([id]);
  await contoso.send('DELETE', `/Users/${id}`);
  expect(await found('emails.value eq "e2@home.example"')).toEqual([]);
});
