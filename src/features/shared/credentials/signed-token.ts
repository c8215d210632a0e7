import { type KeyObject, sign, verify } from 'node:crypto';

/** JSON Web Tokens (RFC 7519) signed with RS256 and nothing else: the token does not choose how it is checked. */

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signToken(payload: object, kid: string, key: KeyObject): string {
  const content = `${base64({ alg: 'RS256', typ: 'JWT', kid })}.${base64(payload)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

export interface ReadToken {
  readonly kid: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Whether the signature is that of the key. */
  readonly signedBy: (key: KeyObject) => boolean;
}

const FORM = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

function objectOf(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** What a token says, before anybody has looked whether it may be believed; `null` for what is none of ours. */
export function readToken(text: string): ReadToken | null {
  const parts = FORM.exec(text.trim());
  if (parts === null) return null;
  const [, head = '', body = '', signature = ''] = parts;
  const header = objectOf(head);
  const payload = objectOf(body);
  if (header?.alg !== 'RS256' || payload === null) return null;
  return {
    kid: typeof header.kid === 'string' ? header.kid : null,
    payload,
    signedBy: (key) =>
      verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')),
  };
}
