/** What the network tells its companies: whom, from when, until when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

let server: DemoServer;
let operator: Browser;

beforeAll(async () => {
  server = await demoServer();
  operator = await server.as('programme-operator@contoso.example');
});
afterAll(() => server.close());

const HOUR_MS = 3_600_000;
const hours = (number: number) => new Date(server.clock.now.getTime() + number * HOUR_MS).toISOString();

function announce(words: string, more: object = {}) {
  const body = { kind: 'information', text: { fr: `${words} (fr)`, en: words }, partners: null };
  return operator.send('POST', '/api/v1/announcements', {
    ...body,
    from: hours(0),
    until: hours(2),
    ...more,
  });
}

async function shownTo(company: string, email = `partner-admin@${company}.example`): Promise<string[]> {
  const browser = await server.as(email);
  const { value } = (await browser.get(`/api/v1/partners/${company}/announcements`)).json();
  return value.map(({ text }: { text: { en: string } }) => text.en);
}

describe('an announcement', () => {
  it('is shown to everybody of every company for its time, also to learners without a role', async () => {
    const made = await announce('Maintenance');
    expect([made.statusCode, made.json().state]).toEqual([201, 'shown']);
    expect(await shownTo('contoso', 'zoe@contoso.example')).toContain('Maintenance');
    expect(await shownTo('fabrikam')).toContain('Maintenance');
    const begin = server.clock.now;
    server.clock.now = new Date(begin.getTime() + 2 * HOUR_MS);
    expect(await shownTo('contoso')).not.toContain('Maintenance');
    server.clock.now = begin;
  });

  it('is shown to the companies it names and to no other', async () => {
    await announce('For Fabrikam', { partners: ['fabrikam'], kind: 'warning' });
    expect((await shownTo('fabrikam'))[0]).toBe('For Fabrikam');
    expect(await shownTo('contoso')).not.toContain('For Fabrikam');
    const wrong = await announce('For nobody', { partners: ['fabrikam', 'nobody'] });
    expect([wrong.statusCode, wrong.json().errors]).toEqual([
      400,
      [{ code: 'unknown-partner', field: 'partners[1]', detail: 'nobody' }],
    ]);
    expect(await shownTo('fabrikam')).not.toContain('For nobody');
  });

  it('waits for its beginning, and is forgotten when it is ended before', async () => {
    const planned = (await announce('Planned', { from: hours(1), until: hours(5) })).json();
    expect(planned.state).toBe('planned');
    expect(await shownTo('contoso')).not.toContain('Planned');
    const end = `/api/v1/announcements/${planned.announcementId}/end`;
    expect((await operator.send('POST', end)).statusCode).toBe(204);
    expect((await operator.send('POST', end)).statusCode).toBe(404);
    const over = await announce('Over', { from: hours(-5), until: hours(-1) });
    expect([over.statusCode, over.json().code]).toEqual([400, 'announcement-over']);
  });

  it('is ended at once, and stays in the list as over', async () => {
    const { announcementId } = (await announce('Ended')).json();
    expect(await shownTo('contoso')).toContain('Ended');
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    await operator.send('POST', `/api/v1/announcements/${announcementId}/end`);
    expect(await shownTo('contoso')).not.toContain('Ended');
    const { value } = (await operator.get('/api/v1/announcements')).json();
    const ended = value.find((one: { announcementId: string }) => one.announcementId === announcementId);
    expect(ended).toMatchObject({ state: 'over', partners: null });
    const admin = await server.as('global-admin@contoso.example');
    expect((await admin.get('/api/v1/announcements')).statusCode).toBe(403);
  });
});
