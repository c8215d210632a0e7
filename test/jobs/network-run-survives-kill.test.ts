import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';

const PROGRAM = join(import.meta.dirname, 'support', 'look-at-network.ts');
const COMPANIES = 300;
/** There are never so many batches under way at once: some are done when this one is begun, and some are left. */
const TENTH = 10;

const dataFolder = newDataFolder('jalon-network-');
afterAll(() => removeDataFolder(dataFolder));

/** Lets the program come to its end, or kills it when it stands still. @returns what it says */
async function lookAtNetwork(stopsAt: number | null): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, dataFolder, String(stopsAt ?? '')], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.endsWith('\n')) break;
  }
  if (stopsAt !== null) child.kill('SIGKILL');
  await ended;
  return said.trimEnd();
}

it('the look at the network goes on after kill -9, and no company is counted twice or left out', async () => {
  expect(await lookAtNetwork(TENTH)).toBe('stands still');
  const { looked, failed, run } = JSON.parse(await lookAtNetwork(null));
  expect(failed).toBe(0);
  expect(looked).toBeGreaterThan(0);
  expect(looked).toBeLessThan(COMPANIES);
  expect(run).toMatchObject({ total: COMPANIES, done: COMPANIES });
  expect(run.finishedAt).not.toBeNull();
}, 120_000);
