import { queryOptions } from '@tanstack/react-query';
import type { Locale } from '../../src/contract/common.ts';
import type { DataSet, DataSetName } from '../../src/contract/data-sets.ts';
import type { ReportTokens } from '../../src/contract/report-tokens.ts';
import type { Schedules } from '../../src/contract/scheduled-reports.ts';
import { getJson } from './client.ts';
import type { AnswerParameters } from './queries.ts';

export interface DataSetPreview {
  readonly name: DataSetName;
  readonly columns: string;
  readonly top: number;
  readonly lang: Locale;
}

/** The first rows of a data set, with the columns of its download. */
export function dataSetQuery(
  partner: string,
  question: AnswerParameters,
  { name, ...preview }: DataSetPreview,
) {
  const parameters = { ...question, ...preview };
  return queryOptions({
    queryKey: ['partner', partner, 'datasets', name, parameters],
    queryFn: ({ signal }) => getJson<DataSet>(`/partners/${partner}/datasets/${name}`, parameters, signal),
  });
}

export const reportTokensQuery = queryOptions({
  queryKey: ['me', 'report-tokens'],
  queryFn: ({ signal }) => getJson<ReportTokens>('/me/report-tokens', {}, signal),
});

export const scheduledReportsQuery = queryOptions({
  queryKey: ['me', 'scheduled-reports'],
  queryFn: ({ signal }) => getJson<Schedules>('/me/scheduled-reports', {}, signal),
});
