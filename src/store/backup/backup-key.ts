/**
 * The secret of an installation beside its backup: a mark by which it is recognised, and on request the secret itself,
 * sealed with a passphrase. Sealed content of the database (keys of authenticators, client secrets, mails on their way,
 * the key that signs credentials) is of no use without it.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { KeyMarkSchema, SealedKeySchema } from './backup-format.ts';

type KeyMark = z.infer<typeof KeyMarkSchema>;
type SealedKey = z.infer<typeof SealedKeySchema>;

const PURPOSE = Buffer.from('jalon backup key 1');
/** 64 MiB and some tenths of a second for each guess at a passphrase. */
const COST = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

function derived(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

export async function markOfKey(secret: string): Promise<KeyMark> {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), mark: (await derived(secret, salt)).toString('base64') };
}

export async function hasMark(secret: string, { salt, mark }: KeyMark): Promise<boolean> {
  const expected = Buffer.from(mark, 'base64');
  const found = await derived(secret, Buffer.from(salt, 'base64'));
  return found.length === expected.length && timingSafeEqual(found, expected);
}

export async function sealKey(secret: string, passphrase: string): Promise<SealedKey> {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await derived(passphrase, salt), nonce).setAAD(PURPOSE);
  const content = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return {
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    content: content.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** `null` when the passphrase is another one. */
export async function openKey(sealed: SealedKey, passphrase: string): Promise<string | null> {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const key = await derived(passphrase, bytes(sealed.salt));
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(sealed.nonce), { authTagLength: 16 })
      .setAAD(PURPOSE)
      .setAuthTag(bytes(sealed.tag));
    return Buffer.concat([decipher.update(bytes(sealed.content)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
