/** The two data sets about competencies: the states of their levels, and the figures of their requirements by month. */
import type { Locale } from '../../../contract/common.ts';
import { DATA_SET_COLUMNS } from '../../../contract/data-sets.ts';
import { LIFECYCLE_STATE_LABELS } from '../../../contract/messages/data-set-texts.ts';
import { type PerformanceMonth, performanceMonths } from '../../../domain/data-sets/performance-months.ts';
import { type Day, formatDay, formatMonth, parseDay } from '../../../domain/time/day.ts';
import type { PartnerAnswer } from '../partner-answer.ts';
import { type LevelEpisode, levelEpisodes } from '../partner-lifecycle.ts';
import type { ReportCell, ReportTable } from './report-table.ts';

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

interface Shape<Row> {
  readonly columns: ReportTable['columns'];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly cells: Readonly<Record<string, (row: Row) => ReportCell>>;
}

function tableOf<Row>({ columns, rows, keyOf, cells }: Shape<Row>): ReportTable {
  return {
    columns,
    length: rows.length,
    keyOf: (row) => keyOf(rows[row]!),
    reader: (column) => {
      const cell = cells[column]!;
      return (row) => cell(rows[row]!);
    },
  };
}

const knownEpisodes = new WeakMap<PartnerAnswer, readonly LevelEpisode[]>();

export function competencyHistoryTable(answer: PartnerAnswer, locale: Locale): ReportTable {
  const { programme } = answer;
  const names = new Map(programme.competencies.map(({ id, name }) => [id, name[locale]]));
  const levels = new Map(programme.levels.map(({ id, name }) => [id, name[locale]]));
  const rows = knownEpisodes.get(answer) ?? levelEpisodes(answer);
  knownEpisodes.set(answer, rows);
  return tableOf({
    columns: DATA_SET_COLUMNS.CompetencySummaryHistory,
    rows,
    keyOf: ({ competency, level, from }: LevelEpisode) => `${competency}~${level}~${dayText(from) ?? ''}`,
    cells: {
      CompetencyName: ({ competency }) => names.get(competency)!,
      CompetencyLevel: ({ level }) => levels.get(level)!,
      CompetencyStatus: ({ state }) => LIFECYCLE_STATE_LABELS[locale][state],
      CompetencyStartDate: ({ from }) => dayText(from),
      CompetencyEndDate: ({ until }) => dayText(until),
    },
  });
}

/** The two levels that the published columns have a threshold for. */
const GOLD = 'gold';
const SILVER = 'silver';

const knownMonths = new WeakMap<PartnerAnswer, readonly PerformanceMonth[]>();

export function performanceRequirementTable(answer: PartnerAnswer, locale: Locale): ReportTable {
  const { programme, facts, asOf } = answer;
  const rows = knownMonths.get(answer) ?? performanceMonths(programme, facts, parseDay(asOf.validAt)!);
  knownMonths.set(answer, rows);
  return tableOf({
    columns: DATA_SET_COLUMNS.CompetencyPeformanceRequirement,
    rows,
    keyOf: ({ competency, option, metric, month }: PerformanceMonth) =>
      `${competency.id}~${option.id ?? ''}~${metric}~${formatMonth(month)}`,
    cells: {
      CompetencyName: ({ competency }) => competency.name[locale],
      CompetencyAttainmentOptionName: ({ option }) => (option.id === null ? null : option.name[locale]),
      Month: ({ month }) => formatMonth(month),
      MetricName: ({ metric }) => programme.metrics.get(metric)?.name[locale] ?? metric,
      MetricMonthlyContribution: ({ contribution }) => contribution,
      TTMAggregate: ({ trailing }) => trailing,
      AnniversaryYearAggregate: ({ anniversaryYear }) => anniversaryYear,
      GoldThreshold: ({ thresholds }) => thresholds.get(GOLD) ?? null,
      SilverThreshold: ({ thresholds }) => thresholds.get(SILVER) ?? null,
    },
  });
}
