/** Levels that are lost by what is known, and exemptions that end. */
import { holdsOn } from '../facts/exemption-days.ts';
import type { FactsExemption } from '../facts/facts-document.ts';
import type { ProjectedRisk } from '../projection/level-risk.ts';
import { addDays, parseDay } from '../time/day.ts';
import { parseDayOrInstant } from '../time/instant.ts';
import type { CalendarEvent, LevelLostEvent } from './calendar-event.ts';

interface OfLevel {
  readonly competency: string;
  readonly level: string;
}

function isSame(left: OfLevel, right: OfLevel): boolean {
  return left.competency === right.competency && left.level === right.level;
}

/**
 * The day on which a level that is attained ends says more than the day on which its requirements are missed, which an
 * exemption may outlast. Of lower levels of the same competency their requirements are all there is.
 */
export function levelLosses(
  programme: string,
  { risk, ends }: Pick<ProjectedRisk, 'risk' | 'ends'>,
  exemptions: readonly FactsExemption[],
): readonly LevelLostEvent[] {
  const lost = ({ competency, level }: OfLevel, on: string, causes: LevelLostEvent['causes']) => ({
    kind: 'level-lost' as const,
    id: `level-lost ${programme} ${competency}/${level}`,
    on: parseDay(on)!,
    programme,
    competency,
    level,
    causes,
  });
  const others = risk.levels.flatMap((level) => {
    const { firstLossDate, cause } = level;
    if (firstLossDate === null || ends.some((end) => isSame(end, level))) return [];
    const event = lost(level, firstLossDate, cause ?? []);
    const isExempt = exemptions.some((each) => isSame(each, level) && holdsOn(each, event.on));
    return isExempt ? [] : [event];
  });
  return [...ends.map((end) => lost(end, end.on, end.cause)), ...others];
}

export function exemptionEnds(
  programme: string,
  exemptions: readonly FactsExemption[],
): readonly CalendarEvent[] {
  return exemptions.flatMap(({ competency, level, from, until, reason }): CalendarEvent[] => {
    const end = until ? parseDayOrInstant(until) : null;
    const begin = from ? parseDayOrInstant(from) : null;
    // One that was ended on the day on which it began never held anything.
    if (end === null || (begin !== null && begin >= end)) return [];
    return [
      {
        kind: 'exemption-ends',
        id: `exemption-ends ${programme} ${competency}/${level} ${from ?? ''}`,
        on: addDays(end, -1),
        programme,
        competency,
        level,
        reason: reason ?? null,
      },
    ];
  });
}
