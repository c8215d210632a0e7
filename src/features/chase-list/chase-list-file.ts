import {
  CHASE_COLUMNS,
  CHASE_HEADERS,
  type ChaseColumn,
  type ChaseRow,
  mcidsOf,
} from '../../contract/chase-list.ts';
import type { Locale } from '../../contract/common.ts';
import type { OutputCell, OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows } from '../shared/report-about.ts';
import { plain, type ReportFile, type ReportFileFormat, reportFile, yesNo } from '../shared/report-file.ts';

const DAYS: ReadonlySet<ChaseColumn> = new Set(['pmcSince', 'lostOn', 'remindedAt']);
const WIDTHS: Partial<Record<ChaseColumn, number>> = {
  workEmail: 32,
  skills: 48,
  levelsLost: 40,
  skillsLost: 48,
};

function columnOf(column: ChaseColumn, locale: Locale): OutputColumn {
  return {
    header: CHASE_HEADERS[column][locale],
    type: DAYS.has(column) ? 'day' : 'text',
    width: WIDTHS[column] ?? 20,
  };
}

function cellOf(row: ChaseRow, column: ChaseColumn, locale: Locale): OutputCell {
  switch (column) {
    case 'mcid':
      return mcidsOf(row).join('; ');
    case 'associatedInPmc':
      return yesNo(true, locale);
    case 'associatedInPartnerCenter':
      return yesNo(false, locale);
    case 'pmcSince':
      return row.accounts[0]!.since;
    case 'relevant':
      return yesNo(row.relevant, locale);
    case 'skills':
    case 'skillsLost':
      return row[column].join('; ');
    case 'levelsLost':
      return plain(
        row.levelsLost.map(({ name, levelName }) => `${name[locale]} ${levelName[locale]}`).join('; '),
      );
    case 'remindedAt':
      return row.remindedAt?.slice(0, 10) ?? null;
    default:
      return row[column];
  }
}

const TITLES: Readonly<Record<Locale, { readonly sheet: string; readonly file: string }>> = {
  en: { sheet: 'Chase list', file: 'chase-list' },
  fr: { sheet: 'Liste de relance', file: 'liste-de-relance' },
};

export interface ChaseFileOrder {
  readonly rows: readonly ChaseRow[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

function* cellsOf({ rows, locale }: ChaseFileOrder): Generator<OutputRow> {
  for (const row of rows) yield CHASE_COLUMNS.map((column) => cellOf(row, column, locale));
}

/** The rows that the screen shows, in its order. */
export function chaseListFile(answer: PartnerAnswer, order: ChaseFileOrder): ReportFile {
  const { rows, format, locale, by, at } = order;
  const { partner, asOf, programme } = answer;
  const { sheet, file } = TITLES[locale];
  return reportFile({
    fileStem: `${file}-${partner.id}-${asOf.validAt}`,
    sheet,
    columns: CHASE_COLUMNS.map((column) => columnOf(column, locale)),
    rows: cellsOf(order),
    about: aboutRows({ partner: partner.name, asOf, programme, rows: rows.length, by, at }, locale),
    format,
    locale,
  });
}
