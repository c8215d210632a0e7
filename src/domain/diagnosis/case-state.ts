/** Whether it makes sense to turn to support: not while the source may still tell, nor where no case would help. */
import { formatInstant } from '../time/instant.ts';
import type { PersonDiagnosis } from './diagnose-person.ts';
import type { CauseCode } from './finding.ts';

/** Why no case can be opened now, in the order in which one is told. */
export const CASE_OBSTACLES = [
  'person-left',
  'no-user-account',
  'not-associated',
  'source-delay',
  'would-not-count',
  'nothing-missing',
] as const;
export type CaseObstacle = (typeof CASE_OBSTACLES)[number];

/** What a case can be about. */
export type CaseSubject = 'missing-skill' | 'merge' | 'dispute';

export interface CaseState {
  readonly allowed: boolean;
  /** RFC 3339; when the source will have told at the latest; `null` when nothing is waited for. */
  readonly expectedBy: string | null;
  readonly reason: CaseObstacle | null;
}

/** Causes that support can look into. */
const FOR_SUPPORT: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'no-records',
  'other-account',
  'account-merged-away',
  'unmatched-records',
  'different-email',
  'voided',
  'revoked',
  'duplicate',
  'below-grade',
]);

/** Causes that the person mends by associating an account, however many others are associated already. */
const TO_ASSOCIATE: ReadonlySet<CauseCode> = new Set<CauseCode>([
  'not-associated',
  'association-ended',
  'associated-elsewhere',
]);

interface Asked {
  /** A learning account is associated with the company now. */
  readonly associated: boolean;
  readonly about?: CaseSubject;
}

/**
 * A disputed record has come already, so that nothing is waited for. Of accounts to be merged, the other one is often
 * known to nobody but the person, so that nothing found says that a case would not help.
 */
export function caseState(
  { findings, pending }: PersonDiagnosis,
  { associated, about = 'missing-skill' }: Asked,
): CaseState {
  const causes = new Set(findings.map(({ cause }) => cause));
  const last = pending[0];
  const expectedBy = last === undefined ? null : formatInstant(last.expectedBy);
  const off = (reason: CaseObstacle): CaseState => ({ allowed: false, expectedBy, reason });
  const on: CaseState = { allowed: true, expectedBy: null, reason: null };
  if (about === 'dispute') return on;
  if (causes.has('person-left')) return off('person-left');
  if (causes.has('no-user-account')) return off('no-user-account');
  if (!associated) return off('not-associated');
  if (expectedBy !== null) return off('source-delay');
  if (about === 'merge') return on;
  // Of a record that is known, or of somebody as a whole, this says nothing about what else is missing.
  if (findings.some(({ cause, record }) => cause === 'not-named' && record === null)) {
    return off('would-not-count');
  }
  if (findings.some(({ cause }) => FOR_SUPPORT.has(cause))) return on;
  return off(findings.some(({ cause }) => TO_ASSOCIATE.has(cause)) ? 'not-associated' : 'nothing-missing');
}
