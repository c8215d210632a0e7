import type { Case, CaseKind, CaseState, CaseSummary, ProofKind } from '../../../src/contract/cases.ts';
import type { MessageId } from '../../messages/messages.ts';

export const KINDS: Readonly<Record<CaseKind, MessageId>> = {
  'missing-skill': 'cases.kind.missing-skill',
  merge: 'cases.kind.merge',
  dispute: 'cases.kind.dispute',
};

const STATES: Readonly<Record<CaseState, MessageId>> = {
  asked: 'cases.state.asked',
  open: 'cases.state.open',
  waiting: 'cases.state.waiting',
  closed: 'cases.state.closed',
};

const OUTCOMES: Readonly<Record<NonNullable<Case['outcome']>, MessageId>> = {
  solved: 'cases.outcome.solved',
  declined: 'cases.outcome.declined',
  withdrawn: 'cases.outcome.withdrawn',
};

export const PROOFS: Readonly<Record<ProofKind, MessageId>> = {
  transcript: 'cases.proof.transcript',
  'course-certificate': 'cases.proof.course-certificate',
  'users-report': 'cases.proof.users-report',
  'skills-report': 'cases.proof.skills-report',
  profile: 'cases.proof.profile',
};

/** The state of an open case, what came of a closed one. */
export function stateWords({ state, outcome }: Pick<CaseSummary, 'state' | 'outcome'>): MessageId {
  return outcome === null ? STATES[state] : OUTCOMES[outcome];
}

/** Title and code of a skill. */
export function knownWords({ title, code }: NonNullable<CaseSummary['knownSkill']>): string {
  return `${title} (${code})`;
}

/** The skill that a case is about: its title and code where it is known, else as it was typed. */
export function skillWords({ skill, knownSkill }: Pick<CaseSummary, 'skill' | 'knownSkill'>): string | null {
  return knownSkill === null ? skill : knownWords(knownSkill);
}
