import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import type { DemoSignIn } from '../../src/features/demo/demo-sign-ins.ts';
import { loadDemoNetwork } from '../../src/features/demo/load-demo-network.ts';
import { runImport } from '../../src/features/imports/run-import.ts';
import { routeTable } from '../../src/features/route-table.ts';
import { MAIL_PURPOSE, type MailContent } from '../../src/features/shared/mail/post-mail.ts';
import { logger } from '../../src/http/logger.ts';
import type { Route } from '../../src/http/route.ts';
import { createServer } from '../../src/http/server.ts';
import { type OpenedServices, openServices } from '../../src/open-services.ts';
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts';
import { listMails } from '../../src/store/mail-store.ts';
import type { OpenDatabase } from '../../src/store/open-database.ts';
import type { PartnerId } from '../../src/store/partner-id.ts';
import { copyOfPrepared } from './copy-of-prepared.ts';
import { removeDataFolder } from './data-folder.ts';
import { QUIET_PARTS } from './service-parts.ts';

/** The demo network is dated from the day it is made; tests hold still on one. */
const DEMO_DAY = '2026-11-21';

export interface DemoServer {
  readonly app: FastifyInstance;
  readonly opened: OpenDatabase;
  readonly services: OpenedServices;
  readonly routes: readonly Route[];
  readonly signIns: readonly DemoSignIn[];
  readonly dataFolder: string;
  /** The present instant of the server; a test may move it. */
  readonly clock: { now: Date };
  /** Signs a person in and answers requests on his or her behalf. */
  as(email: string): Promise<Browser>;
  /** The mails that a company has written, oldest first, in plain text. */
  mails(partnerId: string): Promise<readonly ReadMail[]>;
  close(): Promise<void>;
}

export interface ReadMail {
  readonly mailId: string;
  readonly kind: string;
  readonly to: string;
  readonly locale: 'fr' | 'en';
  readonly subject: string;
  readonly text: string;
}

export interface Browser {
  readonly csrf: string;
  readonly cookie: string;
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  send(
    method: 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  upload(url: string, fileName: string, content: string | Buffer): Promise<LightMyRequestResponse>;
}

/**
 * The whole server over a real database with the demo network, without a port. Answers are held against their
 * schemas; imports run at once in place of the queue.
 */
export function demoServer(options: ServerTrials = {}): Promise<DemoServer> {
  return serverWith('the demo network', options);
}

/** The same server over a database in which nothing has been set up, with pages where it is said which. */
export function emptyServer(pages: ServerTrials = {}): Promise<DemoServer> {
  return serverWith('nothing', pages);
}

interface ServerTrials {
  readonly webFolder?: string;
  /** Where its log goes, all of it. */
  readonly log?: Writable;
}

type Content = 'the demo network' | 'nothing';

async function folderWith(content: Content, clock: () => Date): Promise<string> {
  return copyOfPrepared(content === 'nothing' ? 'empty' : 'demo', 'jalon-test-', async (dataFolder) => {
    const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {}, clock });
    await opened.migrate();
    const { database } = opened;
    if (content !== 'nothing') await loadDemoNetwork({ database, today: DEMO_DAY, dataFolder, large: false });
    await opened.close();
  });
}

async function serverWith(content: Content, { webFolder, log }: ServerTrials = {}): Promise<DemoServer> {
  const clock = { now: new Date(`${DEMO_DAY}T10:00:00Z`) };
  const dataFolder = await folderWith(content, () => clock.now);
  const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {}, clock: () => clock.now });
  await opened.migrate();
  const running = new Set<Promise<void>>();
  const imports = {
    enqueue: async (partnerId: PartnerId, importId: string, startAfter = 0) => {
      if (startAfter > 0) return;
      const work: Promise<void> = runImport(services, { partnerId, importId }).finally(() =>
        running.delete(work),
      );
      running.add(work);
    },
  };
  const services = await openServices({
    ...QUIET_PARTS,
    opened,
    imports,
    now: () => clock.now,
  });
  const { database } = services;
  const demo = { database, today: DEMO_DAY, dataFolder, large: false };
  const signIns = content === 'nothing' ? [] : await loadDemoNetwork(demo);
  const routes = routeTable(services, '0.0.0');
  const app = await createServer({
    routes,
    gate: services.gate,
    baseUrl: 'http://localhost:3000',
    webFolder: webFolder ?? join(dataFolder, 'no-pages'),
    logger: log === undefined ? pino({ level: process.env.TEST_LOG ?? 'silent' }) : logger('debug', log),
    uploadLimit: 5 * 1024 * 1024,
    ready: async () => true,
    readings: services.readings,
    checkAnswers: true,
  });
  const passwords = new Map(signIns.map(({ email, password }) => [email, password]));

  return {
    app,
    opened,
    services,
    routes,
    signIns,
    dataFolder,
    clock,
    as: async (email) => {
      const payload = { email, password: passwords.get(email) ?? '' };
      const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', payload });
      if (answer.statusCode !== 200) throw new Error(`${email} cannot sign in: ${answer.body}`);
      return browserAfter(app, answer);
    },
    mails: async (partnerId) => {
      const claim = { partnerId: partnerId as PartnerId, actor: { kind: 'system', name: 'test' } } as const;
      const mails = await database.readAsTenant(claim, (tx) => listMails(tx, { limit: 1_000, offset: 0 }));
      return mails.reverse().flatMap(({ mailId, kind, recipient, locale, subject, sealedContent }) => {
        // With a person who is deleted the mails are erased.
        if (sealedContent === null) return [];
        const content = services.sealer.open(MAIL_PURPOSE, sealedContent);
        const { text } = JSON.parse(content) as MailContent;
        return [{ mailId, kind, to: recipient, locale, subject, text }];
      });
    },
    close: async () => {
      await Promise.allSettled(running);
      await app.close();
      await opened.close();
      removeDataFolder(dataFolder);
    },
  };
}

/** The browser of the person whom this answer has signed in. */
export function browserAfter(app: FastifyInstance, answer: LightMyRequestResponse): Browser {
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return browserWith(app, cookie, answer.json().csrfToken);
}

/** A browser with this session. */
export function browserWith(app: FastifyInstance, cookie: string, csrf: string): Browser {
  const writing = { cookie, 'x-csrf-token': csrf };
  return {
    csrf,
    cookie,
    get: (url, headers = {}) => app.inject({ url, headers: { cookie, ...headers } }),
    send: (method, url, payload, headers = {}) => {
      const sent = { method, url, headers: { ...writing, ...headers } };
      return app.inject(payload === undefined ? sent : { ...sent, payload });
    },
    upload: (url, fileName, content) => {
      const boundary = 'test-boundary';
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      const payload = Buffer.concat([
        Buffer.from(head),
        Buffer.from(content),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const type = `multipart/form-data; boundary=${boundary}`;
      return app.inject({ method: 'POST', url, headers: { ...writing, 'content-type': type }, payload });
    },
  };
}
