import { catalogueRoot } from '../../src/catalogue/catalogue-folder.ts';
import type { ServiceParts } from '../../src/open-services.ts';

/** What services stand on where no queue is worked on: imports wait, mails are written and not sent. */
export const QUIET_PARTS: Omit<ServiceParts, 'opened' | 'now'> = {
  catalogueRoot: catalogueRoot(),
  imports: { enqueue: async () => {} },
  mail: { queue: { enqueue: async () => {} }, delivery: 'outbox' },
  secret: () => 'the secret of tests, long enough to be one',
  baseUrl: () => 'http://localhost:3000',
  oidc: { providers: { work: null, learning: null }, loopback: true },
  demo: true,
  https: false,
};
