import type { ImportRow } from '../../contract/imports.ts';
import type { SourceRow } from '../../sources/source-row.ts';
import type { UserCandidate } from '../../sources/users-file.ts';
import { recordAudits } from '../../store/audit-store.ts';
import {
  addUsers,
  lockUsers,
  type UserParticulars,
  updateParticulars,
} from '../../store/user-batches-store.ts';
import { type User, usersById } from '../../store/users-store.ts';
import { emailOwners } from '../../store/work-emails-store.ts';
import { type Reach, type Rights, reach, rightsOf } from '../shared/people/rights.ts';
import { setRoles } from '../shared/people/set-roles.ts';
import { answerEachRow } from './import-answers.ts';
import type { ImportContext } from './import-context.ts';

type Refused = Pick<ImportRow, 'reason' | 'field' | 'value'>;

const everywhere = (role: string) => ({ role, locationId: null });

function rejected({ line }: UserCandidate, refused: Refused): ImportRow {
  return { line, result: 'rejected', id: null, ...refused };
}

function taken(user: UserCandidate, result: ImportRow['result'], id: string): ImportRow {
  const warning = user.warnings[0];
  return {
    line: user.line,
    result,
    reason: warning?.code ?? null,
    field: warning?.field ?? null,
    value: warning?.value ?? null,
    id,
  };
}

const emailTaken = ({ workEmail }: UserCandidate): Refused => ({
  reason: 'email-taken',
  field: 'workEmail',
  value: workEmail,
});

function refusalOf(reached: Reach): Refused | null {
  if (reached.kind === 'reached') return null;
  if (reached.kind === 'outside-location') return { reason: 'outside-location', field: null, value: null };
  return { reason: 'role-not-allowed', field: 'roles', value: reached.role };
}

const PARTICULARS = ['firstName', 'lastName', 'locale', 'technical', 'team'] as const;

interface Edit {
  readonly said: UserParticulars;
  readonly fields: readonly string[];
}

/** What the file says differently; `null` when it says nothing new. A file says nothing of what it leaves empty. */
function editOf({ firstName, lastName, locale, technical, team }: UserCandidate, known: User): Edit | null {
  const said = {
    userId: known.userId,
    firstName,
    lastName,
    locale: locale ?? known.locale,
    technical: technical ?? known.technical,
    team: team ?? known.team,
  };
  const fields = PARTICULARS.filter((field) => said[field] !== known[field]);
  return fields.length === 0 ? null : { said, fields };
}

/** Keeps what the rows of a batch say differently about people, all at once. */
async function keepEdits({ tx }: ImportContext, edits: readonly Edit[]): Promise<void> {
  await updateParticulars(
    tx,
    edits.map(({ said }) => said),
  );
  await recordAudits(
    tx,
    edits.map(({ said, fields }) => ({
      action: 'user.edited',
      subject: `user:${said.userId}`,
      details: { fields },
    })),
  );
}

/** Brings a known person up to date; particulars are gathered, to be kept with those of the whole batch. */
async function updated(
  user: UserCandidate,
  known: User,
  rights: Rights,
  { tx }: ImportContext,
  edits: Edit[],
): Promise<ImportRow> {
  // A file adds roles and takes none away: an older list must not lock anybody out.
  const more = (user.roles ?? []).filter((role) => !known.roles.includes(role));
  const edit = editOf(user, known);
  if (more.length === 0 && edit === null) return taken(user, 'unchanged', known.userId);
  // The address of a leaver with another name may be another person's by now.
  if (known.status !== 'active') {
    return rejected(user, { reason: 'user-not-active', field: 'workEmail', value: user.workEmail });
  }
  const roles = more.map(everywhere);
  const refused = refusalOf(reach(rights, { roles, locationId: known.locationId }));
  if (refused !== null) return rejected(user, refused);
  if (more.length > 0) {
    const held = known.roles.map((role) => ({
      role,
      locationId: known.scopes.find((scope) => scope.startsWith(`${role} `))?.split(' ')[1] ?? null,
    }));
    await setRoles(tx, 'everything', known.userId, [...held, ...roles]);
  }
  if (edit !== null) edits.push(edit);
  return taken(user, 'updated', known.userId);
}

/** Creates the people whom nobody knows yet, all at once, and has their first sign-in opened. */
async function created(
  people: readonly UserCandidate[],
  context: ImportContext,
): Promise<ReadonlyMap<UserCandidate, ImportRow>> {
  const { tx, welcome } = context;
  const ids = await addUsers(
    tx,
    people.map((user) => ({ ...user, roles: user.roles ?? [], technical: user.technical ?? false })),
  );
  const added = people.flatMap((user, index) => {
    const userId = ids[index];
    return userId == null ? [] : [{ ...user, userId }];
  });
  await recordAudits(
    tx,
    added.map(({ userId, roles }) => ({
      action: 'user.added',
      subject: `user:${userId}`,
      details: { roles: roles ?? [] },
    })),
  );
  await welcome?.(added);
  return new Map(
    people.map((user, index) => {
      const userId = ids[index];
      return [user, userId == null ? rejected(user, emailTaken(user)) : taken(user, 'created', userId)];
    }),
  );
}

async function importBatch(
  rows: readonly SourceRow<UserCandidate>[],
  rights: Rights,
  context: ImportContext,
): Promise<ImportRow[]> {
  const { tx } = context;
  const people = rows.flatMap((row) => (row.kind === 'candidate' ? [row.candidate] : []));
  const owners = await emailOwners(
    tx,
    people.map(({ workEmail }) => workEmail),
  );
  const own = [...owners.values()].filter(({ partnerId }) => partnerId === tx.partnerId);
  const ownIds = own.map(({ userId }) => userId);
  await lockUsers(tx, ownIds);
  const known = await usersById(tx, ownIds);
  const refusedAs = (user: UserCandidate) =>
    refusalOf(reach(rights, { roles: (user.roles ?? []).map(everywhere), locationId: null }));
  const strangers = people.filter((user) => !owners.has(user.workEmail) && refusedAs(user) === null);
  const answers = await created(strangers, context);
  const edits: Edit[] = [];
  const answered = await answerEachRow(rows, async (user) => {
    const answer = answers.get(user);
    if (answer !== undefined) return answer;
    const owner = owners.get(user.workEmail);
    if (owner === undefined) return rejected(user, refusedAs(user)!);
    const colleague = known.get(owner.userId);
    return colleague === undefined
      ? rejected(user, emailTaken(user))
      : updated(user, colleague, rights, context, edits);
  });
  await keepEdits(context, edits);
  return answered;
}

/** As many as one statement takes with room to spare. */
const BATCH = 500;

/** Creates and updates the people of a file, each row answered. A batch is looked up and written as a whole. */
export async function importUsers(
  rows: readonly SourceRow<UserCandidate>[],
  context: ImportContext,
): Promise<ImportRow[]> {
  const rights = await rightsOf(context.tx);
  const answers: ImportRow[] = [];
  for (let from = 0; from < rows.length; from += BATCH) {
    answers.push(...(await importBatch(rows.slice(from, from + BATCH), rights, context)));
  }
  return answers;
}
