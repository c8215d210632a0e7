import { randomBytes } from 'node:crypto';
import { sealerWith } from '../../../src/features/shared/sealed.ts';
import { SOURCE_KEY_PURPOSE } from '../../../src/features/shared/source-gate.ts';
import { secretText } from '../../../src/http/delivery-signature.ts';
import { openRemote } from '../../../src/store/open-remote.ts';
import { NETWORK_PARTNER } from '../../../src/store/partner-id.ts';
import { addSourceKey } from '../../../src/store/source-keys-store.ts';
import { SERVER_SECRET } from './server-process.ts';

/** A key by which a source signs for the servers on this database, as an operator would make it. */
export async function newSourceKey(databaseUrl: string, source: string): Promise<string> {
  const secret = secretText(randomBytes(32));
  const sealedSecret = sealerWith(() => SERVER_SECRET).seal(SOURCE_KEY_PURPOSE, secret);
  const opened = await openRemote(databaseUrl, { log: () => {} });
  const claim = { partnerId: NETWORK_PARTNER, actor: { kind: 'system', name: 'test' } } as const;
  await opened.database.asTenant(claim, (tx) =>
    addSourceKey(tx, { source, label: 'of a test', sealedSecret, createdBy: 'system:test' }),
  );
  await opened.close();
  return secret;
}
