import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import {
  findAuthenticator,
  replaceRecoveryCodes,
  takeRecoveryCode,
  takeTimeStep,
} from '../../store/authenticators-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { Sealer } from '../shared/sealed.ts';
import { tokenHash } from '../shared/secret-token.ts';

const KEY_PURPOSE = 'key of an authenticator app';
const PERIOD_SECONDS = 30;
/** Clocks of telephones are up to half a minute away. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Letters and figures that are not taken for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

export interface NewAuthenticatorKey {
  /** For typing into the app. */
  readonly key: string;
  /** For the camera of the app, or a link on the telephone itself. */
  readonly address: string;
  readonly sealedKey: Buffer;
}

function authenticatorOf(key: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Jalon', label, secret: Secret.fromBase32(key), period: PERIOD_SECONDS });
}

export function newAuthenticatorKey(sealer: Sealer, accountName: string): NewAuthenticatorKey {
  const key = new Secret({ size: 20 }).base32;
  const address = authenticatorOf(key, accountName).toString();
  return { key, address, sealedKey: sealer.seal(KEY_PURPOSE, key) };
}

/** Whether the app shows this code now. It is taken: the same code, or an older one, is refused afterwards. */
export async function acceptTimeCode(
  sealer: Sealer,
  tx: TenantTransaction,
  userId: string,
  code: string,
): Promise<boolean> {
  const digits = code.replace(/\s/g, '');
  const authenticator = await findAuthenticator(tx, userId);
  if (authenticator === null || !/^\d{6}$/.test(digits)) return false;
  const totp = authenticatorOf(sealer.open(KEY_PURPOSE, authenticator.sealedKey));
  const timestamp = tx.now.getTime();
  const delta = totp.validate({ token: digits, timestamp, window: WINDOW });
  if (delta === null) return false;
  return takeTimeStep(tx, userId, Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta);
}

/** 79 random bits: enough for a fast hash. */
function newRecoveryCode(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

function recoveryHash(userId: string, code: string): Buffer {
  return tokenHash(`${userId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
}

/** New codes for the day on which the telephone is lost; the former ones are worth nothing any more. */
export async function newRecoveryCodes(tx: TenantTransaction, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await replaceRecoveryCodes(
    tx,
    userId,
    codes.map((code) => recoveryHash(userId, code)),
  );
  return codes;
}

/** A code of the app, or a recovery code; either is accepted once. `null` when it is neither. */
export async function acceptSecondStep(
  sealer: Sealer,
  tx: TenantTransaction,
  userId: string,
  code: string,
): Promise<'code' | 'recovery-code' | null> {
  if (await acceptTimeCode(sealer, tx, userId, code)) return 'code';
  return (await takeRecoveryCode(tx, userId, recoveryHash(userId, code))) ? 'recovery-code' : null;
}
