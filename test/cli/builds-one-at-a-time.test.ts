import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ALONE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'scripts', 'alone.mjs');

const NAMES = ['a', 'b', 'c', 'd', 'e'];

let folder: string;
let turns: string;
let diary: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-alone-'));
  turns = join(folder, 'cache', 'build-turns');
  diary = join(folder, 'diary');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that writes down when it begins and ends its turn, and lets others run in between. */
function builder(name: string): Promise<number | null> {
  const code = `
    const { alone } = await import(${JSON.stringify(ALONE)});
    const { appendFileSync } = await import('node:fs');
    const write = (what) => appendFileSync(${JSON.stringify(diary)}, what + ' ${name}\\n');
    await alone(${JSON.stringify(turns)}, async () => {
      write('begins');
      for (let turn = 0; turn < 1000; turn += 1) await new Promise((next) => setImmediate(next));
      write('ends');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('programs that start at once in a checkout', () => {
  it.each([1, 2, 3])(
    'build one after another, though one before them was killed while it built (%i)',
    async () => {
      const killed = spawn(process.execPath, ['--eval', '']);
      await new Promise((resolve) => killed.once('exit', resolve));
      await builder('first');
      const [last] = readdirSync(turns);
      writeFileSync(join(turns, String(Number(last) + 1)), String(killed.pid));
      rmSync(diary);
      expect(await Promise.all(NAMES.map(builder))).toEqual(NAMES.map(() => 0));
      const lines = readFileSync(diary, 'utf8').trim().split('\n');
      expect(lines).toHaveLength(2 * NAMES.length);
      for (let turn = 0; turn < lines.length; turn += 2) {
        expect(lines[turn]!.replace('begins', 'ends')).toBe(lines[turn + 1]);
      }
      expect(readdirSync(turns)).toEqual([String(Number(last) + 1 + NAMES.length)]);
    },
  );
});
