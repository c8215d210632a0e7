import { queryOptions } from '@tanstack/react-query';
import type { Calendar, CalendarLinkState } from '../../src/contract/calendar.ts';
import type { Locale } from '../../src/contract/common.ts';
import { getJson } from './client.ts';
import type { AsOfParameters } from './queries.ts';

/** What is known to happen to a company, in the words of a language. */
export function calendarQuery(partner: string, { asOf, knownAt }: AsOfParameters, lang: Locale) {
  const question = { asOf, knownAt, lang };
  return queryOptions({
    queryKey: ['partner', partner, 'calendar', question],
    queryFn: ({ signal }) => getJson<Calendar>(`/partners/${partner}/calendar`, question, signal),
  });
}

/** Whether the reader has a link by which a calendar reads that of the company. */
export const calendarLinkQuery = queryOptions({
  queryKey: ['me', 'calendar-link'],
  queryFn: ({ signal }) => getJson<CalendarLinkState>('/me/calendar-link', {}, signal),
});
