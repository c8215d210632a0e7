import type { Locale } from '../../contract/common.ts';
import {
  labelOf,
  PROVIDER_LABELS,
  SKILL_TYPE_LABELS,
  USER_STATUS_LABELS,
} from '../../contract/messages/labels.ts';
import type { SkillsReportColumn, SkillsReportRow } from '../../contract/skills-report.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import { SKILLS_REPORT_COLUMNS } from '../../domain/skills-report/skills-report-columns.ts';
import type { OutputCell, OutputColumn } from '../../files/output-table.ts';
import { reasonSentence } from './reason-sentence.ts';
import { plain, yesNo } from './report-file.ts';

const WIDTHS: Partial<Record<SkillsReportColumn, number>> = {
  workEmail: 32,
  skillTitle: 48,
  relevantFor: 60,
  reason: 60,
  skillId: 30,
};

/** The columns of a file, in the order of the report, with the headers of its language. */
export function fileColumns(chosen: readonly SkillsReportColumn[], locale: Locale): OutputColumn[] {
  return SKILLS_REPORT_COLUMNS.filter(({ key }) => chosen.includes(key)).map(({ key, type, header }) => ({
    header: header[locale],
    type: type === 'day' ? 'day' : 'text',
    width: WIDTHS[key] ?? 20,
  }));
}

function relevantFor(row: SkillsReportRow, locale: Locale): string {
  return row.relevantFor
    .map(({ name, optionName }) =>
      optionName === null ? name[locale] : `${name[locale]} (${optionName[locale]})`,
    )
    .join('; ');
}

/** One cell as a file prints it; the screen shows the same row with the same words. */
export function fileCell(
  row: SkillsReportRow,
  column: SkillsReportColumn,
  locale: Locale,
  programme: Programme,
): OutputCell {
  switch (column) {
    case 'userStatus':
      return labelOf(USER_STATUS_LABELS[locale], row.userStatus);
    case 'provider':
      return labelOf(PROVIDER_LABELS[locale], row.provider);
    case 'skillType':
      return labelOf(SKILL_TYPE_LABELS[locale], row.skillType);
    case 'relevantFor':
      return plain(relevantFor(row, locale));
    case 'reason':
      return row.reason === null ? '' : plain(reasonSentence(row.reason, locale, programme));
    case 'associatedInPmc':
    case 'associatedInPartnerCenter':
    case 'countsNow':
      return yesNo(row[column], locale);
    default:
      return row[column];
  }
}

export function fileRow(
  row: SkillsReportRow,
  chosen: readonly SkillsReportColumn[],
  locale: Locale,
  programme: Programme,
): OutputCell[] {
  return chosen.map((column) => fileCell(row, column, locale, programme));
}
