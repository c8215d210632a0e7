/** Everything that is known to happen to a company in a time, from what it holds, its facts and its risk. */
import type { Programme } from '../catalogue/catalogue.ts';
import { peopleLeftInPmc, pmcWindowEnd } from '../chase-list/pmc-associations.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Holding } from '../membership/membership-terms.ts';
import type { ProjectedRisk } from '../projection/level-risk.ts';
import { addDays, type Day, formatDay, parseDay } from '../time/day.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { exemptionEnds, levelLosses } from './level-events.ts';
import { membershipEvents } from './membership-events.ts';
import { type CountingRecord, certificateExpiries, retirements } from './skill-events.ts';

/** What a company is to one of its programmes on a day. */
export interface ProgrammeStanding {
  readonly programme: Pick<Programme, 'id' | 'membership' | 'pmcWindowMonths' | 'retirement'>;
  readonly facts: Pick<FactsDocument, 'partner' | 'people' | 'exemptions'>;
  readonly holdings: readonly Holding[];
  /** To the end of the time, at least. */
  readonly risk: Pick<ProjectedRisk, 'risk' | 'ends'>;
  readonly counting: readonly CountingRecord[];
}

export interface OrderToPay {
  readonly orderId: string;
  readonly programme: string;
  readonly offer: string;
  readonly payBy: Day;
}

/** What somebody is still to achieve. */
export interface TrainingToDo {
  readonly person: string;
  readonly skill: string;
  readonly dueOn: Day;
}

/** One event a day: a plan has many people due on one. */
function trainingsDue(trainings: readonly TrainingToDo[]): readonly CalendarEvent[] {
  const days = [...new Set(trainings.map(({ dueOn }) => dueOn))];
  return days.map((on) => ({
    kind: 'training-due',
    id: `training-due ${formatDay(on)}`,
    on,
    trainings: trainings.filter(({ dueOn }) => dueOn === on).map(({ person, skill }) => ({ person, skill })),
  }));
}

/** Both days belong to it. */
export interface CalendarTime {
  readonly from: Day;
  readonly until: Day;
}

function pmcEnd({ facts, programme }: ProgrammeStanding, day: Day): readonly CalendarEvent[] {
  const end = pmcWindowEnd(facts.partner, programme);
  if (end === null) return [];
  const people = peopleLeftInPmc(facts, formatDay(day)).length;
  return [{ kind: 'pmc-window-ends', id: 'pmc-window-ends', on: addDays(parseDay(end)!, -1), people }];
}

/** Each record once, whatever the number of programmes it counts in. */
function countingRecords(standings: readonly ProgrammeStanding[]): readonly CountingRecord[] {
  const records = new Map<string, CountingRecord>();
  for (const { counting } of standings) {
    for (const record of counting) {
      if (!records.has(record.recordId)) records.set(record.recordId, record);
    }
  }
  return [...records.values()];
}

/**
 * In the order of the days; on one day in the order of the kinds of things.
 * @param day on which the standings are true
 */
export function companyCalendar(
  standings: readonly ProgrammeStanding[],
  orders: readonly OrderToPay[],
  day: Day,
  { from, until }: CalendarTime,
  trainings: readonly TrainingToDo[] = [],
): readonly CalendarEvent[] {
  const events = [
    ...standings.flatMap(({ programme: { id, membership }, holdings }) =>
      membership === null ? [] : membershipEvents(id, membership, holdings, day),
    ),
    ...orders.map(({ orderId, payBy, ...order }): CalendarEvent => {
      return { kind: 'order-to-pay', id: `order-to-pay ${orderId}`, on: payBy, ...order };
    }),
    ...standings.flatMap(({ programme: { id }, risk, facts: { exemptions = [] } }) => [
      ...levelLosses(id, risk, exemptions),
      ...exemptionEnds(id, exemptions),
    ]),
    ...certificateExpiries(countingRecords(standings)),
    ...standings.flatMap(({ counting, programme }) =>
      retirements(counting, programme.retirement.countsForMonths),
    ),
    ...standings.flatMap((standing) => pmcEnd(standing, day)),
    ...trainingsDue(trainings),
  ];
  // What several programmes say of one thing is said once.
  const byId = new Map<string, CalendarEvent>();
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()]
    .filter(({ on }) => on >= from && on <= until)
    .sort((left, right) => left.on - right.on);
}
