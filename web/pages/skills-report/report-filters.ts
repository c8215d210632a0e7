import type { SkillsReportQuery } from '../../../src/contract/skills-report.ts';
import type { UrlState } from '../../components/url-state.ts';
import type { MessageId } from '../../messages/messages.ts';

/** Filters that stand in the address under the same names as in the API. */
export type FilterName = Exclude<
  keyof SkillsReportQuery,
  | 'asOf'
  | 'knownAt'
  | 'programme'
  | 'format'
  | 'lang'
  | 'search'
  | 'filter'
  | 'orderby'
  | 'columns'
  | 'top'
  | 'skip'
>;

export const FILTER_LABELS: Readonly<Record<FilterName, MessageId>> = {
  competency: 'report.filter.competency',
  counts: 'report.filter.counts',
  reason: 'report.filter.reason',
  expiresWithin: 'report.filter.expiresWithin',
  stopsIn: 'report.filter.stopsIn',
  provider: 'report.filter.provider',
  skillType: 'report.filter.skillType',
  userStatus: 'report.filter.userStatus',
  pmc: 'report.filter.pmc',
  partnerCenter: 'report.filter.partnerCenter',
  user: 'report.filter.user',
  skill: 'report.filter.skill',
  all: 'report.filter.all',
};

export const FILTER_NAMES = Object.keys(FILTER_LABELS) as FilterName[];

/** Set by a link from elsewhere, and only to be taken away here. */
export const LINKED_FILTERS: readonly FilterName[] = ['user', 'skill', 'stopsIn'];

export const EXPIRY_DAYS: readonly number[] = [30, 90, 180, 365];

/** What the address asks for, in the terms of the API: the table and the download send exactly this. */
export function reportParameters(url: UrlState): Record<string, string | undefined> {
  const names = ['asOf', 'knownAt', 'programme', 'search', 'orderby', ...FILTER_NAMES];
  return Object.fromEntries(names.map((name) => [name, url[name]]));
}

export function activeFilters(url: UrlState): FilterName[] {
  return FILTER_NAMES.filter((name) => url[name] !== undefined && url[name] !== '');
}

/** Everything back to all rows; the day, the sort and the columns stay. */
export function withoutFilters(): UrlState {
  return Object.fromEntries(['search', ...FILTER_NAMES].map((name) => [name, undefined]));
}
