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

function relevantText(relevantFor: SkillsReportRow['relevantFor'], locale: Locale): string {
  const names = relevantFor.map(({ name, optionName }) =>
    optionName === null ? name[locale] : `${name[locale]} (${optionName[locale]})`,
  );
  return plain(names.join('; '));
}

/** Sentences kept while a file is made: the bound keeps memory flat whatever the rows say. */
const MOST_SENTENCES = 20_000;

/** A report has far fewer different reasons than rows, and a sentence takes long to make. */
function sentences(locale: Locale, programme: Programme): (reason: SkillsReportRow['reason']) => string {
  const known = new Map<string, string>();
  return (reason) => {
    if (reason === null) return '';
    const key = JSON.stringify(reason);
    const found = known.get(key);
    if (found !== undefined) return found;
    const sentence = plain(reasonSentence(reason, locale, programme));
    if (known.size < MOST_SENTENCES) known.set(key, sentence);
    return sentence;
  };
}

type PrintCell = (row: SkillsReportRow) => OutputCell;

/**
 * What prints the cells of a column in one file; the screen shows the same rows with the same words. What many rows share
 * is put into words once.
 */
export function cellPrinter(locale: Locale, programme: Programme): (column: SkillsReportColumn) => PrintCell {
  const sentence = sentences(locale, programme);
  // Rows of one skill share their list.
  const relevant = new Map<SkillsReportRow['relevantFor'], string>();
  return (column) => {
    switch (column) {
      case 'userStatus':
        return (row) => labelOf(USER_STATUS_LABELS[locale], row.userStatus);
      case 'provider':
        return (row) => labelOf(PROVIDER_LABELS[locale], row.provider);
      case 'skillType':
        return (row) => labelOf(SKILL_TYPE_LABELS[locale], row.skillType);
      case 'relevantFor':
        return (row) => {
          const text = relevant.get(row.relevantFor) ?? relevantText(row.relevantFor, locale);
          relevant.set(row.relevantFor, text);
          return text;
        };
      case 'reason':
        return (row) => sentence(row.reason);
      case 'associatedInPmc':
      case 'associatedInPartnerCenter':
      case 'countsNow':
        return (row) => yesNo(row[column], locale);
      default:
        return (row) => row[column];
    }
  };
}
