import type { Locale } from '../../../contract/common.ts';
import type { DataSetName } from '../../../contract/data-sets.ts';
import { accountEmails, placesOfUsers, type UserPlace } from '../../../store/completion-details-store.ts';
import type { TenantTransaction } from '../../../store/database.ts';
import { placesTag } from '../company-places.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import { competencyHistoryTable, performanceRequirementTable } from './competency-tables.ts';
import type { ReportTable } from './report-table.ts';
import { trainingCompletionsTable } from './training-completions-table.ts';

export interface DataSetReader {
  /** Of names of competencies, levels and metrics. */
  readonly locale: Locale;
  readonly mayNames: boolean;
}

const knownEmails = new WeakMap<PartnerAnswer, ReadonlyMap<string, string>>();

/**
 * Kept with the answer: e-mails of accounts are written with an association, and seen while it lasts. Either changes the
 * evidence, and then there is another answer.
 */
async function emailsOf(answer: PartnerAnswer, tx: TenantTransaction): Promise<ReadonlyMap<string, string>> {
  const emails = knownEmails.get(answer) ?? (await accountEmails(tx));
  knownEmails.set(answer, emails);
  return emails;
}

const knownPlaces = new WeakMap<
  PartnerAnswer,
  { readonly tag: string; readonly places: ReadonlyMap<string, UserPlace> }
>();

/** Kept with the answer as long as the places have the same names: who works where changes the evidence. */
async function placesOf(
  answer: PartnerAnswer,
  tx: TenantTransaction,
): Promise<ReadonlyMap<string, UserPlace>> {
  const tag = await placesTag(tx);
  const known = knownPlaces.get(answer);
  if (known?.tag === tag) return known.places;
  const places = await placesOfUsers(tx);
  knownPlaces.set(answer, { tag, places });
  return places;
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
      const places = await placesOf(answer, tx);
      const emails = mayNames ? await emailsOf(answer, tx) : new Map<string, string>();
      return trainingCompletionsTable(answer, { mayNames, places, emails });
    }
    case 'CompetencySummaryHistory':
      return competencyHistoryTable(answer, locale);
    case 'CompetencyPeformanceRequirement':
      return performanceRequirementTable(answer, locale);
  }
}
