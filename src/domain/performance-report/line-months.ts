/** What each month has added to a line, and where the line stood at its end. */
import type { CountHistory } from '../evaluation/count-history.ts';
import { addDays, type Day, firstDayOf, type Month, monthOf } from '../time/day.ts';

export interface LineMonth {
  readonly month: Month;
  /** The day of the question is in it: it is told up to that day. */
  readonly complete: boolean;
  /** `null`: nothing was reported for the month. */
  readonly contribution: number | null;
  /** People at the end of the month, or the sum of the twelve months that end with it. */
  readonly trailing: number | null;
  /** People, or the sum of the months of the membership year; `null` also where no membership had begun. */
  readonly anniversaryYear: number | null;
  /** Level id → what is needed in the month. */
  readonly thresholds: ReadonlyMap<string, number>;
}

/** First months of the two windows, which go on to the day; `null` where no membership is known. */
export interface LineWindows {
  readonly trailing: Month;
  readonly anniversaryYear: Month | null;
}

/** So many months of people are told besides that of the day, as of figures. */
const MONTHS_TOLD = 24;

/** The day whose people the first month told is compared with. */
export function beginOfHistory(day: Day): Day {
  return addDays(firstDayOf((monthOf(day) - MONTHS_TOLD) as Month), -1);
}

/** @param history from `beginOfHistory` to the day */
export function peopleMonths(
  history: Pick<CountHistory, 'on'>,
  day: Day,
  thresholds: ReadonlyMap<string, number>,
): readonly LineMonth[] {
  const last = monthOf(day);
  const months: LineMonth[] = [];
  let before = history.on(beginOfHistory(day));
  for (let at = last - MONTHS_TOLD; at <= last; at++) {
    const month = at as Month;
    const end = addDays(firstDayOf((month + 1) as Month), -1);
    const people = history.on(end < day ? end : day);
    months.push({
      month,
      complete: end <= day,
      contribution: people - before,
      trailing: people,
      anniversaryYear: people,
      thresholds,
    });
    before = people;
  }
  return months;
}

/** The sum of what the months from a first one on have added; `null` where nothing is known of any. */
export function contributedSince(months: readonly LineMonth[], from: Month | null): number | null {
  if (from === null) return null;
  const known = months.flatMap(({ month, contribution }) =>
    month < from || contribution === null ? [] : [contribution],
  );
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}
