import { totalmem } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/**
 * Rooms whose files share processes, and so load their parts only once: those of pure functions and texts, and those
 * whose every file makes a server with a database of its own. Other files start or end processes, or measure one.
 */
const SHARED = ['domain', 'catalogue', 'sources', 'web', 'features', 'http'].map(
  (room) => `test/${room}/**/*.test.ts`,
);

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
      { test: { ...each, name: 'shared', include: SHARED, isolate: false } },
      { test: { ...each, name: 'own', include: ['test/**/*.test.ts'], exclude: SHARED } },
    ],
  },
});
