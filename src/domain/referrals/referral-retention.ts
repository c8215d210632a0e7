import type { ReferralState } from './referral-states.ts';

/**
 * How many days the personal data of an enquiry are kept after it last changed: what the visitor is told before
 * sending, and what the daily round enforces. Spam is of use to nobody, an ended enquiry only until a dispute about it
 * is unlikely, and one that nobody touched for two years is answered by nobody any more.
 */
const DAYS_KEPT: Readonly<Record<ReferralState, number>> = {
  spam: 30,
  lost: 365,
  won: 365,
  new: 730,
  'in-contact': 730,
};

const MILLISECONDS_PER_DAY = 86_400_000;

/** The instant from which the personal data of an enquiry are deleted. */
export function erasedFrom(state: ReferralState, changedAt: Date): Date {
  return new Date(changedAt.getTime() + DAYS_KEPT[state] * MILLISECONDS_PER_DAY);
}

/** Enquiries of a state whose last change lies before this instant are over. */
export function changedBefore(state: ReferralState, now: Date): Date {
  return new Date(now.getTime() - DAYS_KEPT[state] * MILLISECONDS_PER_DAY);
}
