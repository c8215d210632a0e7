/**
 * Signatures of what a source delivers, as Standard Webhooks 1.0 has them (https://www.standardwebhooks.com): HMAC-SHA-256
 * over the delivery's id, its moment and its bytes, under a secret that both sides know.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const SIGNATURE_HEADERS = {
  id: 'webhook-id',
  timestamp: 'webhook-timestamp',
  signature: 'webhook-signature',
} as const;

/** How old or early a signature may be: what was listened to cannot be sent again later. */
const SIGNATURE_TOLERANCE_SECONDS = 300;

const SECRET_PREFIX = 'whsec_';
const SCHEME = 'v1,';
const ID = /^[\x21-\x7e]{1,200}$/;
const SECONDS = /^\d{1,12}$/;

/** A delivery as it was signed; the values are what the headers say. */
export interface SignedDelivery {
  readonly sourceId: string;
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: Buffer;
}

/** The text in which a secret is handed over. */
export function secretText(secret: Buffer): string {
  return `${SECRET_PREFIX}${secret.toString('base64')}`;
}

/** The value of `webhook-signature`; `secret` as it was handed over, `timestamp` in seconds since 1970. */
export function signatureOf(secret: string, id: string, timestamp: string, body: Buffer): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  return SCHEME + createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

/** Whether id and moment can be those of a delivery that is sent now. */
export function signedNow({ id, timestamp }: SignedDelivery, now: Date): 'now' | 'malformed' | 'stale' {
  if (!ID.test(id) || !SECONDS.test(timestamp)) return 'malformed';
  const away = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return away <= SIGNATURE_TOLERANCE_SECONDS ? 'now' : 'stale';
}

/** Whether one of the signatures (there may be several, of old and new keys) is of this secret. */
export function isSignedBy(secret: string, { id, timestamp, signature, body }: SignedDelivery): boolean {
  const expected = Buffer.from(signatureOf(secret, id, timestamp, body));
  return signature.split(' ').some((one) => {
    const given = Buffer.from(one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
