import type { z } from 'zod';
import type { Role } from '../../contract/roles.ts';
import type {
  USER_FILTER_FIELDS,
  USER_SORT_FIELDS,
  UsersQuerySchema,
  User as UserView,
} from '../../contract/users.ts';
import type { RecordVerdict } from '../../domain/evaluation/record-verdicts.ts';
import { type FieldValues, filterTest } from '../../domain/list-filter/matches-filter.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import type { User } from '../../store/users-store.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { statusOn } from '../shared/status-on.ts';

export type UsersQuery = z.output<typeof UsersQuerySchema>;

interface Held {
  readonly accounts: UserView['learningAccounts'];
  readonly total: number;
  readonly counting: number;
}

type HeldByPerson = ReadonlyMap<string, Held>;

/** By each programme of the company; facts and days are the same in all of them. */
export type Answers = readonly [PartnerAnswer, ...PartnerAnswer[]];

function counts({ named, reason }: RecordVerdict): boolean {
  return named && reason === null;
}

const heldOf = new WeakMap<PartnerAnswer, { readonly answers: Answers; readonly held: HeldByPerson }>();

/** Answers do not change, so what they say of everybody is worked out once. */
function heldByPerson(answers: Answers): HeldByPerson {
  const known = heldOf.get(answers[0]);
  if (known?.answers.every((answer, index) => answer === answers[index])) return known.held;
  const held = heldIn(answers);
  heldOf.set(answers[0], { answers, held });
  return held;
}

/** What each person holds here on the day: open associations, skills, and how many of them count in some programme. */
function heldIn([answer, ...others]: Answers): HeldByPerson {
  const { validAt } = answer.asOf;
  const countingElsewhere = new Set(
    others.flatMap(({ verdicts }) => verdicts.filter(counts).map(({ record }) => record)),
  );
  const skills = new Map<string, { total: number; counting: number }>();
  for (const verdict of answer.verdicts) {
    const entry = skills.get(verdict.person) ?? { total: 0, counting: 0 };
    entry.total += 1;
    if (counts(verdict) || countingElsewhere.has(verdict.record)) entry.counting += 1;
    skills.set(verdict.person, entry);
  }
  return new Map(
    (answer.facts.people ?? []).map((person) => {
      const accounts = (person.associations ?? [])
        .filter(({ partner }) => partner == null)
        .filter(
          ({ from, until }) =>
            from.slice(0, 10) <= validAt && (until == null || validAt < until.slice(0, 10)),
        )
        .map(({ provider, accountId, via, from }) => ({
          provider: provider ?? '',
          accountId,
          via: via ?? 'partner-center',
          since: from,
        }));
      return [person.id, { accounts, ...(skills.get(person.id) ?? { total: 0, counting: 0 }) }];
    }),
  );
}

function viewOf(user: User, held: Held | undefined, day: string): UserView {
  return {
    userId: user.userId,
    firstName: user.firstName,
    lastName: user.lastName,
    workEmail: user.workEmail,
    status: statusOn(
      { status: user.status === 'deleted' ? 'left' : user.status, employedUntil: user.employedUntil },
      day,
    ),
    employedFrom: user.employedFrom,
    employedUntil: user.employedUntil,
    technical: user.technical,
    locale: user.locale ?? 'en',
    roles: user.roles as Role[],
    roleLocations: user.scopes.map((scope) => {
      const [role, locationId] = scope.split(' ') as [Role, string];
      return { role, locationId };
    }),
    locationId: user.locationId,
    team: user.team,
    disabledOn: user.disabledOn,
    passwordChosen: user.passwordChosen,
    fromDirectory: user.fromDirectory,
    lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
    learningAccounts: held?.accounts ?? [],
    skills: { total: held?.total ?? 0, counting: held?.counting ?? 0 },
  };
}

export function userViews(users: readonly User[], answers: Answers): UserView[] {
  const held = heldByPerson(answers);
  return users.map((user) => viewOf(user, held.get(user.userId), answers[0].asOf.validAt));
}

