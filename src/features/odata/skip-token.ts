import { badRequest } from '../../http/problem.ts';

/** Where a reading goes on, so that all its pages tell the company as it was when the first of them was read. */
export interface SkipToken {
  /** Rows told before. */
  readonly told: number;
  /** The version of the company's evidence at the first page, and when that was. */
  readonly version: string;
  readonly at: string;
  /** The day that was asked about. */
  readonly day: string;
}

export function printSkipToken({ told, version, at, day }: SkipToken): string {
  return Buffer.from(JSON.stringify([told, version, at, day])).toString('base64url');
}

export function readSkipToken(text: string): SkipToken {
  try {
    const [told, version, at, day] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const whole = Number.isSafeInteger(told) && told >= 0 && typeof version === 'string';
    if (whole && !Number.isNaN(Date.parse(at)) && /^\d{4}-\d{2}-\d{2}$/.test(day))
      return { told, version, at, day };
  } catch {
    // Whatever it is, it is not one of ours.
  }
  throw badRequest('invalid-query', '$skiptoken is not one that this feed has given.');
}
