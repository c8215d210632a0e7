import type { Locale } from '../../contract/common.ts';
import {
  BASIS_LABELS,
  LEVEL_HEADERS,
  levelHeader,
  OUTCOME_LABELS,
  PERFORMANCE_HEADERS,
} from '../../contract/messages/performance-texts.ts';
import type { PerformanceLine, PerformanceReportQuery } from '../../contract/performance-report.ts';
import type { OutputCell, OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows } from '../shared/report-about.ts';
import { plain, type ReportFile, type ReportFileFormat, reportFile, yesNo } from '../shared/report-file.ts';
import { reportFigures } from './line-figures.ts';
import { monthView } from './line-view.ts';
import { ranksOf, windowsView } from './performance-report-query.ts';

type Part = NonNullable<PerformanceReportQuery['part']>;

const TITLES: Readonly<Record<Locale, { readonly sheet: Record<Part, string>; readonly file: string }>> = {
  en: { sheet: { lines: 'Performance', months: 'Months' }, file: 'competency-performance' },
  fr: { sheet: { lines: 'Performances', months: 'Mois' }, file: 'performances-des-competences' },
};

const ABOUT = {
  trailing: { fr: 'Premier des 12 mois', en: 'First of the 12 months' },
  anniversaryYear: {
    fr: "Premier mois de l'année d'anniversaire",
    en: 'First month of the anniversary year',
  },
} as const;

interface PrintedColumn<Row> extends OutputColumn {
  readonly cell: (row: Row) => OutputCell;
}

function namedColumns<Row extends { readonly line: PerformanceLine }>(locale: Locale): PrintedColumn<Row>[] {
  const text = (
    header: keyof typeof PERFORMANCE_HEADERS,
    width: number,
    of: (line: PerformanceLine) => OutputCell,
  ) => ({
    header: PERFORMANCE_HEADERS[header][locale],
    type: 'text' as const,
    width,
    cell: ({ line }: Row) => of(line),
  });
  return [
    text('competency', 28, ({ name }) => plain(name[locale])),
    text('option', 32, ({ optionName }) => (optionName === null ? null : plain(optionName[locale]))),
    text('basis', 24, ({ basis }) => plain(BASIS_LABELS[locale][basis])),
    text('title', 60, ({ title }) => plain(title[locale])),
    text('unit', 16, ({ unit }) => (unit === null ? null : plain(unit[locale]))),
  ];
}

function number<Row>(header: string, cell: (row: Row) => number | null | undefined): PrintedColumn<Row> {
  return { header: plain(header), type: 'number', width: 18, cell: (row) => cell(row) ?? null };
}

type LineRow = { readonly line: PerformanceLine };

function lineColumns(answer: PartnerAnswer, locale: Locale): PrintedColumn<LineRow>[] {
  const levelColumns = ranksOf(answer).flatMap(({ id, name }): PrintedColumn<LineRow>[] => {
    const at = ({ line }: LineRow) => line.levels.find(({ level }) => level === id);
    return [
      number(levelHeader(LEVEL_HEADERS.need, name, locale), (row) => at(row)?.need),
      {
        header: plain(levelHeader(LEVEL_HEADERS.outcome, name, locale)),
        type: 'text',
        width: 16,
        cell: (row) => {
          const outcome = at(row)?.outcome;
          return outcome === undefined ? null : OUTCOME_LABELS[locale][outcome];
        },
      },
      number(levelHeader(LEVEL_HEADERS.shortfall, name, locale), (row) => at(row)?.shortfall),
    ];
  });
  return [
    ...namedColumns<LineRow>(locale),
    {
      header: PERFORMANCE_HEADERS.oneOf[locale],
      type: 'text',
      width: 14,
      cell: ({ line }) => yesNo(line.oneOf, locale),
    },
    number(PERFORMANCE_HEADERS.have[locale], ({ line }) => line.have),
    number(PERFORMANCE_HEADERS.trailing[locale], ({ line }) => line.trailing),
    number(PERFORMANCE_HEADERS.anniversaryYear[locale], ({ line }) => line.anniversaryYear),
    ...levelColumns,
  ];
}

type MonthRow = LineRow & { readonly month: ReturnType<typeof monthView> };

function monthColumns(answer: PartnerAnswer, locale: Locale): PrintedColumn<MonthRow>[] {
  return [
    ...namedColumns<MonthRow>(locale),
    {
      header: PERFORMANCE_HEADERS.month[locale],
      type: 'text',
      width: 12,
      cell: ({ month }) => month.month,
    },
    number(PERFORMANCE_HEADERS.contribution[locale], ({ month }) => month.contribution),
    number(PERFORMANCE_HEADERS.trailingAt[locale], ({ month }) => month.trailing),
    number(PERFORMANCE_HEADERS.anniversaryAt[locale], ({ month }) => month.anniversaryYear),
    ...ranksOf(answer).map(({ id, name }) =>
      number<MonthRow>(levelHeader(LEVEL_HEADERS.need, name, locale), ({ month }) => month.thresholds[id]),
    ),
  ];
}

function* printed<Row>(rows: Iterable<Row>, columns: readonly PrintedColumn<Row>[]): Generator<OutputRow> {
  for (const row of rows) yield columns.map(({ cell }) => cell(row));
}

export interface PerformanceFileOrder {
  readonly lines: readonly PerformanceLine[];
  readonly part: Part;
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

/** The months of the chosen lines, line after line. */
function monthRows(answer: PartnerAnswer, lines: readonly PerformanceLine[]): readonly MonthRow[] {
  const figures = new Map(
    reportFigures(answer).lines.map((line) => [`${line.competency.id} ${line.id}`, line]),
  );
  return lines.flatMap((line) =>
    (figures.get(`${line.competency} ${line.id}`)?.months ?? []).map((month) => ({
      line,
      month: monthView(month),
    })),
  );
}

/** The lines that the screen shows, in its order, or their months. */
export function performanceReportFile(answer: PartnerAnswer, order: PerformanceFileOrder): ReportFile {
  const { lines, part, format, locale, by, at } = order;
  const { partner, asOf, programme } = answer;
  const { sheet, file } = TITLES[locale];
  const months = part === 'months' ? monthRows(answer, lines) : [];
  const columns = part === 'months' ? monthColumns(answer, locale) : lineColumns(answer, locale);
  const rows =
    part === 'months'
      ? printed(months, monthColumns(answer, locale))
      : printed(
          lines.map((line) => ({ line })),
          lineColumns(answer, locale),
        );
  const windows = windowsView(reportFigures(answer));
  const count = part === 'months' ? months.length : lines.length;
  return reportFile({
    fileStem: `${file}-${partner.id}-${asOf.validAt}`,
    sheet: sheet[part],
    columns,
    rows,
    about: [
      ...aboutRows({ partner: partner.name, asOf, programme, rows: count, by, at }, locale),
      [ABOUT.trailing[locale], windows.trailing],
      [ABOUT.anniversaryYear[locale], windows.anniversaryYear ?? ''],
    ],
    format,
    locale,
  });
}
