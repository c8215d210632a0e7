/**
 * Secrets that must be read again (the text of a mail until it is sent, the key of an authenticator) are kept sealed:
 * AES-256-GCM under a key of the installation, so that a copy of the database alone tells nothing.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealer {
  /** `purpose` says what the secret is for: what was sealed for one is not opened as another. */
  seal(purpose: string, text: string): Buffer;
  /** @throws when it was sealed for another purpose, under another key, or was changed. */
  open(purpose: string, sealed: Buffer): string;
}

/** `secret` is asked for when the first secret is sealed or opened. */
export function sealerWith(secret: () => string): Sealer {
  let derived: Buffer | null = null;
  const key = () => {
    derived ??= Buffer.from(hkdfSync('sha256', secret(), '', 'jalon sealed secrets 1', 32));
    return derived;
  };
  return {
    seal(purpose, text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(purpose));
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, content, cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const content = sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key(), nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      return Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8');
    },
  };
}
