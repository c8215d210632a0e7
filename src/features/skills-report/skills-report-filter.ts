import type { SortKey } from '../../contract/list-query.ts';
import type {
  SKILLS_REPORT_FILTER_FIELDS,
  SkillsReportColumn,
  SkillsReportQuery,
  SkillsReportRow,
} from '../../contract/skills-report.ts';
import { type FieldValues, filterTest } from '../../domain/list-filter/matches-filter.ts';
import { searchKey, searchWords } from '../../domain/text/search-key.ts';
import { monthOf, parseDay, parseMonth } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { stopWithinYear } from '../shared/record-stop.ts';

export type RowTest = (row: SkillsReportRow) => boolean;

/** By which the skill of a row is found. */
function skillText({ skillId, skillTitle, relevantFor }: SkillsReportRow): string {
  const names = relevantFor.flatMap(({ name, optionName }) => [
    name.en,
    name.fr,
    optionName?.en ?? '',
    optionName?.fr ?? '',
  ]);
  return searchKey([skillId, skillTitle, ...names].join('\n'));
}

/** By which the person of a row is found. */
function personText({ firstName, lastName, workEmail, mcid }: SkillsReportRow): string {
  return searchKey([firstName, lastName, workEmail, mcid, `${lastName} ${firstName}`].join('\n'));
}

/** Person and account, or skill, → the text. */
interface SearchTexts {
  readonly people: Map<string, string>;
  readonly skills: Map<string, string>;
}

/** Texts are made once for all rows of a person or of a skill, and kept as long as the answer. */
const searchTexts = new WeakMap<PartnerAnswer, SearchTexts>();

function textsOf(answer: PartnerAnswer): SearchTexts {
  const texts = searchTexts.get(answer) ?? { people: new Map(), skills: new Map() };
  searchTexts.set(answer, texts);
  return texts;
}

function textOf(texts: Map<string, string>, key: string, make: () => string): string {
  let text = texts.get(key);
  if (text === undefined) {
    text = make();
    texts.set(key, text);
  }
  return text;
}

/** Each word is found in what is told of the person or of the skill. */
function searched(search: string | undefined, answer: PartnerAnswer): RowTest[] {
  const { people, skills } = textsOf(answer);
  return searchWords(search ?? '').map((word): RowTest => {
    const bySkill = new Map<string, boolean>();
    return (row) => {
      let found = bySkill.get(row.skillId);
      if (found === undefined) {
        found = textOf(skills, row.skillId, () => skillText(row)).includes(word);
        bySkill.set(row.skillId, found);
      }
      return found || textOf(people, `${row.userId} ${row.mcid}`, () => personText(row)).includes(word);
    };
  });
}

function yesNo(wanted: 'yes' | 'no' | undefined, value: (row: SkillsReportRow) => boolean): RowTest[] {
  return wanted === undefined ? [] : [(row) => value(row) === (wanted === 'yes')];
}

/** Several values of one filter are separated by commas: one of them must fit. */
function oneOf(wanted: string | undefined, value: (row: SkillsReportRow) => readonly string[]): RowTest[] {
  if (wanted === undefined || wanted === '') return [];
  const values = new Set(wanted.split(','));
  return [(row) => value(row).some((each) => values.has(each))];
}

function expiresWithin(days: number | undefined, asOf: string): RowTest[] {
  if (days === undefined) return [];
  const from = parseDay(asOf)!;
  return [
    (row) => {
      const expires = row.expiresOn === null ? null : parseDay(row.expiresOn);
      return expires !== null && expires >= from && expires <= from + days;
    },
  ];
}

/** Whatever ends it: an expiry, a retirement, the PMC window. */
function stopsIn(text: string | undefined, answer: PartnerAnswer): RowTest[] {
  if (text === undefined) return [];
  const month = parseMonth(text);
  const stopOf = stopWithinYear(answer);
  return [
    (row) => {
      const stop = stopOf(row);
      return stop !== null && monthOf(stop.on) === month;
    },
  ];
}

