import type { Case, CaseSummary } from '../../contract/cases.ts';
import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { caseFiles, caseMessages, findCase, type SupportCase } from '../../store/cases-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { SHOWS_SKILLS } from './case-terms.ts';

/** Somebody of the company writes for it, somebody of the network for support. */
export function sideOf({ partnerId }: Caller): Case['side'] {
  return partnerId === null ? 'support' : 'company';
}

export function caseSummary(found: SupportCase, day: string): CaseSummary {
  const { userId, personName, dueOn, openedAt, changedAt } = found;
  const { caseId, number, partnerId, partnerName, kind, skill, state, outcome } = found;
  return {
    ...{ caseId, number, partnerId, partnerName, kind, skill, state, outcome, dueOn },
    person: { userId, name: personName },
    openedAt: openedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    overdue: dueOn !== null && dueOn < day,
  };
}

/** The case with all that was written; support does not see what users have only asked their administrators. */
export async function readCase(
  tx: TenantTransaction,
  caller: Caller,
  caseId: string,
  reading: 'read' | 'hold' = 'read',
): Promise<SupportCase> {
  const found = await findCase(tx, caseId, reading);
  if (found === null || (found.state === 'asked' && sideOf(caller) === 'support')) {
    throw notFound('case-not-found', 'There is no such case.');
  }
  return found;
}

export async function caseView(
  tx: TenantTransaction,
  caller: Caller,
  found: SupportCase,
  day: string,
): Promise<Case> {
  const side = sideOf(caller);
  const messages = await caseMessages(tx, found.caseId);
  const files = await caseFiles(tx, found.caseId);
  const seesSkills = caller.abilities.has('skills-report');
  return {
    ...caseSummary(found, day),
    source: found.source,
    otherAccount: found.otherAccount,
    messages: messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
    files: files.map(({ addedAt, ...file }) => ({
      ...file,
      addedAt: addedAt.toISOString(),
      readable: seesSkills || !SHOWS_SKILLS.has(file.kind),
    })),
    side,
  };
}
