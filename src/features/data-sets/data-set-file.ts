import type { Locale } from '../../contract/common.ts';
import type { DataSetName } from '../../contract/data-sets.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows } from '../shared/report-about.ts';
import type { ReportFile, ReportFileFormat } from '../shared/report-file.ts';
import { tableFile } from '../shared/report-tables/table-file.ts';
import type { ChosenTable } from './data-set-query.ts';

export interface DataSetOrder {
  readonly name: DataSetName;
  readonly answer: PartnerAnswer;
  readonly chosen: ChosenTable;
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

export function dataSetFile({ name, answer, chosen, format, locale, by, at }: DataSetOrder): ReportFile {
  const { partner, programme, asOf } = answer;
  const about = { partner: partner.name, asOf, programme, rows: chosen.rows.length, by, at };
  return tableFile({
    ...chosen,
    fileStem: `${name}-${partner.id}-${asOf.validAt}`,
    sheet: name,
    about: aboutRows(about, locale),
    format,
    locale,
  });
}
