import type {
  CHASE_FILTER_FIELDS,
  CHASE_SORT_FIELDS,
  ChaseList,
  ChaseListQuery,
  ChaseRow,
  LostLevel,
} from '../../contract/chase-list.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { type FieldValues, filterTest } from '../../domain/list-filter/matches-filter.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { nextReminderOn } from '../shared/reminder-cycle.ts';
import { type ChasedPerson, chaseAnswer, type LevelOfCompetency } from './chase-list-answer.ts';

/** When each person was last reminded, and the present instant: what the answer about the company does not know. */
export interface Reminded {
  readonly at: ReadonlyMap<string, Date>;
  readonly now: Date;
}

function lostLevel(programme: Programme): (level: LevelOfCompetency) => LostLevel {
  return ({ competency, level }) => ({
    competency,
    name: programme.competencies.find(({ id }) => id === competency)!.name,
    level,
    levelName: programme.levels.find(({ id }) => id === level)!.name,
  });
}

function rowOf(
  chased: ChasedPerson,
  windowEndsOn: string | null,
  { directory, programme }: PartnerAnswer,
  { at, now }: Reminded,
): ChaseRow[] {
  const { person, associations } = chased.left;
  const entry = directory.get(person.id);
  if (entry === undefined) return [];
  const last = at.get(person.id);
  return [
    {
      userId: person.id,
      firstName: entry.firstName,
      lastName: entry.lastName,
      workEmail: entry.workEmail,
      accounts: associations.map(({ provider, accountId, from }) => ({
        provider: provider ?? '',
        accountId,
        since: from.slice(0, 10),
      })),
      relevant: chased.skills.length > 0,
      skills: [...chased.skills],
      levelsLost: chased.levelsLost.map(lostLevel(programme)),
      skillsLost: [...chased.skillsLost],
      lostOn: windowEndsOn,
      remindedAt: last?.toISOString() ?? null,
      nextReminderOn: last === undefined ? null : nextReminderOn(last, now),
    },
  ];
}

/** Everybody who is left in PMC: those with the most to lose first, those without a relevant skill at the end. */
export function chaseRows(answer: PartnerAnswer, reminded: Reminded, locale: 'fr' | 'en'): ChaseRow[] {
  const { people, windowEndsOn } = chaseAnswer(answer);
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return people
    .flatMap((chased) => rowOf(chased, windowEndsOn, answer, reminded))
    .sort(
      (a, b) =>
        Number(b.relevant) - Number(a.relevant) ||
        b.levelsLost.length - a.levelsLost.length ||
        b.skillsLost.length - a.skillsLost.length ||
        compare(a.accounts[0]!.since, b.accounts[0]!.since) ||
        compare(a.lastName, b.lastName) ||
        compare(a.firstName, b.firstName) ||
        (a.userId < b.userId ? -1 : 1),
    );
}

const FILTER_VALUES: FieldValues<ChaseRow, keyof typeof CHASE_FILTER_FIELDS> = {
  firstName: (row) => row.firstName,
  lastName: (row) => row.lastName,
  workEmail: (row) => row.workEmail,
  relevant: (row) => row.relevant,
  levelsLost: (row) => row.levelsLost.length,
  skillsLost: (row) => row.skillsLost.length,
  skills: (row) => row.skills.length,
};

const SORT_TEXTS: Readonly<Record<(typeof CHASE_SORT_FIELDS)[number], (row: ChaseRow) => string>> = {
  firstName: (row) => row.firstName,
  lastName: (row) => row.lastName,
  workEmail: (row) => row.workEmail,
  levelsLost: (row) => String(row.levelsLost.length),
  skillsLost: (row) => String(row.skillsLost.length),
  skills: (row) => String(row.skills.length),
  pmcSince: (row) => row.accounts[0]!.since,
  remindedAt: (row) => row.remindedAt ?? '',
};

/** Filtered; sorted where an order is asked for, the rank deciding between equals. */
export function chosenChaseRows(
  rows: readonly ChaseRow[],
  query: ChaseListQuery,
  locale: 'fr' | 'en',
): ChaseRow[] {
  const fits = query.filter === undefined ? () => true : filterTest(query.filter, FILTER_VALUES);
  const words = searchWords(query.search ?? '');
  const chosen = rows.filter((row) => {
    const accounts = row.accounts.map(({ accountId }) => accountId).join(' ');
    const text = searchKey(`${row.firstName} ${row.lastName} ${row.workEmail} ${accounts}`);
    return (
      words.every((word) => text.includes(word)) &&
      (query.relevant === undefined || (query.relevant === 'yes') === row.relevant) &&
      fits(row)
    );
  });
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  return chosen.sort((a, b) => {
    for (const { field, descending } of query.orderby ?? []) {
      const difference = compare(SORT_TEXTS[field](a), SORT_TEXTS[field](b));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

/** Without `top` everything that fits one answer is given. */
const PAGE = 10_000;

export interface AskedChaseList {
  readonly query: ChaseListQuery;
  readonly reminded: Reminded;
  readonly locale: 'fr' | 'en';
  readonly url: string;
}

/** Who should associate again in Partner Center, and what is lost otherwise. */
export function chaseList(answer: PartnerAnswer, asked: AskedChaseList): ChaseList {
  const { query, reminded, locale, url } = asked;
  const { partner, programme, asOf } = answer;
  const { windowEndsOn, levelsLost } = chaseAnswer(answer);
  const rows = chaseRows(answer, reminded, locale);
  const chosen = chosenChaseRows(rows, query, locale);
  const { top = PAGE, skip = 0 } = query;
  return {
    value: chosen.slice(skip, skip + top),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    ...(partner.origin === 'native' ? { code: 'not-from-pmc' } : {}),
    count: chosen.length,
    total: rows.length,
    pmc: {
      movedOn: partner.movedFromPmcOn,
      windowEndsOn,
      over: windowEndsOn !== null && windowEndsOn <= asOf.validAt,
      people: rows.filter(({ relevant }) => relevant).length,
      levelsLost: levelsLost.map(lostLevel(programme)),
    },
    asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
  };
}
