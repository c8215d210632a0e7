/** The program as people start it: its own process, an empty data folder, a port nobody else uses. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { copyOfPrepared } from '../../support/copy-of-prepared.ts';
import { newDataFolder, removeDataFolder } from '../../support/data-folder.ts';
import { clockAhead } from './clock-ahead.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const START_LIMIT_MS = 60_000;

export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
  readonly role: string;
  readonly partner: string | null;
}

export interface RunningJalon {
  readonly address: string;
  readonly dataFolder: string;
  /** What it has printed so far. */
  output(): string;
  signIn(email: string): DemoSignIn;
  /** Stops it, and starts it again on the same data and at the same address, so many days from now. */
  startAgainIn(days: number): Promise<void>;
  stop(): Promise<void>;
}

interface Launch {
  readonly port: number;
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly output: string[];
}

function launch({ port, dataFolder, demo, output }: Launch, daysAhead: number): ChildProcess {
  const server = spawn(process.execPath, [...clockAhead(daysAhead), join(ROOT, 'bin', 'jalon.js'), 'serve'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      JALON_DATA: dataFolder,
      JALON_DEMO: demo ? '1' : '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (text) => output.push(String(text)));
  return server;
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await exit;
}

/** The demo as the program makes it at its first start. */
function folderWithDemo(): Promise<string> {
  return copyOfPrepared('demo-of-a-first-start', 'jalon-e2e-', async (dataFolder) => {
    const port = await freePort();
    const output: string[] = [];
    const server = launch({ port, dataFolder, demo: true, output }, 0);
    await untilReady(server, `http://localhost:${port}/readyz`, output).finally(() => ended(server));
  });
}

/** Without the demo the database stays empty and the program prints a set-up link. */
export async function startJalon({ demo = true }: { readonly demo?: boolean } = {}): Promise<RunningJalon> {
  const dataFolder = demo ? await folderWithDemo() : newDataFolder('jalon-e2e-');
  const port = await freePort();
  const output: string[] = [];
  const order = { port, dataFolder, demo, output };
  let server = launch(order, 0);
  const address = `http://localhost:${port}`;
  const ready = () => untilReady(server, `${address}/readyz`, output);
  const stop = async () => {
    await ended(server);
    removeDataFolder(dataFolder);
  };
  const signIns = await ready()
    .then(() => (demo ? readDemoSignIns(dataFolder) : []))
    .catch(async (error) => {
      await stop();
      throw error;
    });
  return {
    address,
    dataFolder,
    output: () => output.join(''),
    signIn: (email) => {
      const found = signIns.find((entry) => entry.email === email);
      if (found === undefined) throw new Error(`the demo has no sign-in for ${email}`);
      return found;
    },
    startAgainIn: async (days) => {
      await ended(server);
      server = launch(order, days);
      await ready();
    },
    stop,
  };
}

async function readDemoSignIns(dataFolder: string): Promise<DemoSignIn[]> {
  return JSON.parse(await readFile(join(dataFolder, 'demo-sign-ins.json'), 'utf8')) as DemoSignIn[];
}

async function untilReady(server: ChildProcess, url: string, output: readonly string[]): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`the server did not become ready:\n${output.join('')}`);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const found = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (found === null || typeof found === 'string') throw new Error('no free port');
  return found.port;
}
