import { CHANGE_COLUMNS, type ChangeColumn, type SkillChangeView } from '../../contract/changes.ts';
import type { Locale } from '../../contract/common.ts';
import { CHANGE_HEADERS, CHANGE_LABELS, changeCauseSentence } from '../../contract/messages/change-texts.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { Programme } from '../../domain/catalogue/catalogue.ts';
import type { OutputCell, OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { reasonSentence } from '../shared/reason-sentence.ts';
import { aboutRows } from '../shared/report-about.ts';
import { plain, type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';

const WIDTHS: Partial<Record<ChangeColumn, number>> = {
  change: 26,
  workEmail: 32,
  skillTitle: 48,
  cause: 60,
  relevantFor: 60,
};

const TEXTS: Readonly<
  Record<Locale, { readonly sheet: string; readonly file: string; readonly since: string }>
> = {
  en: { sheet: 'Change log', file: 'change-log', since: 'Compared with' },
  fr: { sheet: 'Journal des changements', file: 'journal-des-changements', since: 'Par rapport au' },
};

function causeOf(
  { cause, achievedOn, reason }: SkillChangeView,
  locale: Locale,
  programme: Programme,
): string {
  return changeCauseSentence(cause, locale, {
    day: printedDay(achievedOn, locale),
    reason: reason === null ? '' : reasonSentence(reason, locale, programme),
  });
}

function cellOf(
  change: SkillChangeView,
  column: ChangeColumn,
  locale: Locale,
  programme: Programme,
): OutputCell {
  switch (column) {
    case 'change':
      return plain(CHANGE_LABELS[locale][change.change]);
    case 'cause':
      return plain(causeOf(change, locale, programme));
    case 'relevantFor':
      return plain(
        change.relevantFor
          .map(
            ({ name, optionName }) => name[locale] + (optionName === null ? '' : ` (${optionName[locale]})`),
          )
          .join('; '),
      );
    default:
      return change[column];
  }
}

export interface ChangesFileOrder {
  readonly changes: readonly SkillChangeView[];
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

/** The changes that the screen shows, in its order. */
export function changesFile(
  earlier: PartnerAnswer,
  later: PartnerAnswer,
  order: ChangesFileOrder,
): ReportFile {
  const { changes, format, locale, by, at } = order;
  const { partner, asOf, programme } = later;
  const texts = TEXTS[locale];
  function* rows(): Generator<OutputRow> {
    for (const change of changes) {
      yield CHANGE_COLUMNS.map((column) => cellOf(change, column, locale, programme));
    }
  }
  return reportFile({
    fileStem: `${texts.file}-${partner.id}-${asOf.validAt}`,
    sheet: texts.sheet,
    columns: CHANGE_COLUMNS.map(
      (column): OutputColumn => ({
        header: CHANGE_HEADERS[column][locale],
        type: column === 'achievedOn' ? 'day' : 'text',
        width: WIDTHS[column] ?? 20,
      }),
    ),
    rows: rows(),
    about: [
      ...aboutRows({ partner: partner.name, asOf, programme, rows: changes.length, by, at }, locale),
      [texts.since, earlier.asOf.validAt],
    ],
    format,
    locale,
  });
}
