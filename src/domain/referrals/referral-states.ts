/** What has become of a customer's enquiry. */
export const REFERRAL_STATES = ['new', 'in-contact', 'won', 'lost', 'spam'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/**
 * What may follow what. An enquiry that somebody has begun to answer is not new again, and whoever called spam what
 * was none takes it back; an end can be taken back too, for customers return.
 */
const NEXT: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  new: ['in-contact', 'won', 'lost', 'spam'],
  'in-contact': ['won', 'lost', 'spam'],
  won: ['in-contact', 'lost'],
  lost: ['in-contact', 'won'],
  spam: ['new', 'in-contact'],
};

export function nextReferralStates(state: ReferralState): readonly ReferralState[] {
  return NEXT[state];
}
