import type { WorkAccountProblem } from '../../src/contract/sign-in.ts';
import type { MessageId } from '../messages/messages.ts';
import type { Translate } from '../messages/use-text.ts';

const TEXTS: Readonly<Record<WorkAccountProblem, MessageId>> = {
  'unknown-round': 'workAccount.problem.unknown-round',
  'other-browser': 'workAccount.problem.other-browser',
  'other-session': 'workAccount.problem.other-session',
  'round-over': 'workAccount.problem.round-over',
  cancelled: 'workAccount.problem.cancelled',
  'provider-refused': 'workAccount.problem.provider-refused',
  'answer-not-valid': 'workAccount.problem.answer-not-valid',
  'provider-unreachable': 'workAccount.problem.provider-unreachable',
  'personal-account': 'workAccount.problem.personal-account',
  'other-directory': 'workAccount.problem.other-directory',
  'not-invited': 'workAccount.problem.not-invited',
  'email-taken': 'workAccount.problem.email-taken',
  'email-not-verified': 'workAccount.problem.email-not-verified',
  'account-closed': 'workAccount.problem.account-closed',
  'account-taken': 'workAccount.problem.account-taken',
  'link-not-valid': 'workAccount.problem.link-not-valid',
  'other-account': 'workAccount.problem.other-account',
  'not-fresh': 'workAccount.problem.not-fresh',
};

/** What happened at the identity provider and what to do; `null` when the address tells of no problem. */
export function workAccountProblem(t: Translate, problem: string | undefined): string | null {
  if (problem === undefined || !Object.hasOwn(TEXTS, problem)) return null;
  return t(TEXTS[problem as WorkAccountProblem]);
}
