/** Who has signed a delivery: the source whose key it is, judged each time, so that a revoked key opens nothing more. */
import type { Caller } from '../../http/caller.ts';
import { isSignedBy, type SignedDelivery, signedNow } from '../../http/delivery-signature.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { Database } from '../../store/database.ts';
import { NETWORK_PARTNER } from '../../store/partner-id.ts';
import { keysOfSource, type SealedKey, touchSourceKey } from '../../store/source-keys-store.ts';
import type { Sealer } from './sealed.ts';

export const SOURCE_KEY_PURPOSE = 'key of a source';

const CLAIM = { partnerId: NETWORK_PARTNER, actor: { kind: 'system', name: 'sources' } } as const;
/** A key in use is noted at most this often. */
const TOUCH_EVERY_MS = 60_000;

const refused = (code: string, title: string, detail: string) =>
  new HttpProblem(401, code, title, { detail });

function callerOfKey({ keyId }: SealedKey): Caller {
  return {
    kind: 'token',
    id: keyId,
    userId: null,
    partnerId: null,
    homeId: NETWORK_PARTNER,
    roles: [],
    abilities: new Set(['deliver-records']),
    locale: 'en',
    csrfToken: null,
    passwordChangeRequired: false,
  };
}

/** A source without keys and one with another key are refused alike. */
export function sourceGate(database: Database, sealer: Sealer, now: () => Date) {
  return async function authenticateSource(delivery: SignedDelivery): Promise<Caller> {
    const moment = signedNow(delivery, now());
    if (moment === 'malformed') {
      const detail = 'Send webhook-id (visible characters) and webhook-timestamp (seconds since 1970).';
      throw refused('signature-incomplete', 'The delivery is not signed completely.', detail);
    }
    const keys = await database.readAsTenant(CLAIM, (tx) => keysOfSource(tx, delivery.sourceId));
    const key = keys.find(({ sealedSecret }) =>
      isSignedBy(sealer.open(SOURCE_KEY_PURPOSE, sealedSecret), delivery),
    );
    if (key === undefined) {
      const detail =
        'Nothing was kept. Sign id, timestamp and the bytes of the body with a key of this source.';
      throw refused('signature-not-valid', 'The signature is not that of a key of this source.', detail);
    }
    if (moment === 'stale') {
      const detail = 'Nothing was kept. Sign the delivery anew, by a clock that goes right.';
      throw refused(
        'signature-too-old',
        'The delivery was signed more than five minutes away from now.',
        detail,
      );
    }
    if (now().getTime() - (key.lastUsedAt?.getTime() ?? 0) > TOUCH_EVERY_MS) {
      await database.asTenant(CLAIM, (tx) => touchSourceKey(tx, key.keyId));
    }
    return callerOfKey(key);
  };
}
