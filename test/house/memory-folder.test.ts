import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryFolder } from '../../scripts/memory-folder.mjs';

const parent = mkdtempSync(join(tmpdir(), 'jalon-memory-'));
afterAll(() => rmSync(parent, { recursive: true }));
const GIGABYTE = 1024 ** 3;

describe('the folder in memory for what tests write', () => {
  it('is empty, open to every user, and lets programs start', () => {
    const folder = memoryFolder(Infinity, parent);
    // A disk with little room says no as well.
    if (folder === null) return expect(readdirSync(parent)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    expect(statSync(folder).mode & 0o7777).toBe(0o1777);
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\necho started\n', { mode: 0o755 });
    expect(String(spawnSync(program).stdout)).toBe('started\n');
    rmSync(folder, { recursive: true });
  });

  it('is not made where memory is short or there is no such place', () => {
    expect(memoryFolder(2 * GIGABYTE, parent)).toBeNull();
    expect(memoryFolder(Infinity, join(parent, 'nowhere'))).toBeNull();
    expect(readdirSync(parent)).toEqual([]);
  });
});