const FILTER_VALUES: FieldValues<UserView, keyof typeof USER_FILTER_FIELDS> = {
  firstName: (user) => user.firstName,
  lastName: (user) => user.lastName,
  workEmail: (user) => user.workEmail,
  status: (user) => user.status,
  roles: (user) => user.roles,
  technical: (user) => user.technical,
  associated: (user) => user.learningAccounts.length > 0,
  locale: (user) => user.locale,
  team: (user) => user.team,
  employedFrom: (user) => user.employedFrom,
  employedUntil: (user) => user.employedUntil,
  lastSignInAt: (user) => user.lastSignInAt,
  skills: (user) => user.skills.total,
};

export function matches(query: UsersQuery): (user: UserView) => boolean {
  const fits = query.filter === undefined ? () => true : filterTest(query.filter, FILTER_VALUES);
  const words = searchWords(query.search ?? '');
  const asked = (wanted: 'yes' | 'no' | undefined, is: boolean) =>
    wanted === undefined || (wanted === 'yes') === is;
  const found = ({ firstName, lastName, workEmail }: UserView) => {
    if (words.length === 0) return true;
    const text = searchKey(`${firstName} ${lastName} ${workEmail}`);
    return words.every((word) => text.includes(word));
  };
  return (user) => {
    return (
      found(user) &&
      (query.status === undefined || user.status === query.status) &&
      (query.role === undefined || user.roles.some((role) => role === query.role)) &&
      asked(query.associated, user.learningAccounts.length > 0) &&
      asked(query.technical, user.technical) &&
      (query.signIn !== 'no-password' || !user.passwordChosen) &&
      (query.signIn !== 'never' || user.lastSignInAt === null) &&
      fits(user)
    );
  };
}

const SORT_TEXTS: Readonly<Record<(typeof USER_SORT_FIELDS)[number], (user: UserView) => string>> = {
  firstName: (user) => user.firstName,
  lastName: (user) => user.lastName,
  workEmail: (user) => user.workEmail,
  status: (user) => user.status,
  roles: (user) => user.roles.join(' '),
  technical: (user) => (user.technical ? '1' : '0'),
  associated: (user) => (user.learningAccounts.length > 0 ? '1' : '0'),
  lastSignInAt: (user) => user.lastSignInAt ?? '',
  skills: (user) => String(user.skills.total),
};

/** Sorted; without an order by last name. */
export function sortedUsers(
  users: readonly UserView[],
  { orderby }: Pick<UsersQuery, 'orderby'>,
  locale: 'fr' | 'en',
): UserView[] {
  const order = orderby?.length ? orderby : [{ field: 'lastName' as const, descending: false }];
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const compare = (a: UserView, b: UserView): number => {
    for (const { field, descending } of order) {
      const difference = collator.compare(SORT_TEXTS[field](a), SORT_TEXTS[field](b));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return collator.compare(a.workEmail, b.workEmail);
  };
  return nearlySorted(users, order[0]!).sort(compare);
}

/** Comparing as a language does is dear: of a list that is in the order of its letters few pairs are left to compare. */
function nearlySorted(
  users: readonly UserView[],
  { field, descending }: NonNullable<UsersQuery['orderby']>[number],
): UserView[] {
  const textOf = SORT_TEXTS[field];
  const later = descending ? -1 : 1;
  return users
    .map((user) => ({ user, letters: `${textOf(user)} ${user.workEmail}`.toLowerCase() }))
    .sort((a, b) => (a.letters < b.letters ? -later : a.letters > b.letters ? later : 0))
    .map(({ user }) => user);
}

/** Filtered and sorted. */
export function chosenUsers(users: readonly UserView[], query: UsersQuery, locale: 'fr' | 'en'): UserView[] {
  return sortedUsers(users.filter(matches(query)), query, locale);
}
