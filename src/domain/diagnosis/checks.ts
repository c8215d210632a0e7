/** The check-list of a diagnosis: what is looked at, in the order in which it is told, and what was found there. */
import type { CauseCode, Finding } from './finding.ts';
import { remedyOf } from './finding.ts';

export const CHECKS = [
  'user-account',
  'associated',
  'elsewhere',
  'other-account',
  'email',
  'delay',
  'named',
  'recognised',
  'valid',
  'used',
] as const;
export type Check = (typeof CHECKS)[number];

const CHECK_OF: Readonly<Record<CauseCode, Check>> = {
  'no-user-account': 'user-account',
  'person-left': 'user-account',
  'not-yet-employed': 'user-account',
  'not-associated': 'associated',
  'pmc-only': 'associated',
  'pmc-window-over': 'associated',
  'association-ended': 'associated',
  'associated-elsewhere': 'elsewhere',
  'other-account': 'other-account',
  'account-merged-away': 'other-account',
  'different-email': 'email',
  'unmatched-records': 'email',
  'source-delay': 'delay',
  'no-records': 'delay',
  'not-yet-achieved': 'delay',
  'not-named': 'named',
  'source-not-recognised': 'recognised',
  expired: 'valid',
  retired: 'valid',
  revoked: 'valid',
  voided: 'valid',
  duplicate: 'used',
  'below-grade': 'used',
  'seat-taken': 'used',
};

/** `note`: something to know that keeps nothing from counting; `hidden`: the reader may not see it. */
export const CHECK_STATES = ['clear', 'note', 'waiting', 'found', 'hidden'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface CheckResult {
  readonly check: Check;
  readonly state: CheckState;
  readonly findings: readonly Finding[];
}

/** What is told of skills and records, which not everybody who looks after accounts may read. */
const OF_SKILLS: ReadonlySet<Check> = new Set<Check>(['named', 'recognised', 'valid', 'used']);

function stateOf(findings: readonly Finding[]): CheckState {
  if (findings.length === 0) return 'clear';
  const grave = findings.filter(
    ({ cause }) => remedyOf(cause).mender !== 'nobody' && cause !== 'different-email',
  );
  if (grave.length > 0) return 'found';
  return findings.some(({ cause }) => remedyOf(cause).step === 'wait') ? 'waiting' : 'note';
}

/** @param maySkills whether the reader may see skills: else what is said of them is left out and said to be */
export function checkList(findings: readonly Finding[], maySkills: boolean): readonly CheckResult[] {
  return CHECKS.map((check) => {
    if (!maySkills && OF_SKILLS.has(check)) return { check, state: 'hidden', findings: [] };
    const own = findings.filter(
      ({ cause, record }) => CHECK_OF[cause] === check && (maySkills || record === null),
    );
    return { check, state: stateOf(own), findings: own };
  });
}
