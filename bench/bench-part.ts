/** What the parts of the bench share: where their bundles are, how a process is measured, what they give back. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Usage } from './tell-usage.ts';

export interface Bundles {
  /** Folder of the bundled scripts. */
  readonly folder: string;
  /** Folder for what is measured on. */
  readonly scratch: string;
}

export interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Run extends Usage {
  readonly seconds: number;
  readonly output: string;
}

/** Runs a bundled script in a process of its own; its last line on stderr tells what it took. */
export function run({ folder, scratch }: Bundles, script: string, args: readonly string[]): Run {
  const output = join(scratch, 'output');
  const started = process.hrtime.bigint();
  const out = openSync(output, 'w');
  const { status, stderr } = spawnSync(process.execPath, [join(folder, `${script}.js`), ...args], {
    stdio: ['ignore', out, 'pipe'],
  });
  closeSync(out);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const told = String(stderr).trim();
  if (status !== 0) throw new Error(`${script} ended with ${status}: ${told}`);
  return { seconds, output, ...(JSON.parse(told.split('\n').at(-1)!) as Usage) };
}
