import { randomInt, timingSafeEqual } from 'node:crypto';
import { tokenHash } from './secret-token.ts';

/** Letters and figures that are not taken for one another, also when they are read aloud from a sheet. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const SIGNS_IN_GROUP = 4;

/** 99 random bits in groups that can be copied by hand. */
export function newTemporaryPassword(): string {
  const group = () => Array.from({ length: SIGNS_IN_GROUP }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** What is stored of it: whoever types it may write capitals, or leave the hyphens out. */
export function temporaryPasswordHash(password: string): Buffer {
  return tokenHash(password.toLowerCase().replace(/[^a-z0-9]/g, ''));
}

export function temporaryPasswordMatches(stored: Buffer | null, password: string): boolean {
  const given = temporaryPasswordHash(password);
  return timingSafeEqual(stored ?? Buffer.alloc(given.length), given) && stored !== null;
}
