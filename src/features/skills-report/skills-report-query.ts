import type { SkillsReport, SkillsReportQuery, SkillsReportRow } from '../../contract/skills-report.ts';
import { nextPage } from '../shared/paging.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { rowTest, sortRows } from './skills-report-filter.ts';
import { emptyCause, prerequisitesOf, technicalUsersOf } from './skills-report-prerequisites.ts';
import { facetsOf, summaryOf } from './skills-report-summary.ts';

/** The rows that the page shows and every file prints: filtered and sorted, not cut into pages. */
export interface ReportRows {
  readonly all: readonly SkillsReportRow[];
  readonly chosen: readonly SkillsReportRow[];
}

export function chosenRows(answer: PartnerAnswer, query: SkillsReportQuery, locale: 'fr' | 'en'): ReportRows {
  const all = answer.reportRows(query.all === 'true');
  return {
    all,
    chosen: sortRows(all.filter(rowTest(query, answer.asOf.validAt)), query.orderby ?? [], locale),
  };
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
