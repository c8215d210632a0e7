/**
 * The order in which test files begin. On a fresh clone nothing is known of how long each takes; a long one that
 * begins last would be waited for with all other workers idle.
 */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const TESTS = new URL('..', import.meta.url).pathname;

/** More than a minute each, the longest first. */
export const LONGEST: readonly string[] = [
  'bench/network-in-database.test.ts',
  'e2e/accessibility-elsewhere.test.ts',
  'e2e/accessibility.test.ts',
  'e2e/staged-causes.test.ts',
  'e2e/plans.test.ts',
];

/** The rooms whose files take seconds, in this order; those of any other room take less. */
export const ROOMS: readonly string[] = [
  'e2e',
  'jobs',
  'bench',
  'cli',
  'store',
  'tenancy',
  'http',
  'features',
];

/** @returns the place of a test file, named from the folder of the tests: a smaller one begins earlier */
export function placeOf(file: string): number {
  const named = LONGEST.indexOf(file);
  if (named >= 0) return named;
  const room = ROOMS.indexOf(file.split('/')[0] ?? '');
  return LONGEST.length + (room >= 0 ? room : ROOMS.length);
}

export class LongestFirst extends BaseSequencer {
  /** Files of one place stay as vitest sorts them: those that share a process together, the larger first. */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => placeOf(relative(TESTS, moduleId));
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
