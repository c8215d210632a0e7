import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from './cli/command.ts';
import { commandsOf } from './cli/commands.ts';
import type { CommandContext, OpenJalon } from './cli/jalon.ts';
import { runCommand } from './cli/run-command.ts';
import { closedOnSignal } from './close-on-signal.ts';
import { type Config, isLocalDemo, mailDelivery } from './config.ts';
import type { MailQueue } from './features/shared/mail/post-mail.ts';
import type { ImportQueue } from './features/shared/services.ts';
import type { OpenDatabase } from './store/open-database.ts';

/** The only file that constructs things. What a command does not need is not even loaded. */

/** This file is `src/main.ts` or `dist/main.js` of the package. */
const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
  version: string;
};
const catalogueRoot = () => join(packageRoot, 'catalogue');
const now = () => new Date();
const say = (line: string) => void process.stderr.write(`${line}\n`);

async function config(): Promise<Config> {
  const { readConfig } = await import('./config.ts');
  const read = readConfig(process.env, process.cwd());
  if (read.kind === 'bad-config') throw new CommandFailure(read.problems.join('\n'));
  return read.config;
}

/** Opens the database of the environment; what is wrong with it is one message for the person who started us. */
async function openDatabase(purpose: 'server' | 'setup' | 'command') {
  const { databaseUrl, dataFolder } = await config();
  const options = { log: say, clock: now };
  const { StoreFailure } = await import('./store/store-failure.ts');
  try {
    return await closedOnSignal(async () => {
      if (databaseUrl !== null)
        return (await import('./store/open-remote.ts')).openRemote(databaseUrl, options);
      const { openEmbedded } = await import('./store/embedded/open-embedded.ts');
      return openEmbedded({ dataFolder, purpose, ...options });
    });
  } catch (error) {
    if (error instanceof StoreFailure) throw new CommandFailure(error.message);
    throw error;
  }
}

async function migrated(opened: OpenDatabase): Promise<readonly string[]> {
  const { StoreFailure } = await import('./store/store-failure.ts');
  try {
    return await opened.migrate();
  } catch (error) {
    await opened.close();
    if (error instanceof StoreFailure) throw new CommandFailure(error.message);
    throw error;
  }
}

async function services(
  opened: OpenDatabase,
  queues: { readonly imports: ImportQueue; readonly mail: MailQueue },
  address: () => string,
) {
  const { openServices } = await import('./open-services.ts');
  const { installationSecret } = await import('./installation-secret.ts');
  const stated = await config();
  return openServices({
    opened,
    catalogueRoot: catalogueRoot(),
    imports: queues.imports,
    mail: { queue: queues.mail, delivery: mailDelivery(stated) },
    secret: () => installationSecret(stated),
    oidc: { providers: stated.identityProviders, loopback: isLocalDemo(stated) },
    now,
    demo: stated.demo,
    https: stated.baseUrl.startsWith('https:'),
    baseUrl: address,
  });
}

async function open(purpose: 'setup' | 'command'): Promise<OpenJalon> {
  const { opened } = await openDatabase(purpose);
  await migrated(opened);
  const { ordersOnly } = await import('./jobs/open-queues.ts');
  // A command does its own imports at once; the mails that it orders are sent by the server.
  const queues = { imports: { enqueue: async () => {} }, ...ordersOnly(opened.jobs) };
  const address = await baseUrl();
  const made = await services(opened, queues, () => address);
  return { services: made, answers: made.answers, close: () => opened.close() };
}

/** A link is of use only where the server answers, which the folder of a running server tells. */
async function baseUrl(): Promise<string> {
  const stated = await config();
  if (stated.baseUrlStated || stated.databaseUrl !== null) return stated.baseUrl;
  const { servedAddress } = await import('./store/embedded/server-home.ts');
  return servedAddress(stated.dataFolder) ?? stated.baseUrl;
}

const context: CommandContext = {
  catalogueRoot,
  open,
  now,
  baseUrl,
  version,
  openDatabase: async (purpose) => (await openDatabase(purpose)).opened,
  databaseFolder: async () => {
    const { databaseUrl, dataFolder } = await config();
    return databaseUrl === null ? dataFolder : null;
  },
  installationKey: async () => {
    const stated = await config();
    const { keepSecret, knownSecret } = await import('./installation-secret.ts');
    return { known: () => knownSecret(stated), keep: (secret) => keepSecret(stated, secret) };
  },
  migrate: async () => {
    const { opened } = await openDatabase('setup');
    const applied = await migrated(opened);
    await opened.close();
    return applied;
  },
  serve: async (order) => {
    const { opened, release } = await openDatabase('server');
    await migrated(opened);
    let stopQueues = async () => {};
    try {
      const { startServer } = await import('./start-server.ts');
      const { openQueues } = await import('./jobs/open-queues.ts');
      const queues = await openQueues(opened.jobs, (error) => say(`The queues of work: ${error.message}`));
      stopQueues = () => queues.stop();
      const stated = await config();
      let address = stated.baseUrl;
      const made = await services(opened, queues, () => address);
      const announced = (reached: string) => {
        address = reached;
      };
      const parts = {
        config: stated,
        opened,
        services: made,
        queues,
        packageRoot,
        version,
        order,
        announced,
      };
      const server = await startServer(parts);
      release();
      const stopped = server.stopped.then(async (when) => {
        if (when === 'in-time') return opened.close();
        await opened.interrupt();
        process.exit(1);
      });
      return { ...server, stopped };
    } catch (error) {
      await stopQueues();
      await opened.close();
      throw error;
    }
  },
};

// A reader who has seen enough (`| head`) ends the output, not the program with an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await runCommand(commandsOf(context), process.argv.slice(2), process, version);
