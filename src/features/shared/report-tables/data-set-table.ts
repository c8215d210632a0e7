import type { Locale } from '../../../contract/common.ts';
import type { DataSetName } from '../../../contract/data-sets.ts';
import { accountEmails, placesOfUsers } from '../../../store/completion-details-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import { competencyHistoryTable, performanceRequirementTable } from './competency-tables.ts';
import type { ReportTable } from './report-table.ts';
import { trainingCompletionsTable } from './training-completions-table.ts';

export interface DataSetReader {
  /** Of names of competencies, levels and metrics. */
  readonly locale: Locale;
  readonly mayNames: boolean;
}

/** A data set of a company as one reader may see it: the same rows for the page, every file and the feed. */
export async function dataSetTable(
  name: DataSetName,
  answer: PartnerAnswer,
  { locale, mayNames }: DataSetReader,
  tx: TenantTransaction,
): Promise<ReportTable> {
  switch (name) {
    case 'TrainingCompletions': {
      const places = await placesOfUsers(tx);
      const emails = mayNames ? await accountEmails(tx) : new Map<string, string>();
      return trainingCompletionsTable(answer, { mayNames, places, emails });
    }
    case 'CompetencySummaryHistory':
      return competencyHistoryTable(answer, locale);
    case 'CompetencyPeformanceRequirement':
      return performanceRequirementTable(answer, locale);
  }
}
