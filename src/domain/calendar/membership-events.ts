/** Days of memberships: when a year ends, when it can be renewed, and when the skills report is to be checked before. */
import type { MembershipPolicy } from '../membership/membership-policy.ts';
import { type Holding, isHeld } from '../membership/membership-terms.ts';
import { reportCheckOpensOn } from '../membership/reminder-days.ts';
import { type Day, formatDay } from '../time/day.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** What was renewed, replaced or has lapsed has nothing ahead; what follows it has its own days. */
function isAhead(holding: Holding): boolean {
  return (isHeld(holding) || holding.state === 'upcoming') && !holding.renewed;
}

function daysOf(programme: string, { offer, from, anniversary, window }: Holding): readonly CalendarEvent[] {
  const about = { programme, offer, anniversary, window };
  const id = `${programme} ${offer.id} ${formatDay(from)}`;
  return [
    { ...about, kind: 'anniversary', id: `anniversary ${id}`, on: anniversary },
    { ...about, kind: 'window-opens', id: `window-opens ${id}`, on: window.opens },
    { ...about, kind: 'window-closes', id: `window-closes ${id}`, on: window.closes },
  ];
}

export function membershipEvents(
  programme: string,
  policy: MembershipPolicy,
  holdings: readonly Holding[],
  day: Day,
): readonly CalendarEvent[] {
  const ahead = holdings.filter(isAhead);
  // Memberships that end on one day are checked together.
  const ends = [...new Set(ahead.map(({ anniversary }) => anniversary))].filter((end) => end > day);
  return [
    ...ahead.flatMap((holding) => daysOf(programme, holding)),
    ...ends.map((anniversary): CalendarEvent => {
      const on = reportCheckOpensOn(policy, anniversary);
      const id = `report-check ${programme} ${formatDay(anniversary)}`;
      return { kind: 'report-check', id, on, programme, anniversary };
    }),
  ];
}
