/** How far ahead a change of the rules is looked at: until a year after the last day on which it takes something away. */
import type { Programme } from '../catalogue/catalogue.ts';
import { addDays, addMonths, addYears, type Day } from '../time/day.ts';
import type { CatalogueDifference } from './catalogue-difference.ts';

function* effectiveDays(
  { skills, rules }: CatalogueDifference,
  versions: readonly Programme[],
): Iterable<Day> {
  for (const { before, after, fields } of skills) {
    if (!fields.includes('retiredOn')) continue;
    for (const skill of [before, after]) {
      if (skill === null || skill.retiredOn === null) continue;
      for (const { retirement } of versions) {
        yield addDays(addMonths(skill.retiredOn, retirement.countsForMonths), 1);
      }
    }
  }
  for (const { spans } of rules) {
    for (const { from, until } of spans) {
      if (from !== null) yield from;
      if (until !== null) yield until;
    }
  }
}

/** By then every membership that holds a level has come to its anniversary once. */
export function lastDayToRehearse(
  before: Programme,
  after: Programme,
  difference: CatalogueDifference,
  first: Day,
): Day {
  let last = first;
  for (const day of effectiveDays(difference, [before, after])) if (day > last) last = day;
  return addYears(last, 1);
}
