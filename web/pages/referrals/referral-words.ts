import type { ReferralState } from '../../../src/contract/forms.ts';
import type { MessageId } from '../../messages/messages.ts';

/** What a state is called. */
export const STATE_LABELS: Readonly<Record<ReferralState, MessageId>> = {
  new: 'referrals.state.new',
  'in-contact': 'referrals.state.inContact',
  won: 'referrals.state.won',
  lost: 'referrals.state.lost',
  spam: 'referrals.state.spam',
};

/** What is done to bring an enquiry into a state. */
export const STATE_ACTIONS: Readonly<Record<ReferralState, MessageId>> = {
  new: 'referrals.make.new',
  'in-contact': 'referrals.make.inContact',
  won: 'referrals.make.won',
  lost: 'referrals.make.lost',
  spam: 'referrals.make.spam',
};
