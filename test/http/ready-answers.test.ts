import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable } from '../../src/features/route-table.ts';
import { createServer } from '../../src/http/server.ts';
import { openServices } from '../../src/open-services.ts';
import { appendSourceRecords } from '../../src/store/source-records-store.ts';
import { type Browser, type DemoServer, demoServer } from '../support/demo-server.ts';
import { QUIET_PARTS } from '../support/service-parts.ts';

const CONTOSO = '/api/v1/partners/contoso';
const ACTOR = { kind: 'system', name: 'test' } as const;
const DAY_MS = 86_400_000;

let server: DemoServer;
let admin: Browser;
/** Another process on the same database: it shares nothing with the first but what is stored. */
let other: FastifyInstance;

beforeAll(async () => {
  server = await demoServer();
  admin = await server.as('partner-admin@contoso.example');
  const services = await openServices({
    ...QUIET_PARTS,
    opened: server.opened,
    now: () => server.clock.now,
  });
  other = await createServer({
    routes: routeTable(services, '0.0.0'),
    gate: services.gate,
    baseUrl: 'http://localhost:3000',
    webFolder: '/nowhere',
    logger: pino({ level: 'silent' }),
    uploadLimit: 1024,
    ready: async () => true,
    checkAnswers: true,
  });
});
afterAll(async () => {
  await other.close();
  await server.close();
});

const stored = () =>
  server.opened.database.asNetwork({ actor: ACTOR }, (tx) =>
    tx.sql
      .selectFrom('derived_result')
      .select(['question', 'valid_on', 'changes_on', 'answer'])
      .where('partner_id', '=', 'contoso')
      .execute(),
  );

/** An answer is kept after it was given: waits for it. */
async function storedOf(question: RegExp) {
  for (let tries = 0; tries < 100; tries++) {
    const found = (await stored()).find((row) =>
      question.test(row.question.slice(row.question.indexOf(' ') + 1)),
    );
    if (found !== undefined) return found;
    await pause(20);
  }
  throw new Error(`nothing is kept for ${question}`);
}

async function replaceStored(question: string, from: string, to: string): Promise<void> {
  await server.opened.database.asNetwork({ actor: ACTOR }, async (tx) => {
    const { answer } = await storedOf(new RegExp(question));
    await tx.sql
      .updateTable('derived_result')
      .set({ answer: answer.replaceAll(from, to) })
      .where('partner_id', '=', 'contoso')
      .where('question', 'like', `% ${question}%`)
      .execute();
  });
}

const pushed = (skill: string) =>
  server.opened.database.asNetwork({ actor: ACTOR }, (tx) =>
    appendSourceRecords(tx, 'microsoft-learning', [
      {
        externalId: `test/${skill}`,
        accountId: '9900101',
        skill,
        achievedOn: '2026-11-02',
        expiresOn: null,
        revokedOn: null,
        certificateNumber: null,
        grade: 4,
      },
    ]),
  );

