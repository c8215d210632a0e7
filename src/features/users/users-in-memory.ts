import type { User as UserView } from '../../contract/users.ts';
import type { ListFilter } from '../../domain/list-filter/list-filter.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import type { Directory } from '../shared/person-refs.ts';
import { type Answers, chosenUsers, matches, sortedUsers, type UsersQuery, userViews } from './user-list.ts';

/** What answers do not know of people, and only the database tells. */
const NOT_KNOWN: readonly string[] = ['roles', 'locale', 'team', 'lastSignInAt'];
/** What the names alone put in order. */
const OF_NAMES: readonly string[] = ['firstName', 'lastName', 'workEmail'];
/** Orders kept with the names of one company. */
const MOST_ORDERS = 6;

function fieldsIn(filter: ListFilter | undefined): readonly string[] {
  if (filter === undefined) return [];
  if (filter.kind === 'not') return fieldsIn(filter.part);
  return 'parts' in filter ? filter.parts.flatMap(fieldsIn) : [filter.field];
}

/** Whether who is listed, and in which order, hangs on nothing but what is in memory: names, standing, accounts, skills. */
export function answeredFromMemory({ role, signIn, filter, orderby = [] }: UsersQuery): boolean {
  const asked = [...fieldsIn(filter), ...orderby.map(({ field }) => field)];
  return role === undefined && signIn === undefined && !asked.some((field) => NOT_KNOWN.includes(field));
}

type ById = ReadonlyMap<string, UserView>;

const viewsOf = new WeakMap<PartnerAnswer, { readonly answers: Answers; readonly views: ById }>();

/** Everybody, with what is not known left empty: nobody is shown this, it only says who is chosen. */
function viewsInMemory(answers: Answers): ById {
  const known = viewsOf.get(answers[0]);
  if (known?.answers.every((answer, index) => answer === answers[index])) return known.views;
  const people = [...answers[0].directory.values()].map((person) => ({
    ...person,
    ...{ locale: null, roles: [], scopes: [], lastSignInAt: null, locationId: null, team: null },
    ...{ disabledOn: null, passwordChosen: false, fromDirectory: false, partnerUniversitySince: null },
  }));
  const views = new Map(userViews(people, answers).map((view) => [view.userId, view]));
  viewsOf.set(answers[0], { answers, views });
  return views;
}

const orders = new WeakMap<Directory, Map<string, readonly string[]>>();

/** Everybody in an order of names, by id: it holds as long as the names do, whatever else is told of people. */
function inOrderOfNames(answers: Answers, query: UsersQuery, locale: 'fr' | 'en'): readonly string[] {
  const { directory } = answers[0];
  const kept = orders.get(directory) ?? new Map<string, readonly string[]>();
  orders.set(directory, kept);
  const key = `${locale} ${JSON.stringify(query.orderby ?? [])}`;
  let order = kept.get(key);
  if (order === undefined) {
    order = sortedUsers([...viewsInMemory(answers).values()], query, locale).map(({ userId }) => userId);
    if (kept.size === MOST_ORDERS) kept.clear();
    kept.set(key, order);
  }
  return order;
}

function meansEverybody({ search, status, associated, technical, filter }: UsersQuery): boolean {
  return [search || undefined, status, associated, technical, filter].every((asked) => asked === undefined);
}

/** The ids of those whom a question means, in its order; see `answeredFromMemory`. */
export function chosenFromMemory(
  answers: Answers,
  query: UsersQuery,
  locale: 'fr' | 'en',
): readonly string[] {
  const views = viewsInMemory(answers);
  if (!(query.orderby ?? []).every(({ field }) => OF_NAMES.includes(field))) {
    return chosenUsers([...views.values()], query, locale).map(({ userId }) => userId);
  }
  const order = inOrderOfNames(answers, query, locale);
  if (meansEverybody(query)) return order;
  const fits = matches(query);
  return order.filter((userId) => {
    const view = views.get(userId);
    return view !== undefined && fits(view);
  });
}
