/** What a company is told and shown as the clock moves on: mails, papers and the calendar, in both languages. */
import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { Calendar } from '../../src/contract/calendar.ts';
import type { OrderView } from '../../src/contract/memberships.ts';
import type { DemoUser } from '../../src/features/demo/demo-plan.ts';
import { noticeMails } from '../../src/features/notices/notice-mails.ts';
import { noticeRound } from '../../src/features/notices/notice-round.ts';
import { newApiToken } from '../../src/features/setup/api-token.ts';
import { type Browser, browserAfter, type DemoServer, emptyServer, type ReadMail } from './demo-server.ts';
import { choosePassword, person } from './invented-company.ts';
import { pdfText } from './pdf-text.ts';

const PASSWORD = 'a long password of the story';
/** Who reads which language. */
const READERS = { fr: 'ana', en: 'abe' } as const;
export type Language = keyof typeof READERS;

/** The two people of a company who are told everything. */
export function readers(company: string): readonly DemoUser[] {
  return [
    person(company, 'Ana', { roles: ['global-admin'], locale: 'fr' }),
    person(company, 'Abe', { roles: ['partner-admin'], locale: 'en' }),
  ];
}

/** A plain space where French typography asks for a narrow one that does not break. */
const WRONG_SPACE = / [:;?!»]|« /;
/** What an unfilled or badly filled sentence leaves behind. */
const UNFILLED = /[{}]|undefined|\bnull\b|NaN|Invalid Date/;

export class MembershipStory {
  readonly server: DemoServer;
  /** When things happen, of a day of UTC. */
  private readonly time: string;
  private readonly operator: string;
  /** Mails of one instant are in no order: what was read is known by its id. */
  private readonly read = new Set<string>();
  private readonly feeds = new Map<string, string>();

  private constructor(server: DemoServer, time: string, operator: string) {
    this.server = server;
    this.time = time;
    this.operator = operator;
  }

  /** @param companies sets up the companies, each with its readers */
  static async begin(
    day: string,
    ids: readonly string[],
    companies: (server: DemoServer) => Promise<void>,
    time = '10:00',
  ): Promise<MembershipStory> {
    const server = await emptyServer();
    server.clock.now = new Date(`${day}T${time}:00Z`);
    await companies(server);
    for (const id of ids) {
      for (const name of Object.values(READERS))
        await choosePassword(server, `${name}@${id}.example`, PASSWORD);
    }
    const asked = { partnerId: null, role: 'programme-operator', label: null } as const;
    return new MembershipStory(server, time, (await newApiToken(server.services, asked)).token);
  }

  on(day: string): void {
    this.server.clock.now = new Date(`${day}T${this.time}:00Z`);
  }

  async as(company: string, language: Language = 'fr'): Promise<Browser> {
    const payload = { email: `${READERS[language]}@${company}.example`, password: PASSWORD };
    const answer = await this.server.app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
    expect(answer.statusCode).toBe(200);
    return browserAfter(this.server.app, answer);
  }

  async get<T>(company: string, path: string): Promise<T> {
    const answer = await (await this.as(company)).get(`/api/v1/partners/${company}/${path}`);
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json();
  }

  async post<T>(company: string, path: string, body: object): Promise<T> {
    const answer = await (await this.as(company)).send('POST', `/api/v1/partners/${company}/${path}`, body);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json();
  }

