/** What the feed offers: which tables, to whom, and how each is opened. */
import type { Locale } from '../../contract/common.ts';
import { DATA_SET_COLUMNS, DATA_SET_NAMES, type DataSetName } from '../../contract/data-sets.ts';
import { DATA_SET_TEXTS } from '../../contract/messages/data-set-texts.ts';
import type { Ability } from '../../contract/roles.ts';
import type { Caller } from '../../http/caller.ts';
import type { TenantTransaction } from '../../store/database.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { dataSetTable } from '../shared/report-tables/data-set-table.ts';
import {
  SKILLS_TABLE_COLUMNS,
  skillsTable,
  USERS_TABLE_COLUMNS,
  usersTable,
} from '../shared/report-tables/people-tables.ts';
import type { ReportColumn, ReportTable } from '../shared/report-tables/report-table.ts';
import { usersReportRows } from '../shared/users-report-rows.ts';

export interface TableReader {
  readonly answer: PartnerAnswer;
  readonly locale: Locale;
  readonly mayNames: boolean;
}

export interface EntitySet {
  readonly name: string;
  readonly ability: Ability;
  /** All that there are; some only for readers who may see personal data. */
  readonly columns: readonly ReportColumn[];
  /** What a column holds, in English, where that is not plain. */
  readonly about: (column: string) => string | null;
  /** Its rows hang on the facts alone: the table of one answer has the same ones whenever it is opened. */
  readonly ofFacts: boolean;
  readonly open: (reader: TableReader, tx: TenantTransaction) => Promise<ReportTable>;
}

function dataSet(name: DataSetName): EntitySet {
  const texts = DATA_SET_TEXTS[name].columns;
  return {
    name,
    ability: 'insights',
    columns: DATA_SET_COLUMNS[name],
    about: (column) => texts[column]?.en ?? null,
    ofFacts: true,
    open: ({ answer, ...reader }, tx) => dataSetTable(name, answer, reader, tx),
  };
}

const ENTITY_SETS: readonly EntitySet[] = [
  ...DATA_SET_NAMES.map(dataSet),
  {
    name: 'SkillsReport',
    ability: 'skills-report',
    columns: SKILLS_TABLE_COLUMNS,
    about: () => null,
    ofFacts: true,
    open: async ({ answer, locale }) => skillsTable(answer, locale),
  },
  {
    name: 'Users',
    ability: 'users',
    columns: USERS_TABLE_COLUMNS,
    about: () => null,
    ofFacts: false,
    open: async ({ answer, locale }, tx) =>
      usersTable(await usersReportRows(tx, answer.asOf.validAt), locale),
  },
];

/** Those that the reader may open, with the columns that he or she may see. */
export function entitySetsFor({ abilities }: Pick<Caller, 'abilities'>): readonly EntitySet[] {
  const mayNames = abilities.has('personal-data');
  return ENTITY_SETS.filter(({ ability }) => abilities.has(ability)).map((set) => ({
    ...set,
    columns: set.columns.filter(({ personal }) => !personal || mayNames),
  }));
}
