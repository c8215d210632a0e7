import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Calendar } from '../../src/contract/calendar.ts';
import { loggedPath } from '../../src/http/request-log.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';

const CONTOSO = '/api/v1/partners/contoso/calendar';
const LINK = '/api/v1/me/calendar-link';

let server: DemoServer;
let admin: Browser;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
});
afterAll(() => server.close());

async function calendar(browser: Browser, query = ''): Promise<Calendar> {
  return (await browser.get(`${CONTOSO}${query}`)).json();
}

async function newLink(browser: Browser): Promise<string> {
  const made = await browser.send('POST', LINK);
  expect(made.statusCode).toBe(201);
  return new URL(made.json().address).pathname;
}

async function feed(path: string) {
  return server.app.inject({ method: 'GET', url: path });
}

function eventsOf(text: string) {
  const file = new ICAL.Component(ICAL.parse(text));
  return file.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('the calendar of a company', () => {
  it('tells a year from today in the order of the days, each event once', async () => {
    const { value, from, until } = await calendar(admin);
    expect([from, until]).toEqual(['2026-11-21', '2027-11-21']);
    expect(value.length).toBeGreaterThan(3);
    const days = value.map(({ on }) => on);
    expect(days).toEqual([...days].sort());
    expect(days.every((on) => on >= from && on <= until)).toBe(true);
    expect(new Set(value.map(({ id }) => id)).size).toBe(value.length);
  });

  it('tells the same losses as the risk of the company', async () => {
    const { value } = await calendar(admin);
    const { value: levels } = (await admin.get('/api/v1/partners/contoso/risk?until=2027-11-21')).json();
    const lost = (levels as { competency: string; level: string; firstLossDate: string | null }[])
      .filter(({ firstLossDate }) => firstLossDate !== null)
      .map(({ competency, level, firstLossDate }) => `${competency}/${level} ${firstLossDate}`);
    const told = value
      .filter(({ kind }) => kind === 'level-lost')
      .map(({ id, on }) => `${id.split(' ').at(-1)} ${on}`);
    expect(lost.length).toBeGreaterThan(0);
    expect(told.sort()).toEqual(lost.sort());
  });

  it('tells the time that is asked for, and never further ahead than a year', async () => {
    const all = await calendar(admin);
    const [first] = all.value;
    const day = await calendar(admin, `?from=${first!.on}&until=${first!.on}`);
    expect(day.value).toEqual(all.value.filter(({ on }) => on === first!.on));
    expect((await calendar(admin, '?until=2040-01-01')).until).toBe('2027-11-21');
    expect((await admin.get(`${CONTOSO}?from=2027-02-30`)).statusCode).toBe(400);
  });

  it('speaks the language that is asked for', async () => {
    const texts = async (lang: string) =>
      (await calendar(admin, `?lang=${lang}`)).value
        .map(({ title, detail }) => `${title} ${detail}`)
        .join('\n');
    expect(await texts('fr')).toMatch(/certificat|Anniversaire|acquis/);
    expect(await texts('fr')).not.toMatch(/ [:;?!»]/);
    expect(await texts('en')).toMatch(/certificate|Anniversary|lost/);
  });

  it('names nobody to those who may not read names, and counts', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    const { value } = await calendar(viewer, '?lang=en');
    const named = await calendar(admin);
    const certificates = (events: Calendar) =>
      events.value.filter(({ kind }) => kind === 'certificates-expire');
    expect(certificates(named).length).toBeGreaterThan(0);
    expect(certificates(named).every(({ detail }) => detail !== null)).toBe(true);
    const counted = value.filter(({ kind }) => kind === 'certificates-expire');
    expect(counted.map(({ on, title }) => [on, title])).toEqual(
      certificates(await calendar(admin, '?lang=en')).map(({ on, title }) => [on, title]),
    );
    expect(counted.every(({ detail, path }) => detail === null && path === '/competencies')).toBe(true);
    expect(value.some(({ kind }) => kind === 'order-to-pay')).toBe(false);
  });

  it('is closed to those without the competencies, and nowhere in another company', async () => {
    expect((await (await server.as('zoe@contoso.example')).get(CONTOSO)).statusCode).toBe(403);
    expect((await (await server.as('user-admin@contoso.example')).get(CONTOSO)).statusCode).toBe(403);
    const other = await server.as('partner-admin@fabrikam.example');
    expect((await other.get(CONTOSO)).statusCode).toBe(404);
  });

  it('leads to pages that exist', async () => {
    const { value } = await calendar(await server.as('programme-operator@contoso.example'));
    for (const { path } of value) expect(path).toMatch(/^\/(competencies|membership|exemptions|chase-list)/);
  });
});