  async operate<T>(path: string, body: object): Promise<T> {
    const answer = await this.server.app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: { authorization: `Bearer ${this.operator}` },
      payload: body,
    });
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json();
  }

  /** The work of a day is done: its round, and the mails that are due. */
  async dayPasses(day: string): Promise<void> {
    this.on(day);
    expect((await noticeRound(this.server.services)).failed).toEqual([]);
    await noticeMails(this.server.services);
  }

  /** The mails about notices since this was asked last, by language; each is well written. */
  async mails(company: string): Promise<Record<Language, readonly ReadMail[]>> {
    const all = await this.server.mails(company);
    const fresh = all.filter(({ mailId, kind }) => kind.startsWith('notice') && !this.read.has(mailId));
    for (const { mailId } of fresh) this.read.add(mailId);
    for (const { subject, text, locale } of fresh) {
      const words = `${subject}\n${text.replaceAll(/https?:\S+/g, '')}`;
      expect(words).not.toMatch(UNFILLED);
      if (locale === 'fr') expect(words).not.toMatch(WRONG_SPACE);
    }
    const to = (language: Language) =>
      fresh.filter((mail) => mail.to === `${READERS[language]}@${company}.example`);
    return { fr: to('fr'), en: to('en') };
  }

  /** The text of a paper of an order, as one line. */
  async paper(company: string, order: OrderView, kind: string, language: Language): Promise<string> {
    const url = `/api/v1/partners/${company}/orders/${order.orderId}/documents/${kind}?lang=${language}`;
    const answer = await (await this.as(company)).get(url);
    expect([kind, answer.statusCode]).toEqual([kind, 200]);
    const text = pdfText(answer.rawPayload).join(' ').replaceAll('  ', ' ');
    expect(text).not.toMatch(UNFILLED);
    if (language === 'fr') expect(text).not.toMatch(WRONG_SPACE);
    return text;
  }

  /** Day, title and detail of each event; a calendar that reads the link of the reader has the same. */
  async calendar(company: string, language: Language): Promise<readonly string[]> {
    const reader = await this.as(company, language);
    const answer = await reader.get(`/api/v1/partners/${company}/calendar?lang=${language}`);
    const { value }: Calendar = answer.json();
    const shown = value.map(
      ({ on, title, detail }) => `${on} ${title}${detail === null ? '' : ` – ${detail}`}`,
    );
    expect(await this.feed(company, language, reader)).toEqual(shown);
    for (const line of shown) {
      expect(line).not.toMatch(UNFILLED);
      if (language === 'fr') expect(line).not.toMatch(WRONG_SPACE);
    }
    return shown;
  }

  private async feed(company: string, language: Language, reader: Browser): Promise<readonly string[]> {
    const key = `${company} ${language}`;
    if (!this.feeds.has(key)) {
      const made = (await reader.send('POST', '/api/v1/me/calendar-link')).json();
      this.feeds.set(key, new URL(made.address).pathname);
    }
    const { body } = await this.server.app.inject({ url: this.feeds.get(key)! });
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent');
    return events.map((component) => {
      const { startDate, summary, description } = new ICAL.Event(component);
      return `${startDate} ${summary}${description ? ` – ${description}` : ''}`;
    });
  }
}

/** The page to which a mail leads. */
function pageOf({ text }: ReadMail): string {
  const { pathname, search } = new URL(/^http:\S+$/m.exec(text)![0]);
  return `${pathname}${search}`;
}

export interface ExpectedMail {
  readonly subject: string;
  readonly says: readonly string[];
}

/** Both readers get this mail, each in his or her language, and it leads both to the page. */
export function expectMail(
  mails: Record<Language, readonly ReadMail[]>,
  page: string,
  expected: Record<Language, ExpectedMail>,
): void {
  for (const language of ['fr', 'en'] as const) {
    const { subject, says } = expected[language];
    const mail = mails[language].find((each) => each.subject === subject);
    expect([subject, ...mails[language].map((each) => each.subject)]).toContain(mail?.subject ?? 'no mail');
    for (const words of says) expect(mail!.text).toContain(words);
    expect(pageOf(mail!)).toBe(page);
  }
}

export function expectMails(mails: Record<Language, readonly ReadMail[]>, count: number): void {
  expect([mails.fr, mails.en].map((each) => each.map(({ subject }) => subject))).toEqual([
    expect.objectContaining({ length: count }),
    expect.objectContaining({ length: count }),
  ]);
}
