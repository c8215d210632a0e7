import {
  type HeaderSynonyms,
  INSIGHTS_TRAININGS_HEADERS,
  METRICS_HEADERS,
  SKILL_RECORDS_HEADERS,
  USERS_HEADERS,
} from './header-synonyms.ts';

export type TabularKind = 'users' | 'skill-records' | 'insights-trainings' | 'metrics';
export type ImportKind = TabularKind | 'ms-learn-transcript';

export interface KindColumns<Field extends string> {
  readonly headers: HeaderSynonyms & Readonly<Record<Field, readonly string[]>>;
  /** Of each group, one column must be there. */
  readonly required: readonly (readonly Field[])[];
}

function columns<Headers extends HeaderSynonyms>(
  headers: Headers,
  required: readonly (readonly (keyof Headers & string)[])[],
): KindColumns<keyof Headers & string> {
  return { headers, required };
}

export const USERS_COLUMNS = columns(USERS_HEADERS, [['firstName'], ['lastName'], ['workEmail']]);

export const SKILL_RECORDS_COLUMNS = columns(SKILL_RECORDS_HEADERS, [
  ['workEmail', 'accountId', 'workEmailOrAccountId'],
  ['skill', 'skillTitle'],
  ['achievedOn'],
]);

export const INSIGHTS_TRAININGS_COLUMNS = columns(INSIGHTS_TRAININGS_HEADERS, [
  ['trainingCompletionDate'],
  ['trainingActivityId', 'trainingTitle'],
  ['mcpId', 'corpEmail', 'email'],
]);

export const METRICS_COLUMNS = columns(METRICS_HEADERS, [['metric'], ['month'], ['value']]);

export const COLUMNS_OF_KIND: Readonly<Record<TabularKind, KindColumns<string>>> = {
  users: USERS_COLUMNS,
  'skill-records': SKILL_RECORDS_COLUMNS,
  'insights-trainings': INSIGHTS_TRAININGS_COLUMNS,
  metrics: METRICS_COLUMNS,
};
