import { tmpdir } from 'node:os';
import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import type { CommandContext } from '../../src/cli/jalon.ts';
import type { DemoServer } from './demo-server.ts';

/** What commands stand on over a server of the tests, which stays open when they end. */
export function commandContext({ services, opened, clock }: DemoServer): CommandContext {
  return {
    catalogueRoot,
    open: async () => ({ services, answers: services.answers, close: async () => {} }),
    openDatabase: async () => ({ ...opened, close: async () => {} }),
    databaseFolder: async () => tmpdir(),
    installationKey: async () => ({ known: () => null, keep: () => {} }),
    migrate: async () => [],
    serve: () => Promise.reject(new Error('not here')),
    baseUrl: async () => 'http://localhost:3000',
    now: () => clock.now,
    version: '0.0.0',
  };
}
