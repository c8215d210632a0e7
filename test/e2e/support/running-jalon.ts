/** The program as people start it: its own process, an empty data folder, a port nobody else uses. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newDataFolder, removeDataFolder } from '../../support/data-folder.ts';

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
  stop(): Promise<void>;
}

/** Without the demo the database stays empty and the program prints a set-up link. */
export async function startJalon({ demo = true }: { readonly demo?: boolean } = {}): Promise<RunningJalon> {
  const dataFolder = newDataFolder('jalon-e2e-');
  const port = await freePort();
  const server = spawn(process.execPath, [join(ROOT, 'bin', 'jalon.js'), 'serve'], {
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
  const output: string[] = [];
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => output.push(String(text)));
  const address = `http://localhost:${port}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    removeDataFolder(dataFolder);
  };
  const signIns = await untilReady(server, `${address}/readyz`, output)
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
