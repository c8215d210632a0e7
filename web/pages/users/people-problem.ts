import { ProblemError, UnreachableError } from '../../api/problem-error.ts';
import type { MessageId } from '../../messages/messages.ts';
import type { Translate } from '../../messages/use-text.ts';

const TEXTS: Readonly<Record<string, MessageId>> = {
  'role-not-allowed': 'people.problem.roleNotAllowed',
  'outside-location': 'people.problem.outsideLocation',
  'role-without-location': 'people.problem.roleWithoutLocation',
  'last-admin': 'people.problem.lastAdmin',
  'leaves-before-start': 'people.problem.leavesBeforeStart',
  'user-not-active': 'people.problem.userNotActive',
  'password-chosen': 'people.problem.passwordChosen',
  'changed-meanwhile': 'people.problem.changedMeanwhile',
};

/** What went wrong with a person, and what to do. */
export function peopleProblemText(t: Translate, error: unknown): string {
  if (error instanceof UnreachableError) {
    return `${t('error.unreachable.title')}. ${t('error.unreachable.text')}`;
  }
  if (!(error instanceof ProblemError)) return t('people.problem.other', { code: 'page-error' });
  const { code, errors } = error.problem;
  if (code === 'email-taken') {
    const own = errors?.some(({ detail }) => detail === 'own-company') === true;
    return t(own ? 'people.problem.emailOwn' : 'people.problem.emailTaken');
  }
  const text = TEXTS[code];
  return text === undefined ? t('people.problem.other', { code }) : t(text);
}
