import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PerformanceLineDetail, PerformanceReport } from '../../src/contract/performance-report.ts';
import { getJson, getLink } from './client.ts';
import type { AnswerParameters } from './queries.ts';

const questionOf = ({ asOf, knownAt, programme }: AnswerParameters) => ({ asOf, knownAt, programme });

/** The whole report: the page chooses among its lines by the rule by which files are chosen. */
export function performanceReportQuery(partner: string, asked: AnswerParameters) {
  return queryOptions({
    queryKey: ['partner', partner, 'performance-report', questionOf(asked)],
    queryFn: ({ signal }) =>
      getJson<PerformanceReport>(`/partners/${partner}/performance-report`, questionOf(asked), signal),
  });
}

/** One line; its people come page after page, as the reader asks for more. */
export function performanceLineQuery(
  partner: string,
  { competency, line }: { readonly competency: string; readonly line: string },
  asked: AnswerParameters,
) {
  const path = `/partners/${partner}/performance-report/${encodeURIComponent(competency)}/${encodeURIComponent(line)}`;
  return infiniteQueryOptions({
    queryKey: ['partner', partner, 'performance-line', competency, line, questionOf(asked)],
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextLink }: PerformanceLineDetail) => nextLink ?? null,
    queryFn: ({ pageParam, signal }) =>
      pageParam === null
        ? getJson<PerformanceLineDetail>(path, questionOf(asked), signal)
        : getLink<PerformanceLineDetail>(pageParam, signal),
  });
}
