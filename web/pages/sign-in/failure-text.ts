import { ProblemError, UnreachableError } from '../../api/problem-error.ts';
import type { Translate } from '../../messages/use-text.ts';

/** Why somebody did not come in, and what to do. */
export function failureText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError)
    return `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`;
  if (error instanceof ProblemError && error.problem.status === 429) {
    return t('signIn.tooMany', { minutes: Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60)) });
  }
  if (error instanceof ProblemError && error.problem.status === 401) return t('signIn.failed');
  return t('error.other.text', { code: error instanceof ProblemError ? error.problem.code : 'page-error' });
}