describe.each([
  ['competencies', 'competencies'],
  ['overview', 'overview'],
  ['skills-report', 'skills-report'],
])('the answer on %s', (path, question) => {
  const url = `${CONTOSO}/${path}`;

  it('is the same text for whoever asks again, and 304 for whoever has it', async () => {
    const first = await admin.get(url);
    expect(first.statusCode).toBe(200);
    const again = await admin.get(url, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await storedOf(new RegExp(`^${question}`));
  });

  it('is found by another process without the facts being read again', async () => {
    // Only a stored answer can say so.
    await replaceStored(question, 'microsoft-competencies', 'kept-competencies');
    const answer = await other.inject({ url, headers: { cookie: admin.cookie } });
    expect(answer.json().programme).toBe('kept-competencies');
  });

  it('changes at once with a new fact, in every process', async () => {
    const before = (await admin.get(url)).headers.etag;
    await pushed(`exam:new-${question}`);
    // Another process believes a version for less than half a second.
    await pause(550);
    expect(await stored()).toEqual([]);
    for (const app of [server.app, other]) {
      const answer = await app.inject({
        url,
        headers: { cookie: admin.cookie, 'if-none-match': String(before) },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.json().programme).toBe('microsoft-competencies');
      // Kept before the next one asks: an answer that is kept late would undo what the next test replaces.
      await storedOf(new RegExp(`^${question}`));
    }
  });

  it('is not made again after midnight when nothing changes, and names the new day', async () => {
    await admin.get(url);
    const { valid_on, changes_on } = await storedOf(new RegExp(`^${question}`));
    expect(changes_on > valid_on).toBe(true);
    const begun = server.clock.now;
    try {
      const last = new Date(Date.parse(changes_on) - DAY_MS).toISOString().slice(0, 10);
      await replaceStored(question, 'microsoft-competencies', 'kept-competencies');
      const held = (await admin.get(`${url}?asOf=${last}`)).json();
      if (question !== 'skills-report') expect(held.programme).toBe('kept-competencies');
      expect(held.asOf.validAt).toBe(last);
      const later = (await admin.get(`${url}?asOf=${changes_on}`)).json();
      expect([later.programme, later.asOf.validAt]).toEqual(['microsoft-competencies', changes_on]);
    } finally {
      server.clock.now = begun;
    }
  });
});

describe.each([
  ['datasets/TrainingCompletions?top=50', 'data-set'],
  ['skills-matrix?competency=data-platform', 'skills-matrix'],
  ['changes', 'changes'],
])('the first page of %s', (path, question) => {
  const url = `${CONTOSO}/${path}`;
  const onDay = (day: string) => `${url}${path.includes('?') ? '&' : '?'}asOf=${day}`;

  it('is found by another process, and made again for another day and for a new fact', async () => {
    const first = await admin.get(url);
    expect(first.statusCode).toBe(200);
    const again = await admin.get(url, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await storedOf(new RegExp(`^${question}`));
    await replaceStored(question, 'microsoft-competencies', 'kept-competencies');
    const found = await other.inject({ url, headers: { cookie: admin.cookie } });
    expect(found.json().programme).toBe('kept-competencies');
    expect((await admin.get(onDay('2026-11-22'))).json().programme).toBe('microsoft-competencies');
    await pushed(`exam:page-${question}`);
    await pause(550);
    const after = await other.inject({ url, headers: { cookie: admin.cookie } });
    expect(after.json().programme).toBe('microsoft-competencies');
  });
});

it('a page that names places is another one when a place has another name', async () => {
  const url = `${CONTOSO}/datasets/TrainingCompletions?top=50`;
  const before = await admin.get(url);
  await server.opened.database.asNetwork({ actor: ACTOR }, (tx) =>
    tx.sql
      .updateTable('location')
      .set({ city: 'Villeurbanne' })
      .where('partner_id', '=', 'contoso')
      .where('city', '=', 'Lyon')
      .execute(),
  );
  const after = await admin.get(url, { 'if-none-match': String(before.headers.etag) });
  expect(after.statusCode).toBe(200);
  expect(before.body).toContain('Lyon');
  expect(after.body).toContain('Villeurbanne');
  expect(after.body).not.toContain('"Lyon"');
});

it('an answer without names is kept apart from the one with them', async () => {
  const viewer = await server.as('report-viewer@contoso.example');
  const [named, unnamed] = [await admin.get(`${CONTOSO}/overview`), await viewer.get(`${CONTOSO}/overview`)];
  expect(named.body).toContain('@contoso.example');
  expect(unnamed.body).not.toContain('@contoso.example');
  await storedOf(/^overview without names/);
  const kept = await stored();
  for (const { question, answer } of kept.filter((row) => row.question.startsWith('overview'))) {
    expect(answer.includes('@contoso.example')).toBe(question === 'overview with names');
  }
});

it('so many different questions are kept of one partner and no more', async () => {
  // Every known bound is a question of its own, however quickly the answers before it are kept.
  let asked = 0;
  const oneMore = async () => {
    const knownAt = new Date(Date.UTC(2025, 0, 1, 0, asked++)).toISOString();
    const { statusCode } = await admin.get(`${CONTOSO}/competencies?knownAt=${knownAt}`);
    expect(statusCode).toBe(200);
    return (await stored()).length;
  };
  while (asked < 56) await oneMore();
  // They are kept a while after they were given; those kept at the same moment do not see each other, and the next one
  // makes up for it.
  let inARow = 0;
  const fortyInARow = async () => {
    inARow = (await oneMore()) === 40 ? inARow + 1 : 0;
    return inARow;
  };
  await expect.poll(fortyInARow, { interval: 600, timeout: 14_000 }).toBe(4);
});
