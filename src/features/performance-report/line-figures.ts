import { type PerformanceMonth, performanceMonths } from '../../domain/data-sets/performance-months.ts';
import type { CountHistory } from '../../domain/evaluation/count-history.ts';
import { anniversaryYear } from '../../domain/evaluation/performance-window.ts';
import {
  beginOfHistory,
  contributedSince,
  type LineMonth,
  type LineWindows,
  peopleMonths,
} from '../../domain/performance-report/line-months.ts';
import { peopleHistories } from '../../domain/performance-report/people-histories.ts';
import { type RequirementLine, requirementLines } from '../../domain/performance-report/requirement-lines.ts';
import { firstDayOf, type Month, monthOf, parseDay } from '../../domain/time/day.ts';
import { must } from '../shared/evaluate-facts.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';

/** A line of the report with its months, and what the two windows have contributed. */
export interface LineFigures extends RequirementLine {
  readonly months: readonly LineMonth[];
  readonly trailing: number | null;
  readonly anniversaryYear: number | null;
}

export interface ReportFigures {
  readonly lines: readonly LineFigures[];
  readonly windows: LineWindows;
}

function windowsOf({ facts, asOf }: PartnerAnswer): LineWindows {
  const day = parseDay(asOf.validAt)!;
  // As of the begin of the month, as the months themselves are told.
  const year = anniversaryYear(facts.memberships ?? [], firstDayOf(monthOf(day)));
  return { trailing: (monthOf(day) - 12) as Month, anniversaryYear: year?.from ?? null };
}

/** Line id → how many people satisfied it, for the lines that count people. */
function historiesOf(
  { facts, programme, asOf }: PartnerAnswer,
  lines: readonly RequirementLine[],
): ReadonlyMap<string, CountHistory> {
  const counting = lines.flatMap(({ id, subject }) =>
    subject.kind === 'people' ? [{ id, holds: subject.holds }] : [],
  );
  const from = beginOfHistory(parseDay(asOf.validAt)!);
  const predicates = counting.map(({ holds }) => holds);
  const found = peopleHistories(facts, programme, asOf, predicates, from);
  const histories = must(found, facts.partner.id);
  return new Map(counting.map(({ id }, index) => [id, histories[index]!]));
}

/** Of a figure: those that data sets and feed tell of the metric in its option. */
function figureMonths(
  { competency, option }: RequirementLine,
  metric: string,
  months: readonly PerformanceMonth[],
): readonly LineMonth[] {
  return months
    .filter((each) => each.competency === competency && each.option === option && each.metric === metric)
    .map(({ month, contribution, trailing, anniversaryYear: year, thresholds }) => ({
      month,
      complete: true,
      contribution,
      trailing,
      anniversaryYear: year,
      thresholds,
    }));
}

function monthsOf(
  line: RequirementLine,
  history: CountHistory | undefined,
  figures: readonly PerformanceMonth[],
  { asOf }: PartnerAnswer,
): readonly LineMonth[] {
  const { subject, levels } = line;
  if (subject.kind === 'performance') return figureMonths(line, subject.rule.metric, figures);
  if (subject.kind !== 'people' || history === undefined) return [];
  const thresholds = new Map(levels.map(({ level, need }) => [level, need]));
  return peopleMonths(history, parseDay(asOf.validAt)!, thresholds);
}

const known = new WeakMap<PartnerAnswer, ReportFigures>();

/** Every line with its months; made once for an answer, however many pages ask. */
export function reportFigures(answer: PartnerAnswer): ReportFigures {
  const before = known.get(answer);
  if (before !== undefined) return before;
  const { programme, evaluation, facts, asOf } = answer;
  const windows = windowsOf(answer);
  const market = facts.partner.market ?? null;
  const lines = requirementLines(programme, { evaluation, market, day: parseDay(asOf.validAt)! });
  const histories = historiesOf(answer, lines);
  const told = performanceMonths(programme, facts, parseDay(asOf.validAt)!);
  const figures = {
    windows,
    lines: lines.map((line) => {
      const months = monthsOf(line, histories.get(line.id), told, answer);
      return {
        ...line,
        months,
        trailing: contributedSince(months, windows.trailing),
        anniversaryYear: contributedSince(months, windows.anniversaryYear),
      };
    }),
  };
  known.set(answer, figures);
  return figures;
}
