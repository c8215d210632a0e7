import type { CaseKind, CaseState, ProofKind } from '../../contract/cases.ts';
import { addDays, formatDay } from '../../domain/time/day.ts';
import { dayOfInstant } from '../../domain/time/instant.ts';

/** Days within which whoever is asked should answer. */
const ANSWER_DAYS: Readonly<Record<Exclude<CaseState, 'closed'>, number>> = {
  asked: 7,
  open: 5,
  waiting: 14,
};

/** What proves each kind of case; the users report, the skills report and the profile are put together by Jalon. */
export const PROOFS_ASKED: Readonly<Record<CaseKind, readonly ProofKind[]>> = {
  'missing-skill': ['transcript', 'course-certificate', 'users-report', 'skills-report', 'profile'],
  merge: ['transcript', 'users-report', 'skills-report', 'profile'],
  dispute: ['transcript', 'course-certificate', 'skills-report', 'profile'],
};

/** Files that show skills: only roles that may read the skills report open them. */
export const SHOWS_SKILLS: ReadonlySet<ProofKind> = new Set([
  'transcript',
  'course-certificate',
  'skills-report',
]);

/** The last day of the time to answer in a state, `YYYY-MM-DD`. */
export function answerDay(state: Exclude<CaseState, 'closed'>, now: Date): string {
  return formatDay(addDays(dayOfInstant(now.getTime()), ANSWER_DAYS[state]));
}
