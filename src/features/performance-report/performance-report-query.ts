import { chosenLines } from '../../contract/chosen-lines.ts';
import type {
  HistoryChange,
  PerformanceLine,
  PerformanceReport,
  PerformanceReportQuery,
} from '../../contract/performance-report.ts';
import { formatMonth, type Month } from '../../domain/time/day.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { competencyHistoryView, levelStandingView } from '../shared/partner-lifecycle.ts';
import { type ReportFigures, reportFigures } from './line-figures.ts';
import { lineView } from './line-view.ts';

/** Whoever may read the skills report reads names; what took a level away may name people. */
const MAY_NAMES = true;

function historyOf(answer: PartnerAnswer): HistoryChange[] {
  return answer.programme.competencies
    .flatMap(({ id, name }) =>
      competencyHistoryView(answer, id, MAY_NAMES).map((change) => ({ ...change, competency: id, name })),
    )
    .sort((left, right) => (left.on === right.on ? 0 : left.on < right.on ? 1 : -1));
}

export function windowsView({ windows: { trailing, anniversaryYear } }: ReportFigures) {
  const printed = (month: Month | null) => (month === null ? null : formatMonth(month));
  return { trailing: formatMonth(trailing), anniversaryYear: printed(anniversaryYear) };
}

/** The levels of the programme as the columns of the report, from the lowest up. */
export function ranksOf({ programme }: PartnerAnswer) {
  return [...programme.levels]
    .sort((left, right) => left.rank - right.rank)
    .map(({ id, name }) => ({ id, name }));
}

const known = new WeakMap<PartnerAnswer, readonly PerformanceLine[]>();

/** Every line of the report, which the page, the API and the file choose from. */
export function reportLines(answer: PartnerAnswer): readonly PerformanceLine[] {
  const lines =
    known.get(answer) ?? reportFigures(answer).lines.map((line) => lineView(answer.programme, line));
  known.set(answer, lines);
  return lines;
}

export function performanceReport(answer: PartnerAnswer, query: PerformanceReportQuery): PerformanceReport {
  const { programme, asOf } = answer;
  const lines = reportLines(answer);
  const chosen = chosenLines(lines, query);
  return {
    value: [...chosen],
    count: chosen.length,
    total: lines.length,
    ranks: ranksOf(answer),
    levels: answer.levelStandings().map((standing) => levelStandingView(programme, standing)),
    history: historyOf(answer),
    windows: windowsView(reportFigures(answer)),
    asOf,
    programme: programme.id,
    catalogueVersion: programme.version,
  };
}
