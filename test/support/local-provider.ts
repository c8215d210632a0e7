import { parseDay } from '../../src/domain/time/day.ts';
import { connectDemoDirectory } from '../../src/features/demo/connect-demo-directory.ts';
import { type DemoDirectory, demoDirectory } from '../../src/features/demo/demo-directory.ts';
import { demoNetwork } from '../../src/features/demo/demo-network.ts';
import {
  type LocalIdentityProvider,
  startIdentityProvider,
} from '../../src/identity-provider/start-identity-provider.ts';
import type { DemoServer } from './demo-server.ts';

export interface DemoProvider extends LocalIdentityProvider {
  readonly directory: DemoDirectory;
  /** Of the work account of this address. */
  objectId(workEmail: string): string;
}

/** The identity provider of the demo beside a server of a test, connected as `jalon demo` does it. */
export async function localProviderOf(server: DemoServer): Promise<DemoProvider> {
  const directory = demoDirectory(demoNetwork(parseDay('2026-11-21')!, { large: false }));
  const provider = await startIdentityProvider({
    port: 0,
    callbacks: 'http://localhost:3000/oidc/callback/',
    people: () => directory,
  });
  await connectDemoDirectory(server.services.database, provider.work.issuer, directory.work);
  server.services.oidc.use({
    work: { key: 'work', name: 'Work account', ...provider.work },
    learning: { key: 'learning', name: 'Learning account', ...provider.learning },
  });
  const objectId = (workEmail: string) => {
    const account = directory.work.find(({ accountName }) => accountName === workEmail);
    if (account === undefined) throw new Error(`${workEmail} has no work account in the demo`);
    return account.objectId;
  };
  return { ...provider, directory, objectId };
}
