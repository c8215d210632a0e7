/**
 * What keeps somebody's skills from being seen or from counting: the causes that are looked for, in the order in which
 * they are told, and for each who can mend it and by which step.
 */
import type { ReasonCode } from '../evaluation/evaluation-result.ts';

/** Causes that lie in the account of the person or in the learning accounts. */
export const ACCOUNT_CAUSES = [
  'no-user-account',
  'not-associated',
  'pmc-only',
  'association-ended',
  'associated-elsewhere',
  'other-account',
  'different-email',
  'unmatched-records',
  'source-delay',
  'no-records',
] as const;
export type AccountCause = (typeof ACCOUNT_CAUSES)[number];

/** Causes that lie in one record or one skill; the reasons of an evaluation bring the rest along. */
export type CauseCode = AccountCause | ReasonCode;

/** Who can mend a cause. `nobody`: nothing is wrong, or nothing helps. */
export type Mender = 'person' | 'administrator' | 'support' | 'source' | 'nobody';

/** What mends a cause; the pages know where each is done. */
export const STEPS = [
  'associate',
  'change-account',
  'enable-account',
  'correct-dates',
  'merge-accounts',
  'check-email',
  'import-with-account',
  'wait',
  'open-case',
  'renew',
  'see-requirements',
  'ask-source',
  'share-transcript',
  'plan-training',
  'see-record',
] as const;
export type Step = (typeof STEPS)[number];

/** An act outside, for which programmes name whom to turn to. */
export const CONTACT_KINDS = ['merge', 'missing-record', 'membership', 'catalogue'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export interface Remedy {
  readonly mender: Mender;
  readonly step: Step | null;
  readonly contact: ContactKind | null;
}

const REMEDIES: Readonly<Record<CauseCode, readonly [Mender, Step | null, ContactKind | null]>> = {
  'no-user-account': ['administrator', 'enable-account', null],
  'not-yet-employed': ['administrator', 'correct-dates', null],
  'person-left': ['administrator', 'correct-dates', null],
  'not-associated': ['person', 'associate', null],
  'pmc-only': ['person', 'associate', null],
  'pmc-window-over': ['person', 'associate', null],
  'association-ended': ['person', 'associate', null],
  'associated-elsewhere': ['person', 'associate', null],
  'other-account': ['support', 'merge-accounts', 'merge'],
  'account-merged-away': ['person', 'change-account', 'merge'],
  'different-email': ['administrator', 'check-email', null],
  'unmatched-records': ['administrator', 'import-with-account', null],
  'source-delay': ['nobody', 'wait', null],
  'no-records': ['support', 'open-case', 'missing-record'],
  'not-named': ['nobody', 'see-requirements', 'catalogue'],
  'source-not-recognised': ['nobody', 'see-requirements', null],
  voided: ['source', 'ask-source', 'missing-record'],
  duplicate: ['nobody', 'see-record', null],
  'not-yet-achieved': ['nobody', 'wait', null],
  revoked: ['source', 'ask-source', 'missing-record'],
  expired: ['person', 'renew', null],
  retired: ['administrator', 'plan-training', 'catalogue'],
  'below-grade': ['person', 'share-transcript', null],
  'seat-taken': ['administrator', 'plan-training', null],
};

export function remedyOf(cause: CauseCode): Remedy {
  const [mender, step, contact] = REMEDIES[cause];
  return { mender, step, contact };
}

export type Evidence = Readonly<Record<string, string | number | null>>;

export interface Finding {
  readonly cause: CauseCode;
  /** What it was found by: accounts, days (`YYYY-MM-DD`), instants (RFC 3339), addresses. */
  readonly evidence: Evidence;
  /** The record it is about, of those that the person has. */
  readonly record: string | null;
}
