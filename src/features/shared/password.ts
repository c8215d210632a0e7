import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of the library, which follow the OWASP advice (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let nobodysHash: Promise<string> | null = null;

/**
 * Whether the password is right. An unknown address is checked against the hash of a random password, so
 * that both cases take the same time and an attacker cannot tell them apart.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash(randomBytes(32).toString('base64'));
  const matches = await verify(storedHash ?? (await nobodysHash), password);
  return storedHash !== null && matches;
}
