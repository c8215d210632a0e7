import type { z } from 'zod';
import type { AskForCaseRequestSchema, OpenCaseRequest } from '../../contract/cases.ts';
import { conflict, notFound } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import { addCase, addCaseMessage, changeCase, findCase, type NewCase } from '../../store/cases-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { findUser } from '../../store/users-store.ts';
import type { PackedFile } from '../shared/case-package.ts';
import { type CaseStanding, caseRefused } from '../shared/diagnosis/case-standing.ts';
import type { Services } from '../shared/services.ts';
import { tellAdministrators, tellSupport } from './case-news.ts';
import { answerDay } from './case-terms.ts';
import { keepCaseFile } from './keep-case-file.ts';

type Standing = Pick<Services, 'sealer' | 'post'> & { readonly standing: CaseStanding };
type AskedCase = z.output<typeof AskForCaseRequestSchema>;

/** A skill must be named where one is missing or disputed, the other account where two are to be merged. */
function whatOf({
  kind,
  skill,
  achievedOn = null,
  source,
  otherAccount,
}: AskedCase): Omit<NewCase, 'userId' | 'state' | 'dueOn'> {
  const needed = kind === 'merge' ? otherAccount : skill;
  if (needed === null) {
    throw conflict('case-incomplete', 'The case does not say what it is about.', {
      detail: kind === 'merge' ? 'Name the other account.' : 'Name the skill.',
    });
  }
  return kind === 'merge'
    ? { kind, skill: null, achievedOn: null, source: null, otherAccount }
    : { kind, skill, achievedOn, source, otherAccount: null };
}

/** Refuses what would not help, or not yet. */
async function refuseTooEarly(
  standing: CaseStanding,
  tx: TenantTransaction,
  userId: string,
  { kind, skill, achievedOn = null }: Pick<AskedCase, 'kind' | 'skill' | 'achievedOn'>,
): Promise<void> {
  const user = await findUser(tx, userId);
  if (user === null) throw notFound('user-not-found', 'There is no such user.');
  const found = await standing(tx, user, { about: kind, skill, achievedOn });
  if (!found.allowed) throw caseRefused(found);
}

async function begin(
  { standing }: Standing,
  tx: TenantTransaction,
  state: NewCase['state'],
  { userId, ...asked }: OpenCaseRequest,
): Promise<string> {
  const what = whatOf(asked);
  await refuseTooEarly(standing, tx, userId, what);
  const dueOn = answerDay(state, tx.now);
  const caseId = await addCase(tx, { ...what, userId, state, dueOn });
  await addCaseMessage(tx, { caseId, side: 'company', content: asked.message });
  const action = state === 'asked' ? 'case.asked' : 'case.opened';
  await recordAudit(tx, { action, subject: `case:${caseId}`, details: { kind: asked.kind, user: userId } });
  return caseId;
}

async function keepPackage(
  { sealer }: Standing,
  tx: TenantTransaction,
  caseId: string,
  files: readonly PackedFile[],
): Promise<void> {
  for (const file of files) await keepCaseFile(sealer, tx, caseId, { ...file, assembled: true });
}

/** Opens a case with support, with the files that were put together for it. */
export async function openCase(
  services: Standing,
  tx: TenantTransaction,
  asked: OpenCaseRequest,
  files: readonly PackedFile[],
): Promise<string> {
  const caseId = await begin(services, tx, 'open', asked);
  await keepPackage(services, tx, caseId, files);
  const about = (await findCase(tx, caseId))!;
  await tellSupport(services.post, tx, { event: 'opened', about, until: about.dueOn });
  return caseId;
}

/** A user asks the administrators: nothing goes to support before one of them opens it. */
export async function askForCase(
  services: Standing,
  tx: TenantTransaction,
  userId: string,
  asked: AskedCase,
): Promise<string> {
  const caseId = await begin(services, tx, 'asked', { ...asked, userId });
  const about = (await findCase(tx, caseId))!;
  await tellAdministrators(services.post, tx, { event: 'asked', about, until: about.dueOn });
  return caseId;
}

/** Hands on to support what a user has asked for. */
export async function handOn(
  services: Standing,
  tx: TenantTransaction,
  caseId: string,
  files: readonly PackedFile[],
): Promise<void> {
  const asked = (await findCase(tx, caseId))!;
  await refuseTooEarly(services.standing, tx, asked.userId, asked);
  const dueOn = answerDay('open', tx.now);
  await changeCase(tx, caseId, { state: 'open', outcome: null, dueOn });
  await keepPackage(services, tx, caseId, files);
  const about = (await findCase(tx, caseId))!;
  const details = { kind: about.kind, user: about.userId };
  await recordAudit(tx, { action: 'case.opened', subject: `case:${caseId}`, details });
  await tellSupport(services.post, tx, { event: 'opened', about, until: dueOn });
}
