import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { recordAudit } from '../../../store/audit-store.ts';
import {
  addCredentialKey,
  type CredentialKey,
  forgetCredentialKeys,
  listCredentialKeys,
} from '../../../store/credential-keys-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { NETWORK_PARTNER } from '../../../store/partner-id.ts';
import type { Services } from '../services.ts';

const SYSTEM = { kind: 'system', name: 'credentials' } as const;
const CLAIM = { partnerId: NETWORK_PARTNER, actor: SYSTEM };
const PURPOSE = 'credential-key';

const DAY_MS = 86_400_000;
/** A key signs for half a year. What it signed is valid for a week, so that it can soon be forgotten. */
const SIGNING_DAYS = 180;
/** It stays known for a month after it last signed. */
const KNOWN_DAYS = SIGNING_DAYS + 30;

type Parts = Pick<Services, 'database' | 'sealer' | 'now'>;

/** Where a key is found: the name by which a credential says who signed it (`kid`). */
export function keyAddress(baseUrl: string, keyId: string): string {
  return `${baseUrl}/.well-known/credential-keys/${keyId}`;
}

/** Of the parts that every RSA key has, in the order and form of RFC 7638: the same key always has the same id. */
function thumbprint({ e, n }: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64url');
}

/** RS256, which every verifier of Open Badges 3.0 must understand. */
async function newKey(sealer: Parts['sealer']): Promise<Omit<CredentialKey, 'createdAt'>> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 });
  const { n, e } = publicKey.export({ format: 'jwk' }) as Record<string, string>;
  const jwk = { kty: 'RSA', n: n!, e: e! };
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  return { keyId: thumbprint(jwk), publicKey: jwk, sealedPrivateKey: sealer.seal(PURPOSE, pem) };
}

/** Keys that are told to whoever verifies, the one that signs first. */
export async function publicKeys({ database }: Pick<Parts, 'database'>): Promise<readonly CredentialKey[]> {
  return database.readAsTenant(CLAIM, listCredentialKeys);
}

/** The private key while it may sign; `null` when its time is over, or the secret that it was sealed with is gone. */
function openedKey(
  { sealer }: Pick<Parts, 'sealer'>,
  key: CredentialKey | undefined,
  at: Date,
): KeyObject | null {
  if (key === undefined || at.getTime() - key.createdAt.getTime() >= SIGNING_DAYS * DAY_MS) return null;
  try {
    return createPrivateKey(sealer.open(PURPOSE, key.sealedPrivateKey));
  } catch {
    return null;
  }
}

/** Whether the secret at hand is the one that sealed a key. */
export function opensCredentialKey(sealer: Parts['sealer'], sealed: Buffer): boolean {
  try {
    sealer.open(PURPOSE, sealed);
    return true;
  } catch {
    return false;
  }
}

async function renewed(tx: TenantTransaction, parts: Parts): Promise<CredentialKey> {
  const known = await listCredentialKeys(tx);
  const age = (key: CredentialKey) => tx.now.getTime() - key.createdAt.getTime();
  const old = known.filter((key) => age(key) > KNOWN_DAYS * DAY_MS).map(({ keyId }) => keyId);
  await forgetCredentialKeys(tx, old);
  const [newest] = known;
  // Another process may have made one meanwhile.
  if (newest !== undefined && openedKey(parts, newest, tx.now) !== null) return newest;
  const key = await newKey(parts.sealer);
  await addCredentialKey(tx, key);
  await recordAudit(tx, { action: 'credential-key.made', subject: `key:${key.keyId}`, details: {} });
  return { ...key, createdAt: tx.now };
}

/** The key that signs; it is made at the first need, and again when the last one has signed long enough. */
export async function signingKey(parts: Parts): Promise<{ readonly keyId: string; readonly key: KeyObject }> {
  const [newest] = await publicKeys(parts);
  const known = openedKey(parts, newest, parts.now());
  if (newest !== undefined && known !== null) return { keyId: newest.keyId, key: known };
  const made = await parts.database.asTenant(CLAIM, (tx) => renewed(tx, parts));
  return { keyId: made.keyId, key: createPrivateKey(parts.sealer.open(PURPOSE, made.sealedPrivateKey)) };
}

export function verifyingKey(key: CredentialKey): KeyObject {
  return createPublicKey({ key: { ...key.publicKey }, format: 'jwk' });
}
