import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONGEST, placeOf, ROOMS } from '../support/longest-first.ts';

const TESTS = join(import.meta.dirname, '..');

it('the files and rooms that begin first are there', () => {
  expect([...LONGEST, ...ROOMS].filter((name) => !existsSync(join(TESTS, name)))).toEqual([]);
});

it('a file of minutes begins before one of its room, and that before one of the pure rooms', () => {
  const files = [
    'domain/a.test.ts',
    'http/a.test.ts',
    'e2e/a.test.ts',
    'e2e/plans.test.ts',
    'bench/b.test.ts',
  ];
  expect(files.sort((one, other) => placeOf(one) - placeOf(other))).toEqual([
    'e2e/plans.test.ts',
    'e2e/a.test.ts',
    'bench/b.test.ts',
    'http/a.test.ts',
    'domain/a.test.ts',
  ]);
});
