import type { Programme } from '../catalogue/catalogue.ts';
import type {
  AttainedLevel,
  EvaluationResult,
  NotCounted,
  RequirementNode,
} from '../evaluation/evaluation-result.ts';
import type { FactsDocument, FactsMetric } from '../facts/facts-document.ts';
import {
  addDays,
  addYears,
  type Day,
  formatDay,
  formatMonth,
  type Month,
  monthOf,
  parseDay,
  parseMonth,
} from '../time/day.ts';
import { changeDays } from './change-days.ts';

/** How the projection asks for an answer; the caller decides how facts are evaluated and remembered. */
export type EvaluateOn = (facts: FactsDocument, validAt: string, explain: boolean) => EvaluationResult;

export interface LevelEnd {
  readonly competency: string;
  readonly level: string;
  /** First day on which the level is no longer met. */
  readonly on: string;
  /** What happens on that day to a record by which the level was held; null when it is not a record. */
  readonly cause: {
    readonly code: string;
    readonly person: string | null;
    readonly record: string | null;
  } | null;
}

/**
 * Metrics of the future are unknown; they are held at their present value by moving every month along with
 * the question, so that the trailing window always sees the same figures.
 */
function withMetricsMoved(facts: FactsDocument, from: Day, to: Day): FactsDocument {
  const months = monthOf(to) - monthOf(from);
  if (months === 0 || facts.metrics === undefined) return facts;
  const metrics = facts.metrics.map((metric): FactsMetric => {
    const month = parseMonth(metric.month);
    return month === null ? metric : { ...metric, month: formatMonth((month + months) as Month) };
  });
  return { ...facts, metrics };
}

function keyOf(level: AttainedLevel): string {
  return `${level.competency}/${level.level}`;
}

/** Whether the answer can only get worse: nothing known begins after the day. */
function onlyLosses(facts: FactsDocument, programme: Programme, day: Day): boolean {
  const today = formatDay(day);
  const begins = (from: string | null | undefined) => from != null && from.slice(0, 10) > today;
  if ((facts.assets ?? []).some((asset) => begins(asset.from))) return false;
  const rulesChange = programme.competencies.some((competency) =>
    competency.options.some((option) =>
      option.levels.some((level) => level.sets.some((set) => set.from > day || (set.until ?? day) > day)),
    ),
  );
  if (rulesChange) return false;
  return !(facts.people ?? []).some(
    (person) =>
      begins(person.employedFrom) ||
      (person.associations ?? []).some((association) => begins(association.from)) ||
      (person.records ?? []).some((record) => begins(record.achievedOn)),
  );
}

function seatedRecords(nodes: readonly RequirementNode[], into: Set<string>): Set<string> {
  for (const node of nodes) {
    if (node.kind === 'people') {
      for (const seat of node.seats) for (const record of seat.records) into.add(record);
      seatedRecords(node.children, into);
    } else if (node.kind === 'score') {
      const steps = node.metrics.flatMap((metric) => metric.steps);
      for (const { records } of steps.flatMap(({ seats }) => seats))
        for (const record of records) into.add(record);
    } else if (node.kind === 'all-of' || node.kind === 'any-of') {
      seatedRecords(node.children, into);
    }
  }
  return into;
}

/** The first record that held the level the day before and does not count any more. */
function causeOf(level: AttainedLevel, before: EvaluationResult, after: EvaluationResult): LevelEnd['cause'] {
  const held = new Set<string>();
  for (const option of before.competencies) {
    if (option.competency === level.competency && option.level === level.level && option.outcome === 'met') {
      seatedRecords(option.requirements ?? [], held);
    }
  }
  const gone = (after.notCounted ?? []).find(
    (entry: NotCounted) => entry.competency === level.competency && held.has(entry.record),
  );
  if (gone !== undefined) return { code: gone.reason, person: gone.person, record: gone.record };
  return level.exempt === true ? { code: 'exemption-ended', person: null, record: null } : null;
}

/** Finds the first of `days` that satisfies a test which stays true once it is true. */
function firstTrue(days: readonly Day[], test: (day: Day) => boolean): Day | null {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(days[middle]!)) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? null;
}

/**
 * For every level attained on a day, the first day of the following year on which it is lost by what is
 * already known: expiries, retirements, the PMC window, departures, exemptions and dated rules.
 */
export function levelEnds(
  facts: FactsDocument,
  programme: Programme,
  today: EvaluationResult,
  evaluateOn: EvaluateOn,
): LevelEnd[] {
  const from = parseDay(today.asOf.validAt)!;
  const days = changeDays(facts, programme, from, addYears(from, 1));
  const held = new Map<Day, ReadonlySet<string>>();
  const heldOn = (day: Day): ReadonlySet<string> => {
    let levels = held.get(day);
    if (levels === undefined) {
      const moved = withMetricsMoved(facts, from, day);
      levels = new Set(evaluateOn(moved, formatDay(day), false).attained.map(keyOf));
      held.set(day, levels);
    }
    return levels;
  };
  // Reaching a higher level of the same competency replaces the lower one in `attained`; it is not lost then.
  const rank = new Map(programme.levels.map((level) => [level.id, level.rank]));
  const lost = (level: AttainedLevel) => (day: Day) =>
    ![...heldOn(day)].some((key) => {
      const [competency, id] = key.split('/') as [string, string];
      return competency === level.competency && (rank.get(id) ?? 0) >= (rank.get(level.level) ?? 0);
    });
  const monotone = onlyLosses(facts, programme, from);
  return today.attained.flatMap((level): LevelEnd[] => {
    const isLost = lost(level);
    const day = monotone ? firstTrue(days, isLost) : (days.find(isLost) ?? null);
    if (day === null) return [];
    const explained = (on: Day) => evaluateOn(withMetricsMoved(facts, from, on), formatDay(on), true);
    const cause = causeOf(level, explained(addDays(day, -1)), explained(day));
    return [{ competency: level.competency, level: level.level, on: formatDay(day), cause }];
  });
}
