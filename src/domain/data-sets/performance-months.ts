/**
 * Month by month, what each metric of each option adds to its requirement, with the thresholds of the rules in force
 * in that month. Requirements about people have no months and are not told here.
 */
import type {
  AttainmentOption,
  Competency,
  Market,
  PerformanceRequirement,
  Programme,
  Requirement,
} from '../catalogue/catalogue.ts';
import { countsFor } from '../evaluation/counting-values.ts';
import { anniversaryYear } from '../evaluation/performance-window.ts';
import type { FactsDocument, FactsMetric } from '../facts/facts-document.ts';
import { compareSum } from '../numbers/exact-sum.ts';
import { addDays, type Day, firstDayOf, formatMonth, type Month, monthOf, parseMonth } from '../time/day.ts';

export interface PerformanceMonth {
  readonly competency: Competency;
  readonly option: AttainmentOption;
  readonly metric: string;
  readonly month: Month;
  /** `null`: nothing was reported for the month. */
  readonly contribution: number | null;
  /** Of the twelve months that end with this one, as far as they were reported. */
  readonly trailing: number | null;
  /** Of the months of the membership year up to this one; `null` also where no membership had begun. */
  readonly anniversaryYear: number | null;
  /** Level id → what is needed in that month; of several rules of a level the lowest. */
  readonly thresholds: ReadonlyMap<string, number>;
}

/** So many complete months are told, and as far back as figures were reported, up to so many. */
const MONTHS_TOLD = 24;
const MOST_MONTHS = 120;

function performanceOf(requirement: Requirement): readonly PerformanceRequirement[] {
  switch (requirement.kind) {
    case 'performance':
      return [requirement];
    case 'all-of':
    case 'any-of':
      return requirement.of.flatMap(performanceOf);
    default:
      return [];
  }
}

interface MonthRules {
  readonly thresholds: Map<string, number>;
  /** The first rule that names the metric says which association types count. */
  readonly rule: PerformanceRequirement;
}

/** By metric, what the rules in force on the last day of a month ask for. */
function rulesOf({ levels }: AttainmentOption, month: Month, market: Market | null): Map<string, MonthRules> {
  const day = addDays(firstDayOf((month + 1) as Month), -1);
  const rules = new Map<string, MonthRules>();
  for (const { level, sets } of levels) {
    const set = sets.find(({ from, until }) => from <= day && (until === null || day < until));
    for (const rule of set === undefined ? [] : performanceOf(set.requirement)) {
      if (rule.market !== null && market !== null && rule.market !== market) continue;
      const known = rules.get(rule.metric) ?? { thresholds: new Map<string, number>(), rule };
      rules.set(rule.metric, known);
      known.thresholds.set(level, Math.min(known.thresholds.get(level) ?? rule.min, rule.min));
    }
  }
  return rules;
}

function sum(values: readonly number[], { measure }: PerformanceRequirement): number | null {
  if (values.length === 0) return null;
  return measure === 'count' ? values.filter((value) => value > 0).length : compareSum(values, 0).sum;
}

/** Values by metric and month. */
function valuesByMonth(metrics: readonly FactsMetric[]): ReadonlyMap<string, readonly FactsMetric[]> {
  const values = new Map<string, FactsMetric[]>();
  for (const value of metrics) {
    const key = `${value.metric} ${value.month}`;
    const known = values.get(key);
    if (known === undefined) values.set(key, [value]);
    else known.push(value);
  }
  return values;
}

function firstMonth(metrics: readonly FactsMetric[], last: Month): number {
  const reported = metrics.flatMap(({ month }) => parseMonth(month) ?? []);
  const usual = last - MONTHS_TOLD + 1;
  return Math.max(
    last - MOST_MONTHS + 1,
    reported.reduce((first, month) => Math.min(first, month), usual),
  );
}

/** Up to the last complete month before the day; the competencies in the order of the programme, the months ascending. */
export function performanceMonths(
  { id, competencies, defaultTrack }: Pick<Programme, 'id' | 'competencies' | 'defaultTrack'>,
  { metrics = [], memberships = [], enrolments = [], partner }: FactsDocument,
  day: Day,
): readonly PerformanceMonth[] {
  const values = valuesByMonth(metrics);
  const market = partner.market ?? null;
  const last = (monthOf(day) - 1) as Month;
  const first = firstMonth(metrics, last);

  function monthsOf(competency: Competency, option: AttainmentOption): PerformanceMonth[] {
    const months: PerformanceMonth[] = [];
    for (let at = first; at <= last; at++) {
      const month = at as Month;
      const year = anniversaryYear(memberships, firstDayOf((month + 1) as Month));
      for (const [metric, { rule, thresholds }] of rulesOf(option, month, market)) {
        const counting = (from: number) => {
          const found: number[] = [];
          for (let each = from; each <= month; each++) {
            for (const value of values.get(`${metric} ${formatMonth(each as Month)}`) ?? []) {
              if (countsFor(value, rule.associations, competency.id, option.track)) found.push(value.value);
            }
          }
          return sum(found, rule);
        };
        months.push({
          competency,
          option,
          metric,
          month,
          contribution: counting(month),
          trailing: counting(month - 11),
          anniversaryYear: year === null ? null : counting(year.from),
          thresholds,
        });
      }
    }
    return months.sort((left, right) =>
      left.metric === right.metric ? 0 : left.metric < right.metric ? -1 : 1,
    );
  }

  const own = enrolments.find(({ programme }) => programme === id)?.track ?? defaultTrack;
  return competencies.flatMap((competency) =>
    competency.options
      .filter((option) => competency.tracks !== 'assigned' || option.track === null || option.track === own)
      .flatMap((option) => monthsOf(competency, option)),
  );
}
