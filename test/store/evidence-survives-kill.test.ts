import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { checkEvidence } from '../../src/store/check-evidence.ts';
import { openEmbedded } from '../../src/store/embedded/open-embedded.ts';
import { newDataFolder, removeDataFolder } from '../support/data-folder.ts';
import { ALPHA, BETA, SYSTEM } from './support/two-partners.ts';

const PROGRAM = join(import.meta.dirname, 'support', 'write-facts-until-killed.ts');
const ROUNDS = 4;

const dataFolder = newDataFolder('jalon-evidence-');
afterAll(() => removeDataFolder(dataFolder));

/** Lets the writer be acknowledged so many times, and a little more, before it is killed. */
async function writeAndKill(acknowledged: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, dataFolder], {
    cwd: join(import.meta.dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let lines = 0;
  for await (const chunk of child.stdout) {
    lines += String(chunk).split('\n').length - 1;
    if (lines >= acknowledged) break;
  }
  await pause(Math.random() * 15);
  child.kill('SIGKILL');
  await ended;
}

it('evidence and facts are the same after every kill -9 of a process that writes them', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    await writeAndKill(5 + 4 * round);
    const opened = await openEmbedded({ dataFolder, purpose: 'server', log: () => {} });
    try {
      for (const partnerId of [ALPHA, BETA]) {
        const examined = await opened.database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => ({
          problem: await checkEvidence(tx),
          marks: await tx.sql.selectFrom('evidence_mark').selectAll().execute(),
        }));
        expect(examined).toEqual({ problem: null, marks: [] });
      }
    } finally {
      await opened.close();
    }
  }
}, 180_000);
