import { parseDay } from './domain/time/day.ts';
import { LEARNING, WORK } from './features/shared/oidc/oidc-client.ts';
import type { Services } from './features/shared/services.ts';

export interface DemoProvider {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * The identity provider of the demo, beside the server: so that work accounts and learning accounts can be tried
 * without any other machine. What the environment names stays; `null` when it names both.
 */
export async function startDemoProvider(
  services: Services,
  order: { readonly address: string; readonly port: number; readonly large: boolean },
): Promise<DemoProvider | null> {
  const stated = services.oidc.providers();
  if (stated.work !== null && stated.learning !== null) return null;
  const { startIdentityProvider } = await import('./identity-provider/start-identity-provider.ts');
  const { demoNetwork } = await import('./features/demo/demo-network.ts');
  const { demoDirectory } = await import('./features/demo/demo-directory.ts');
  const { connectDemoDirectory } = await import('./features/demo/connect-demo-directory.ts');
  const today = parseDay(services.now().toISOString().slice(0, 10))!;
  const directory = demoDirectory(demoNetwork(today, { large: order.large }));
  const provider = await startIdentityProvider({
    port: order.port,
    callbacks: `${order.address}/oidc/callback/`,
    people: () => directory,
  });
  if (stated.work === null)
    await connectDemoDirectory(services.database, provider.work.issuer, directory.work);
  if (stated.learning === null) services.transcripts.use(provider.transcripts);
  services.oidc.use({
    work: stated.work ?? { key: WORK, name: 'Entra ID (local)', ...provider.work },
    learning: stated.learning ?? { key: LEARNING, name: 'Microsoft Learning (demo)', ...provider.learning },
  });
  return provider;
}