const FILTER_VALUES: FieldValues<SkillsReportRow, keyof typeof SKILLS_REPORT_FILTER_FIELDS> = {
  firstName: (row) => row.firstName,
  lastName: (row) => row.lastName,
  workEmail: (row) => row.workEmail,
  userStatus: (row) => row.userStatus,
  mcid: (row) => row.mcid,
  provider: (row) => row.provider,
  skillType: (row) => row.skillType,
  skillId: (row) => row.skillId,
  skillTitle: (row) => row.skillTitle,
  achievedOn: (row) => row.achievedOn,
  expiresOn: (row) => row.expiresOn,
  retiredOn: (row) => row.retiredOn,
  associatedInPmc: (row) => row.associatedInPmc,
  associatedInPartnerCenter: (row) => row.associatedInPartnerCenter,
  relevantFor: (row) => row.relevantFor.map(({ competency }) => competency),
  countsNow: (row) => row.countsNow,
  reason: (row) => row.reason?.code ?? null,
};

/**
 * The filters of the page; a download takes the same query and so holds the same rows.
 * @returns null when nothing is asked for, so that every row is meant
 */
export function rowTest(query: SkillsReportQuery, answer: PartnerAnswer): RowTest | null {
  const tests: RowTest[] = [
    ...oneOf(query.competency, (row) => row.relevantFor.map(({ competency }) => competency)),
    ...oneOf(query.provider, (row) => [row.provider]),
    ...oneOf(query.skillType, (row) => [row.skillType]),
    ...oneOf(query.userStatus, (row) => [row.userStatus]),
    ...oneOf(query.reason, (row) => (row.reason === null ? [] : [row.reason.code])),
    ...oneOf(query.user, (row) => [row.userId]),
    ...oneOf(query.skill, (row) => [row.skillId]),
    ...yesNo(query.counts, (row) => row.countsNow),
    ...yesNo(query.pmc, (row) => row.associatedInPmc),
    ...yesNo(query.partnerCenter, (row) => row.associatedInPartnerCenter),
    ...expiresWithin(query.expiresWithin, answer.asOf.validAt),
    ...stopsIn(query.stopsIn, answer),
    ...(query.filter === undefined ? [] : [filterTest(query.filter, FILTER_VALUES)]),
    ...searched(query.search, answer),
  ];
  return tests.length === 0 ? null : (row) => tests.every((test) => test(row));
}

type ReportSortKey = SortKey<SkillsReportColumn>;

function sortValue(row: SkillsReportRow, column: SkillsReportColumn, locale: 'fr' | 'en'): string {
  const value = row[column];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'string') return value;
  if (column === 'relevantFor') return row.relevantFor[0]?.name[locale] ?? '';
  return row.reason?.code ?? '';
}

/** The place of each value among the different ones: a language's order is costly, so each is asked about once. */
function places(values: readonly string[], compare: (left: string, right: string) => number): Int32Array {
  const place = new Map<string, number>();
  let last: string | null = null;
  let places = 0;
  for (const value of [...new Set(values)].sort(compare)) {
    if (last !== null && compare(last, value) !== 0) places++;
    place.set(value, places);
    last = value;
  }
  return Int32Array.from(values, (value) => place.get(value)!);
}

const collators = new Map<string, Intl.Collator>();

function collatorOf(locale: 'fr' | 'en'): Intl.Collator {
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  collators.set(locale, collator);
  return collator;
}

const USUAL_ORDER = ['lastName', 'firstName', 'skillId'] as const;

/** Whether a row comes before another one in the order that nobody has to ask for. */
export function usualComparison(
  locale: 'fr' | 'en',
): (left: SkillsReportRow, right: SkillsReportRow) => boolean {
  const { compare } = collatorOf(locale);
  return (left, right) => {
    for (const field of USUAL_ORDER) {
      const difference = compare(left[field], right[field]);
      if (difference !== 0) return difference < 0;
    }
    return left.id < right.id;
  };
}

/** Sorted as the reader's language sorts; without an order by last name, first name, then skill. */
export function sortRows(
  rows: readonly SkillsReportRow[],
  order: readonly ReportSortKey[],
  locale: 'fr' | 'en',
): SkillsReportRow[] {
  const { compare } = collatorOf(locale);
  const fallback = USUAL_ORDER.map((field): ReportSortKey => ({ field, descending: false }));
  const keys = [...order, ...fallback].map(({ field, descending }) => ({
    sign: descending ? -1 : 1,
    places: places(
      rows.map((row) => sortValue(row, field, locale)),
      compare,
    ),
  }));
  const numbers = Array.from(rows, (_row, number) => number);
  numbers.sort((left, right) => {
    for (const key of keys) {
      const difference = key.places[left]! - key.places[right]!;
      if (difference !== 0) return difference * key.sign;
    }
    return rows[left]!.id < rows[right]!.id ? -1 : 1;
  });
  return numbers.map((number) => rows[number]!);
}
