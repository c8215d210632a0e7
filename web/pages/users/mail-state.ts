import type { FirstSignInView } from '../../../src/contract/users.ts';

/** What became of a mail, as the messages tell it: their words for it have no hyphens. */
export function mailState(mail: FirstSignInView['mail']): string {
  return mail === 'no-address' ? 'noAddress' : mail;
}
