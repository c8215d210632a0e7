import type { ImportRow } from '../../contract/imports.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import type { UserCandidate } from '../../sources/users-file.ts';
import { saveUser } from '../../store/users-store.ts';
import { answerEachRow } from './import-answers.ts';
import type { ImportContext } from './import-context.ts';

/** Nobody gives away more than he or she has: only a global admin hands out every role. */
function roleNotAllowed(user: UserCandidate, { roles }: ImportContext): string | null {
  if (roles === null || roles.includes('global-admin')) return null;
  return (user.roles ?? []).find((role) => !roles.includes(role)) ?? null;
}

async function importUser(user: UserCandidate, context: ImportContext): Promise<ImportRow> {
  const { line } = user;
  const refusedRole = roleNotAllowed(user, context);
  if (refusedRole !== null) {
    return {
      line,
      result: 'rejected',
      reason: 'role-not-allowed',
      field: 'roles',
      value: refusedRole,
      id: null,
    };
  }
  const saved = await saveUser(context.tx, user);
  if (saved.kind === 'email-taken') {
    const { workEmail } = user;
    return {
      line,
      result: 'rejected',
      reason: 'email-taken',
      field: 'workEmail',
      value: workEmail,
      id: null,
    };
  }
  const warning = user.warnings[0];
  return {
    line,
    result: saved.kind,
    reason: warning?.code ?? null,
    field: warning?.field ?? null,
    value: warning?.value ?? null,
    id: saved.userId,
  };
}

/** Creates and updates the people of a file, row by row, each answered. */
export async function importUsers(
  rows: readonly SourceRow<UserCandidate>[],
  context: ImportContext,
): Promise<ImportRow[]> {
  return await answerEachRow(rows, (user) => importUser(user, context));
}
