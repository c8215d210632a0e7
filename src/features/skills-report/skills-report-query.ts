import type { Locale } from '../../contract/common.ts';
import type { SkillsReport, SkillsReportQuery, SkillsReportRow } from '../../contract/skills-report.ts';
import { mergeSorted } from '../../domain/lists/merge-sorted.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { changedRows } from '../shared/report-rows.ts';
import { rowTest, sortRows, usualComparison } from './skills-report-filter.ts';
import { emptyCause, prerequisitesOf, technicalUsersOf } from './skills-report-prerequisites.ts';
import { facetsOf, summaryOf } from './skills-report-summary.ts';

/** The rows that the page shows and every file prints: filtered and sorted, not cut into pages. */
export interface ReportRows {
  readonly all: readonly SkillsReportRow[];
  readonly chosen: readonly SkillsReportRow[];
}

const usualOrders = new WeakMap<readonly SkillsReportRow[], Map<Locale, readonly SkillsReportRow[]>>();

/** All rows in the order that nobody has to ask for; put in order once for each language. */
function inUsualOrder(rows: readonly SkillsReportRow[], locale: Locale): readonly SkillsReportRow[] {
  const known = usualOrders.get(rows) ?? new Map<Locale, readonly SkillsReportRow[]>();
  usualOrders.set(rows, known);
  const sorted = known.get(locale) ?? putInUsualOrder(rows, locale);
  known.set(locale, sorted);
  return sorted;
}

/** Where most rows are those of a list that is in order, only the others look for their place. */
function putInUsualOrder(rows: readonly SkillsReportRow[], locale: Locale): readonly SkillsReportRow[] {
  const change = changedRows(rows);
  const before = change === null ? undefined : usualOrders.get(change.before)?.get(locale);
  if (change === null || before === undefined) return sortRows(rows, [], locale);
  const { gone, fresh } = change;
  const kept = gone.size === 0 ? before : before.filter((row) => !gone.has(row));
  return mergeSorted(kept, sortRows(fresh, [], locale), usualComparison(locale));
}

export function chosenRows(answer: PartnerAnswer, query: SkillsReportQuery, locale: 'fr' | 'en'): ReportRows {
  const all = answer.reportRows(query.all === 'true');
  const test = rowTest(query, answer);
  const order = query.orderby ?? [];
  const meant = (rows: readonly SkillsReportRow[]) => (test === null ? rows : rows.filter(test));
  const chosen = order.length === 0 ? meant(inUsualOrder(all, locale)) : sortRows(meant(all), order, locale);
  return { all, chosen };
}

export interface RoleHolders {
  /** People who may read the report. */
  readonly reports: readonly string[];
  /** People who may add users. */
  readonly accounts: readonly string[];
}

/** Without `top` everything that fits one answer is given: a program rarely wants less. */
const PAGE = 10_000;

/** The report as the page reads it: which rows, then the numbers around them. */
export function skillsReport(
  answer: PartnerAnswer,
  query: SkillsReportQuery,
  holders: RoleHolders,
  locale: 'fr' | 'en',
  url: string,
): SkillsReport {
  const { all, chosen } = chosenRows(answer, query, locale);
  const skip = query.skip ?? 0;
  const top = query.top ?? PAGE;
  return {
    value: chosen.slice(skip, skip + top),
    nextLink: skip + top < chosen.length ? nextPage(url, skip + top, top) : null,
    ...(all.length === 0 ? { code: 'no-skills-data', cause: emptyCause(answer) } : {}),
    count: chosen.length,
    total: all.length,
    summary: summaryOf(chosen),
    facets: facetsOf(all),
    prerequisites: prerequisitesOf(answer, holders),
    technicalUsers: technicalUsersOf(answer, all),
    asOf: answer.asOf,
    programme: answer.programme.id,
    catalogueVersion: answer.programme.version,
  };
}
