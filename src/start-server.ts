import { existsSync, readFileSync } from 'node:fs';
import { createServer as createServerOfNet } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { CommandFailure } from './cli/command.ts';
import type { DemoSignIn, RunningServer, ServeOrder } from './cli/jalon.ts';
import { whenToldToStop } from './close-on-signal.ts';
import { type Config, isLoopback, mailDelivery } from './config.ts';
import { routeTable } from './features/route-table.ts';
import { newSetUpPath } from './features/setup/set-up-link.ts';
import { logger } from './http/logger.ts';
import { createServer } from './http/server.ts';
import { resumeStalledImports, workOnImports } from './jobs/import-jobs.ts';
import { type MailOffice, workOnMail } from './jobs/mail-jobs.ts';
import type { WorkingQueues } from './jobs/open-queues.ts';
import { workRegularly } from './jobs/regular-work.ts';
import type { OpenedServices } from './open-services.ts';
import type { DemoProvider } from './start-demo-provider.ts';
import { startRounds } from './start-rounds.ts';
import type { OpenDatabase } from './store/open-database.ts';

const UPLOAD_LIMIT = 25 * 1024 * 1024;
/** How long requests under way may take to end when the server is told to stop. */
const STOP_MS = 10_000;
/** Twice this and a little, and an import of a process that was killed goes on in another one. */
const LOOK_AT_IMPORTS_MS = 7_000;

export interface ServerParts {
  readonly config: Config;
  readonly opened: OpenDatabase;
  readonly services: OpenedServices;
  readonly queues: WorkingQueues;
  readonly packageRoot: string;
  readonly version: string;
  readonly order: ServeOrder;
  /** Told under which address people reach the server, as soon as that is known. */
  readonly announced: (address: string) => void;
}

function readDemoSignIns(dataFolder: string): readonly DemoSignIn[] {
  const file = join(dataFolder, 'demo-sign-ins.json');
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[];
}

function whyNotListening(error: unknown, { host, port }: Config): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new CommandFailure(
      `Port ${port} of ${host} is in use by another program. Stop it, or choose another port with PORT.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CommandFailure(
      `The server cannot listen on ${host}:${port} (${code}). Choose another HOST or PORT.`,
    );
  }
  return error;
}

/** Fails before anything is made when nobody could be answered afterwards. */
async function refuseBusyPort(config: Config): Promise<void> {
  const { host, port } = config;
  const probe = createServerOfNet();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ host, port }, resolve);
    });
  } catch (error) {
    throw whyNotListening(error, config);
  } finally {
    probe.close();
  }
}

async function listen(app: FastifyInstance, config: Config): Promise<void> {
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    throw whyNotListening(error, config);
  }
}

/** Where people reach the server that listens: with PORT=0 only the system knows the port. */
function addressOf(app: FastifyInstance, { baseUrl, baseUrlStated, port }: Config): string {
  const listening = app.server.address();
  if (baseUrlStated || port !== 0 || listening === null || typeof listening === 'string') return baseUrl;
  return `http://localhost:${listening.port}`;
}

/** The demo network belongs on one's own machine: elsewhere only `jalon demo` makes it. */
function demoAllowed({ demo, host }: Config, kind: OpenDatabase['kind'], order: ServeOrder): boolean {
  return order.demo === 'always' || (demo && isLoopback(host) && kind === 'embedded');
}

/** @returns the path of the set-up page, where the database stays empty. */
async function fillEmpty(parts: ServerParts): Promise<string | null> {
  const { config, opened, services, order } = parts;
  const { database, now } = services;
  if (!demoAllowed(config, opened.kind, order)) return newSetUpPath(services);
  const { loadDemoNetwork } = await import('./features/demo/load-demo-network.ts');
  await loadDemoNetwork({
    database,
    today: now().toISOString().slice(0, 10),
    dataFolder: config.dataFolder,
    large: order.large,
  });
  return null;
}

/** Beside a demo on one's own machine runs an identity provider; without it the demo is still of use. */
async function demoProvider(
  { config, services, order }: ServerParts,
  address: string,
  signIns: readonly DemoSignIn[],
): Promise<DemoProvider | null> {
  if (signIns.length === 0 || !isLoopback(config.host)) return null;
  const { startDemoProvider } = await import('./start-demo-provider.ts');
  try {
    // The next port, so that its address, by which accounts are known, is the same after a restart.
    const port = config.port === 0 || config.port === 65_535 ? 0 : config.port + 1;
    return await startDemoProvider(services, { address, port, large: order.large });
  } catch (error) {
    order.say(`The identity provider of the demo could not start: ${String(error)}`);
    return null;
  }
}

function mailOffice(config: Config): MailOffice {
  return { delivery: mailDelivery(config), smtpUrl: config.smtpUrl, from: config.mailFrom };
}

/** Whose work was not done in time is cut off. */
export interface StartedServer extends Omit<RunningServer, 'stopped'> {
  readonly stopped: Promise<'in-time' | 'late'>;
}

/** Starts serving: fills an empty database, resumes what was interrupted, listens, and stops cleanly. */
export async function startServer(parts: ServerParts): Promise<StartedServer> {
  const { config, opened, services, order } = parts;
  await refuseBusyPort(config);
  const setupPath = await fillEmpty(parts);
  const log = logger(config.logLevel, pino.destination(2));
  // Ready is who can be used: also the identity provider of the demo has been started by then.
  let started = false;
  const app = await createServer({
    routes: routeTable(services, parts.version),
    gate: services.gate,
    baseUrl: config.baseUrl,
    webFolder: join(parts.packageRoot, 'dist', 'web'),
    logger: log,
    uploadLimit: UPLOAD_LIMIT,
    readings: services.readings,
    ready: () =>
      opened.ping().then(
        () => started,
        () => false,
      ),
  });
  try {
    await listen(app, config);
  } catch (error) {
    await app.close();
    await parts.queues.stop();
    throw error;
  }
  const address = addressOf(app, config);
  opened.announce(address);
  parts.announced(address);
  await workOnImports(services, parts.queues.imports);
  await workOnMail({ ...services, office: mailOffice(config) }, parts.queues.mail);
  const rounds = startRounds(services, log);
  // Nobody waits for it: who asks for a plan before then waits a little.
  services.planning.open().catch((error) => log.error(error, 'the planner could not start'));
  const stalled = workRegularly(
    resumeStalledImports(services, parts.queues.imports),
    LOOK_AT_IMPORTS_MS,
    (error) => log.error({ err: error }, 'unfinished imports could not be looked at'),
  );
  const demoSignIns = readDemoSignIns(config.dataFolder);
  const provider = await demoProvider(parts, address, demoSignIns);
  started = true;
  const stop = async () => {
    await provider?.close();
    await app.close();
    await services.planning.end();
    await stalled.stop();
    await rounds.stop();
    await parts.queues.stop();
    return 'in-time' as const;
  };
  const stopped = whenToldToStop().told.then(() => {
    order.say('Stopping…');
    return Promise.race([stop(), pause(STOP_MS, 'late' as const, { ref: false })]);
  });
  return {
    address,
    demoSignIns,
    identityProvider: provider?.address ?? null,
    setupLink: setupPath && `${address}${setupPath}`,
    stopped,
  };
}
