import type { Locale } from '../../contract/common.ts';
import type { SkillsReportColumn, SkillsReportRow } from '../../contract/skills-report.ts';
import type { OutputCells } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows } from '../shared/report-about.ts';
import { type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';
import { cellSources, fileColumns } from '../shared/skills-report-cells.ts';

export interface SkillsReportOrder {
  readonly rows: readonly SkillsReportRow[];
  readonly columns: readonly SkillsReportColumn[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

const TITLES: Readonly<Record<Locale, { readonly sheet: string; readonly file: string }>> = {
  en: { sheet: 'Skills report', file: 'skills-report' },
  fr: { sheet: 'Rapport des qualifications', file: 'rapport-des-qualifications' },
};

function cellsOf({ programme }: PartnerAnswer, { rows, columns, locale }: SkillsReportOrder): OutputCells {
  return { length: rows.length, cells: columns.map(cellSources(rows, locale, programme)) };
}

/** The rows that the screen shows, in its order. */
export function skillsReportFile(answer: PartnerAnswer, order: SkillsReportOrder): ReportFile {
  const { locale, format } = order;
  const { sheet, file } = TITLES[locale];
  return reportFile({
    fileStem: `${file}-${answer.partner.id}-${answer.asOf.validAt}`,
    sheet,
    columns: fileColumns(order.columns, locale),
    rows: cellsOf(answer, order),
    about: aboutRows(
      {
        partner: answer.partner.name,
        asOf: answer.asOf,
        programme: answer.programme,
        rows: order.rows.length,
        by: order.by,
        at: order.at,
      },
      locale,
    ),
    format,
    locale,
  });
}
