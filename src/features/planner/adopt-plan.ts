/** Adopting a plan: what it says becomes what people are asked to do, and they are told. */
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { AdoptPlanRequest } from '../../contract/training-assignments.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { conflict } from '../../http/problem.ts';
import { recordAudit } from '../../store/audit-store.ts';
import type { TenantTransaction } from '../../store/database.ts';
import { markAdopted, type PlannerRun } from '../../store/planner-runs-store.ts';
import { managersOf } from '../../store/provisioned-users-store.ts';
import { assign, type NewAssignment, noteMailed } from '../../store/training-assignments-store.ts';
import { activeUsers } from '../../store/user-roles-store.ts';
import { type User, usersById } from '../../store/users-store.ts';
import { today } from '../shared/as-of.ts';
import { TRAINING_ASSIGNED } from '../shared/mail/kinds/training-assigned.ts';
import { TRAINING_FOLLOWED } from '../shared/mail/kinds/training-followed.ts';
import type { MailOrder, Post } from '../shared/mail/post-mail.ts';
import { isUuid } from '../shared/uuid-param.ts';
import { planOfRun } from './asked-run.ts';
import { namedTargets, questionOf } from './plan-view.ts';
import { skillNamed } from './run-view.ts';

/** Who adopts: the person who follows assignments that nobody else does; `null` of machines and of the network. */
function adopterId({ actor }: TenantTransaction): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

async function presentUsers(tx: TenantTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return activeUsers(tx, ids.filter(isUuid));
}

function refuseAbsent(ids: readonly string[], present: ReadonlySet<string>): void {
  const absent = ids.filter((id) => !present.has(id));
  if (absent.length === 0) return;
  throw conflict('people-not-here', 'The plan counts on people who are not in the company.', {
    detail: 'Nothing was assigned. Plan again without them.',
    errors: absent.slice(0, 20).map((person) => ({ code: 'person-not-here', detail: person })),
  });
}

/** What is to be assigned, checked. */
async function assignmentsOfPlan(
  tx: TenantTransaction,
  run: PlannerRun,
  request: AdoptPlanRequest,
): Promise<readonly NewAssignment[]> {
  const { actions } = planOfRun(run);
  const people = [...new Set(actions.map(({ person }) => person))];
  const chosen = request.managers ?? {};
  refuseAbsent(
    [...people, ...Object.values(chosen)],
    await presentUsers(tx, [...people, ...Object.values(chosen)]),
  );
  const known = await managersOf(tx, people);
  const adopter = adopterId(tx);
  const follower = adopter !== null && (await presentUsers(tx, [adopter])).has(adopter) ? adopter : null;
  const due = new Map((request.due ?? []).map((each) => [`${each.person} ${each.skill}`, each.dueOn]));
  const usual = request.dueOn ?? questionOf(run).by;
  const assignments = actions.map(({ person, skill, cost, hours, renewal = false }): NewAssignment => {
    const manager = chosen[person] ?? known.get(person) ?? follower;
    return {
      userId: person,
      managerId: manager === person ? null : manager,
      skill,
      renewal,
      cost,
      hours,
      dueOn: due.get(`${person} ${skill}`) ?? usual,
    };
  });
  if (assignments.some(({ dueOn }) => dueOn < today(tx.now))) {
    throw conflict('due-day-past', 'A due day lies before today.', {
      detail: 'Nothing was assigned. Choose days from today on.',
    });
  }
  return assignments;
}

interface Telling {
  readonly run: PlannerRun;
  readonly programme: Programme;
  readonly assignments: readonly NewAssignment[];
  readonly users: ReadonlyMap<string, User>;
  readonly by: string;
}

function nameOf({ firstName, lastName }: Pick<User, 'firstName' | 'lastName'>): string {
  return `${firstName} ${lastName}`.trim();
}

function groupedBy<T>(
  things: readonly T[],
  key: (thing: T) => string | null,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const of = key(thing);
    if (of !== null) groups.set(of, [...(groups.get(of) ?? []), thing]);
  }
  return groups;
}

const BEFORE_COLON = { fr: '\u202f', en: '' } as const;

function lettersOf({ run, programme, assignments, users, by }: Telling): readonly MailOrder[] {
  const targets = namedTargets(programme, questionOf(run).targets);
  const letter = (
    userId: string,
    own: readonly NewAssignment[],
    kind: MailOrder['kind'],
    path: string,
  ): readonly MailOrder[] => {
    const user = users.get(userId);
    if (user === undefined) return [];
    const locale = user.locale ?? 'en';
    const why = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      targets.map(({ name, levelName }) => `${name[locale]} ${levelName[locale]}`),
    );
    const line = ({ userId: person, skill, dueOn }: NewAssignment) => {
      const { title } = skillNamed([programme], skill);
      const who = person === userId ? null : users.get(person);
      const what = who == null ? title : `${nameOf(who)}${BEFORE_COLON[locale]}: ${title}`;
      return `• ${what} – ${printedDay(dueOn, locale)}`;
    };
    const values = {
      name: nameOf(user),
      by,
      why,
      count: own.length,
      people: new Set(own.map((each) => each.userId)).size,
      list: own.map(line).join('\n'),
    };
    return [{ kind, to: user.workEmail, userId, locale, values, path }];
  };
  const ofPeople = groupedBy(assignments, ({ userId }) => userId);
  const ofManagers = groupedBy(assignments, ({ managerId }) => managerId);
  return [
    ...[...ofPeople].flatMap(([id, own]) => letter(id, own, TRAINING_ASSIGNED, '/profile')),
    ...[...ofManagers].flatMap(([id, own]) => letter(id, own, TRAINING_FOLLOWED, `/plans/${run.runId}`)),
  ];
}

export async function adoptPlan(
  { post, programmes }: { readonly post: Post; readonly programmes: ReadonlyMap<string, Programme> },
  tx: TenantTransaction,
  run: PlannerRun,
  request: AdoptPlanRequest,
): Promise<void> {
  if (run.adoptedAt !== null && run.endedAt === null) {
    throw conflict('plan-adopted', 'The plan is being carried out already.');
  }
  const assignments = await assignmentsOfPlan(tx, run, request);
  await assign(tx, run.runId, assignments);
  await markAdopted(tx, run.runId);
  if (request.mail ?? true) {
    const ids = assignments.flatMap(({ userId, managerId }) =>
      managerId === null ? [userId] : [userId, managerId],
    );
    const adopter = adopterId(tx);
    const users = await usersById(tx, [...new Set(adopter === null ? ids : [...ids, adopter])]);
    const self = adopter === null ? undefined : users.get(adopter);
    const by = self === undefined ? 'Jalon' : nameOf(self);
    const programme = programmes.get(run.programme)!;
    const letters = lettersOf({ run, programme, assignments, users, by });
    const became = await post.sendAll(tx, letters);
    for (const [index, { kind, userId }] of letters.entries()) {
      if (kind !== TRAINING_ASSIGNED) continue;
      const posted = became[index]!;
      await noteMailed(tx, run.runId, userId!, posted === 'sent-before' ? 'queued' : posted);
    }
  }
  const people = new Set(assignments.map(({ userId }) => userId)).size;
  const details = { assignments: assignments.length, people, by: questionOf(run).by };
  await recordAudit(tx, { action: 'plan.adopted', subject: `plan:${run.runId}`, details });
}
