import { createHash } from 'node:crypto';

/** The same id for the same thing on every machine (a UUID of version 8, from a digest of its name). */
export function demoId(...name: readonly string[]): string {
  const digest = createHash('sha256')
    .update(`jalon-demo\0${name.join('\0')}`)
    .digest('hex');
  const variant = ((Number.parseInt(digest[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
