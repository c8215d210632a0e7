/** The dated requirement sets of a programme, by day and all together. */
import type { Day } from '../time/day.ts';
import type { Competency, RequirementSet } from './catalogue.ts';

/** The set in force on the day; sets of one level of an option do not overlap. */
export function setInForce(sets: readonly RequirementSet[], day: Day): RequirementSet | null {
  return sets.find(({ from, until }) => from <= day && (until === null || day < until)) ?? null;
}

export function* requirementSets(competencies: readonly Competency[]): Iterable<RequirementSet> {
  for (const { options } of competencies) {
    for (const { levels } of options) for (const { sets } of levels) yield* sets;
  }
}

/** Days on which some set begins or ends. */
export function* ruleDays(competencies: readonly Competency[]): Iterable<Day> {
  for (const { from, until } of requirementSets(competencies)) {
    yield from;
    if (until !== null) yield until;
  }
}
