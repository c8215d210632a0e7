import type { Sealer } from './sealed.ts';

/**
 * What the enquiry form of a page carries: sealed, so that only this installation can have made it, and so that it says
 * when the form was shown and for whom. It is accepted once and for half a day.
 */
const PURPOSE = 'enquiry-form';
const MOST_AGE_MS = 12 * 3_600_000;

export function enquiryFormToken(sealer: Sealer, slug: string, now: Date): string {
  return sealer.seal(PURPOSE, JSON.stringify({ slug, at: now.getTime() })).toString('base64url');
}

/** Milliseconds since the form of this profile was shown; `null` for a token that is not to be accepted. */
export function enquiryFormAge(sealer: Sealer, token: string, slug: string, now: Date): number | null {
  let shown: { slug: string; at: number };
  try {
    shown = JSON.parse(sealer.open(PURPOSE, Buffer.from(token, 'base64url')));
  } catch {
    return null;
  }
  const age = now.getTime() - shown.at;
  return shown.slug === slug && age >= 0 && age <= MOST_AGE_MS ? age : null;
}
