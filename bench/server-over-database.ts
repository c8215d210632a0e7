/** The whole server, listening, with its log on (written to nowhere) and one partner admin signed in. */
import { createWriteStream } from 'node:fs';
import { hash } from '@node-rs/argon2';
import { pino } from 'pino';
import { catalogueRoot } from '../src/catalogue/catalogue-folder.ts';
import { routeTable } from '../src/features/route-table.ts';
import { newApiToken } from '../src/features/setup/api-token.ts';
import { createServer } from '../src/http/server.ts';
import { openServices } from '../src/open-services.ts';
import { setPasswordHash } from '../src/store/credentials-store.ts';
import type { OpenDatabase } from '../src/store/open-database.ts';
import type { PartnerId } from '../src/store/partner-id.ts';
import { createUser } from '../src/store/users-store.ts';
import { BENCH_ACTOR } from './company-in-database.ts';

/** A constant answer of the given text: what the server itself costs. */
const CONSTANT_PATH = '/bench/constant';

export interface BenchServer {
  readonly address: string;
  readonly constantPath: string;
  readonly cookie: string;
  readonly operatorToken: string;
  /** Of a partner admin of the company. */
  readonly adminToken: string;
  /** What the constant path answers. */
  setConstant(text: string): void;
  /** Makes the next question ask the database for the version of the evidence, as after a write. */
  forgetVersions(): void;
  /** Starts the thread of plans, as a server does at its start. */
  openPlanner(): Promise<void>;
  close(): Promise<void>;
}

async function signedIn(
  opened: OpenDatabase,
  partnerId: PartnerId,
  address: string,
  name: string,
): Promise<string> {
  const email = `${name}@${partnerId}.example`;
  const password = 'a long enough pass phrase';
  const claim = { partnerId, actor: BENCH_ACTOR };
  const passwordHash = await hash(password);
  await opened.database.asTenant(claim, async (tx) => {
    const admin = { workEmail: email, firstName: 'Bench', lastName: 'Admin', roles: ['partner-admin'] };
    await setPasswordHash(tx, await createUser(tx, admin), passwordHash);
  });
  const answer = await fetch(`${address}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers.get('set-cookie')!.split(';')[0]!;
}

/** What the features stand on, over that database and at those times. */
export function benchServices(opened: OpenDatabase, now: () => Date): ReturnType<typeof openServices> {
  return openServices({
    opened,
    catalogueRoot: catalogueRoot(),
    imports: { enqueue: async () => {} },
    mail: { queue: { enqueue: async () => {} }, delivery: 'none' },
    secret: () => 'the secret of a bench, which nobody needs',
    baseUrl: () => 'http://127.0.0.1',
    now,
    oidc: { providers: { work: null, learning: null }, loopback: false },
    demo: false,
    https: false,
  });
}

/**
 * @param admin name of a user who is made and signed in; nobody when null, which leaves the facts as they are
 * @param webFolder of the built web application, where its pages are asked for
 */
export async function startBenchServer(
  opened: OpenDatabase,
  partnerId: PartnerId,
  admin: string | null = 'bench-admin',
  webFolder = '/nowhere',
): Promise<BenchServer> {
  const services = await benchServices(opened, () => new Date());
  const app = await createServer({
    routes: routeTable(services, '0.0.0'),
    gate: services.gate,
    baseUrl: 'http://127.0.0.1',
    webFolder,
    logger: pino({ level: 'info' }, createWriteStream('/dev/null')),
    uploadLimit: 1024,
    ready: async () => true,
  });
  let constant = '{}';
  app.get(CONSTANT_PATH, async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(constant),
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const operator = { partnerId: null, role: 'programme-operator', label: null } as const;
  return {
    address,
    constantPath: CONSTANT_PATH,
    cookie: admin === null ? '' : await signedIn(opened, partnerId, address, admin),
    adminToken: (await newApiToken(services, { partnerId, role: 'partner-admin', label: null })).token,
    operatorToken: (await newApiToken(services, operator)).token,
    setConstant: (text) => {
      constant = text;
    },
    forgetVersions: () => services.answers.forgetVersions(),
    openPlanner: () => services.planning.open(),
    close: async () => {
      await app.close();
      await services.planning.end();
    },
  };
}
