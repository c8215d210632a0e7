import { totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Rooms of pure functions and texts: nothing of one file reaches another, and so the files may share a process. */
const PURE = ['domain', 'catalogue', 'sources', 'web'].map((room) => `test/${room}/**/*.test.ts`);

const each = {
  setupFiles: ['test/support/property-seed.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** A worker with a browser, a server and its database takes somewhat more than 1 GB. */
const ROOM_FOR_THREE = 8 * 1024 ** 3;

export default defineConfig({
  test: {
    globalSetup: ['test/support/prepared-folders.ts'],
    // Tests of the browser wait now and then: three at once leave two cores less often idle than two do.
    maxWorkers: totalmem() > ROOM_FOR_THREE ? 3 : 2,
    passWithNoTests: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...each, name: 'pure', include: PURE, isolate: false } },
      { test: { ...each, name: 'parts', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
  },
});