describe('the link of a calendar', () => {
  it('is told once, read by another program, and says what the page says', async () => {
    expect((await admin.get(LINK)).json()).toEqual({ createdAt: null });
    const path = await newLink(admin);
    expect((await admin.get(LINK)).json()).toEqual({ createdAt: server.clock.now.toISOString() });
    const answer = await feed(path);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    const own = (await admin.get('/api/v1/me')).json().locale;
    const { value } = await calendar(admin, `?lang=${own}`);
    const events = eventsOf(answer.body);
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual(
      value.map(({ title, on }) => [title, on]),
    );
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(answer.body).not.toContain('contoso ');
    expect(eventsOf((await feed(path)).body).map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
  });

  it('ends when another one is made, and when it is ended', async () => {
    const first = await newLink(admin);
    const second = await newLink(admin);
    expect([(await feed(first)).statusCode, (await feed(second)).statusCode]).toEqual([404, 200]);
    expect((await admin.send('DELETE', LINK)).statusCode).toBe(204);
    expect((await feed(second)).statusCode).toBe(404);
    expect((await admin.send('DELETE', LINK)).statusCode).toBe(404);
  });

  it('shows what its owner may see when it is read, and nothing once he or she has gone', async () => {
    const viewer = await server.as('report-viewer@contoso.example');
    const path = await newLink(viewer);
    expect((await feed(path)).body).not.toMatch(/Claire|Martin/);
    const { userId } = (await viewer.get('/api/v1/me')).json();
    const claim = { partnerId: 'contoso' as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
    const end = (value: { ended_at: Date } | { ended_at: null }) =>
      server.services.database.asTenant(claim, (tx) =>
        tx.sql.updateTable('user_role').set(value).where('user_id', '=', userId).execute(),
      );
    await end({ ended_at: server.clock.now });
    expect((await feed(path)).statusCode).toBe(404);
    await end({ ended_at: null });
    expect((await feed(path)).statusCode).toBe(200);
    await server.services.database.asTenant(claim, (tx) =>
      tx.sql.updateTable('app_user').set({ status: 'disabled' }).where('user_id', '=', userId).execute(),
    );
    const gone = await feed(path);
    const nonsense = await feed('/calendar/nonsense.ics');
    const told = ({ statusCode, body }: typeof gone) => [statusCode, JSON.parse(body).code];
    expect(told(gone)).toEqual(told(nonsense));
  });

  it('is for those who may see the calendar, and for people of a company alone', async () => {
    expect((await (await server.as('zoe@contoso.example')).send('POST', LINK)).statusCode).toBe(403);
    const operator = await server.as('programme-operator@contoso.example');
    expect((await operator.send('POST', LINK)).statusCode).toBe(404);
  });

  it('cannot be guessed: whoever tries too often waits', async () => {
    const answers = [];
    for (let tries = 0; tries < 200; tries++)
      answers.push((await feed(`/calendar/x${tries}.ics`)).statusCode);
    expect(new Set(answers)).toEqual(new Set([404, 429]));
  });

  it('stands in no log', () => {
    expect(loggedPath('/calendar/secret.ics')).toBe('/calendar/[secret]');
  });
});
