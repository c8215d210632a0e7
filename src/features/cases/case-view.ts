import type { SkillFinder } from '../../catalogue/find-skill.ts';
import type { Case, CaseKind, CaseSummary } from '../../contract/cases.ts';
import type { DiagnosisContact } from '../../contract/diagnosis.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { Caller } from '../../http/caller.ts';
import { notFound } from '../../http/problem.ts';
import { callerOf } from '../../http/route.ts';
import { caseFiles, caseMessages, findCase, type SupportCase } from '../../store/cases-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { today } from '../shared/as-of.ts';
import { askedPartner } from '../shared/asked-partner.ts';
import { contactFor } from '../shared/contact-for.ts';
import type { Services } from '../shared/services.ts';
import { finderForAll } from '../shared/skill-finders.ts';
import { SHOWS_SKILLS } from './case-terms.ts';

/** Somebody of the company writes for it, somebody of the network for support. */
export function sideOf({ partnerId }: Caller): Case['side'] {
  return partnerId === null ? 'support' : 'company';
}

export function knownSkill(find: SkillFinder, typed: string | null): CaseSummary['knownSkill'] {
  const match = typed === null ? null : find(typed);
  if (match?.kind !== 'found') return null;
  const { id, code, title } = match.skill;
  return { id, code, title };
}

/** `find` knows the skills of all programmes: a case may be about any of them. */
export function caseSummary(found: SupportCase, day: string, find: SkillFinder): CaseSummary {
  const { userId, personName, dueOn, openedAt, changedAt } = found;
  const { caseId, number, partnerId, partnerName, kind, skill, state, outcome } = found;
  return {
    ...{ caseId, number, partnerId, partnerName, kind, skill, state, outcome, dueOn },
    knownSkill: knownSkill(find, skill),
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

/** Accounts that are merged are of the provider of exams, whose support merges them. */
const MERGES = 'microsoft-learning';

/** Whom to turn to where the act lies outside. */
export function contactOfCase(
  programmes: readonly Programme[],
  kind: CaseKind,
  source: string | null,
): DiagnosisContact | null {
  return kind === 'merge'
    ? contactFor(programmes, 'merge', MERGES)
    : contactFor(programmes, 'missing-record', source);
}

/** Who reads a case, and the programmes of the company it is about. */
export interface CaseReader {
  readonly caller: Caller;
  readonly programmes: readonly Programme[];
  readonly find: SkillFinder;
}

/** Of a request about a company. */
export async function readerOf(
  services: Services,
  request: Parameters<typeof askedPartner>[0],
): Promise<CaseReader> {
  const own = await services.programmesOf(askedPartner(request));
  return {
    caller: callerOf(request),
    programmes: own.map(({ programme }) => programme),
    find: finderForAll(services),
  };
}

export async function caseView(
  tx: TenantTransaction,
  { caller, programmes, find }: CaseReader,
  found: SupportCase,
): Promise<Case> {
  const side = sideOf(caller);
  const messages = await caseMessages(tx, found.caseId);
  const files = await caseFiles(tx, found.caseId);
  const seesSkills = caller.abilities.has('skills-report');
  return {
    ...caseSummary(found, today(tx.now), find),
    achievedOn: found.achievedOn,
    source: found.source,
    otherAccount: found.otherAccount,
    messages: messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() })),
    files: files.map(({ addedAt, ...file }) => ({
      ...file,
      addedAt: addedAt.toISOString(),
      readable: seesSkills || !SHOWS_SKILLS.has(file.kind),
    })),
    contact: contactOfCase(programmes, found.kind, found.source),
    side,
  };
}
