import { createHash, randomBytes } from 'node:crypto';

/** A secret that is given to somebody once: 256 random bits. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of it. A fast hash is enough for a secret that nobody can guess. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
