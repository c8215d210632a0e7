/** The calendar of a company for one reader: which facts → pure rules → words. */
import type { Calendar } from '../../contract/calendar.ts';
import {
  companyCalendar,
  type OrderToPay,
  type ProgrammeStanding,
  type TrainingToDo,
} from '../../domain/calendar/company-calendar.ts';
import type { CountingRecord } from '../../domain/calendar/skill-events.ts';
import { isOpenOrder } from '../../domain/membership/order-states.ts';
import { addYears, type Day, formatDay, parseDay } from '../../domain/time/day.ts';
import { fulfilments } from '../../domain/training/fulfilled-assignments.ts';
import type { TenantClaim } from '../../store/database.ts';
import { ordersOf } from '../../store/orders-store.ts';
import { assignmentsOf } from '../../store/training-assignments-store.ts';
import type { AsOf } from '../shared/as-of.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { partnerHoldings } from '../shared/partner-lifecycle.ts';
import { answersOfEach } from '../shared/partner-programmes.ts';
import type { Services } from '../shared/services.ts';
import { type CalendarReader, CalendarWords } from './calendar-words.ts';

/** Risk is projected so far, and nothing further ahead is told. */
const YEARS_AHEAD = 1;

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : parseDay(text);
}

function countingRecords({ reportRows }: PartnerAnswer): readonly CountingRecord[] {
  return reportRows(false)
    .filter(({ countsNow }) => countsNow)
    .map(({ recordId, userId, skillId, skillTitle, expiresOn, retiredOn }) => ({
      recordId,
      person: userId,
      skill: skillId,
      title: skillTitle,
      expiresOn: dayOrNull(expiresOn),
      retiredOn: dayOrNull(retiredOn),
    }));
}

function standingOf(answer: PartnerAnswer, day: Day): ProgrammeStanding {
  const { programme, facts } = answer;
  return {
    programme,
    facts,
    holdings: partnerHoldings(answer, programme, day),
    risk: answer.riskOfYear(),
    counting: countingRecords(answer),
  };
}

async function ordersToPay(
  { database }: Pick<Services, 'database'>,
  claim: TenantClaim,
): Promise<OrderToPay[]> {
  const orders = await database.readAsTenant(claim, ordersOf);
  return orders
    .filter(({ state }) => isOpenOrder(state))
    .map(({ orderId, programme, offer, payBy }) => ({ orderId, programme, offer, payBy: parseDay(payBy)! }));
}

/** What people are still to achieve by plans: what no programme says is done. */
async function trainingsToDo(
  { database }: Pick<Services, 'database'>,
  claim: TenantClaim,
  answers: readonly PartnerAnswer[],
  day: Day,
): Promise<TrainingToDo[]> {
  const assignments = await database.readAsTenant(claim, (tx) => assignmentsOf(tx));
  const trainings = assignments.map(({ userId, skill, dueOn }) => {
    return { person: userId, skill, dueOn: parseDay(dueOn)! };
  });
  const done = answers.map(({ facts, programme }) => fulfilments(facts, programme, day, trainings));
  return trainings.filter((_, index) => done.every((each) => each[index] === null));
}

export interface CalendarQuestion {
  readonly asOf: AsOf;
  readonly from: string | null;
  readonly until: string | null;
}

export async function calendarOf(
  services: Pick<Services, 'answers' | 'programmesOf' | 'database'>,
  claim: TenantClaim,
  { asOf, from, until }: CalendarQuestion,
  reader: CalendarReader,
): Promise<Calendar> {
  const answers = await answersOfEach(services, claim.partnerId, asOf);
  const day = parseDay(asOf.validAt)!;
  const furthest = addYears(day, YEARS_AHEAD);
  const end = Math.min(dayOrNull(until) ?? furthest, furthest) as Day;
  const time = { from: dayOrNull(from) ?? day, until: end };
  const trainings = reader.abilities.has('plans') ? await trainingsToDo(services, claim, answers, day) : [];
  const orders = reader.abilities.has('memberships') ? await ordersToPay(services, claim) : [];
  const events = companyCalendar(
    answers.map((answer) => standingOf(answer, day)),
    orders,
    day,
    time,
    trainings,
  );
  const words = new CalendarWords(answers, reader);
  return {
    value: events.map((event) => words.view(event)),
    from: formatDay(time.from),
    until: formatDay(time.until),
    asOf,
  };
}
