/** Servers of one installation, each in a process of its own, on one PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** By which they seal secrets. */
export const SERVER_SECRET = 'a secret that both servers know, long enough';

export interface ServerProcess {
  readonly address: string;
  readonly process: ChildProcess;
  readonly log: string[];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Ends a process and waits for its end; answers its exit code. */
export function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exit;
}

/** Starts `jalon demo` or `jalon serve` from the sources and waits until it answers. */
export async function startServerProcess(
  command: 'demo' | 'serve',
  { databaseUrl, dataFolder }: { readonly databaseUrl: string; readonly dataFolder: string },
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'src', 'main.ts'), command], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      JALON_DATA: dataFolder,
      JALON_SECRET: SERVER_SECRET,
      JALON_BASE_URL: 'http://localhost:3000',
      JALON_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log: string[] = [];
  child.stderr?.on('data', (text) => log.push(String(text)));
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 1_200; tries++) {
    if ((await fetch(`${address}/readyz`).catch(() => null))?.ok) return { address, process: child, log };
    if (child.exitCode !== null) break;
    await pause(100);
  }
  throw new Error(`the server does not start: ${log.join('')}`);
}
