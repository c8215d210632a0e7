import { ProblemError, problemCode, problemStatus, UnreachableError } from '../../api/problem-error.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { Translate } from '../../messages/use-text.ts';

const TEXTS: Readonly<Record<string, MessageId>> = {
  'sign-in-failed': 'signIn.failed',
  'wrong-code': 'signIn.code.wrong',
  'second-step-over': 'signIn.code.over',
  'passkey-refused': 'signIn.passkey.refused',
  'company-merging': 'signIn.companyMerging',
  'provider-unreachable': 'signIn.workAccount.unreachable',
};

/** The browser ends a question about a passkey that was closed, or to which no passkey answered. */
function isPasskeyAborted(error: unknown): boolean {
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
}

/** Why somebody could not come in, and what to do. */
export function failureText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError)
    return `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`;
  if (isPasskeyAborted(error)) return t('signIn.passkey.aborted');
  if (error instanceof ProblemError && problemStatus(error) === 429) {
    return t('signIn.tooMany', { minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) });
  }
  if (error instanceof ProblemError && problemCode(error) === 'company-merged') {
    return t('signIn.companyMerged', { company: error.problem.errors?.[0]?.detail ?? '' });
  }
  const code = problemCode(error) ?? 'page-error';
  const text = TEXTS[code];
  return text === undefined ? t('error.other.text', { code }) : t(text);
}
