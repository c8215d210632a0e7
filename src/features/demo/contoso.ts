/**
 * Contoso Conseil, the company a newcomer meets first. It moved from PMC about five months ago, so the
 * associations made there stop counting in about three weeks, and with them its Data Platform gold.
 *
 * | Competency | Level | Rests on |
 * |---|---|---|
 * | Data Platform | gold, until the PMC window ends; silver afterwards | Karim and Sandrine (PMC only) |
 * | Project and Portfolio Management | silver | Hélène and Philippe |
 * | Data Analytics | none, one person short on every option | Claire counts; Zoé's assessment expired |
 *
 * The imports of the manual change it: Yann's trainings repair the gold, the metrics file wins two silvers.
 */
import { addDays, addMonths, addYears, type Day, formatDay } from '../../domain/time/day.ts';
import { contosoAdministrators } from './contoso-administrators.ts';
import { contosoConsultants } from './contoso-consultants.ts';
import { type DemoCalendar, demoCalendar } from './demo-calendar.ts';
import { inCompetencies } from './demo-enrolments.ts';
import { goldByCard, packByTransfer } from './demo-orders.ts';
import type { DemoMetric, DemoPartner } from './demo-plan.ts';

/** The window of six calendar months that began on this day ends about 24 days from today. */
function dayOfTheMove(today: Day): Day {
  return addMonths(addDays(today, 24), -6);
}

function metrics(calendar: DemoCalendar): DemoMetric[] {
  return calendar.lastMonths(18).flatMap((month, index) => [
    {
      metric: 'azure_customer_consumption',
      month,
      value: 640 + 20 * index,
      association: 'digital_partner_of_record',
    },
    {
      metric: 'new_office365_customers',
      month,
      value: index === 8 || index === 14 ? 1 : 0,
      association: 'transacting_partner',
    },
    { metric: 'power_bi_deployed_seats', month, value: 22 + index, association: 'partner_of_record' },
  ]);
}

export function contoso(today: Day): DemoPartner {
  const calendar = demoCalendar(today);
  const movedOn = formatDay(dayOfTheMove(today));
  return {
    id: 'contoso',
    mpnId: '1111111',
    name: 'Contoso Conseil',
    legalName: 'Contoso Conseil SAS',
    country: 'FR',
    market: 'developed',
    origin: 'moved',
    movedFromPmcOn: movedOn,
    enrolments: [inCompetencies(calendar.monthsAgo(120))],
    timeZone: 'Europe/Paris',
    locale: 'fr',
    locations: [
      { key: 'lyon', name: 'Siège', city: 'Lyon', country: 'FR' },
      { key: 'nantes', name: 'Agence de Nantes', city: 'Nantes', country: 'FR' },
    ],
    users: [...contosoAdministrators(calendar), ...contosoConsultants(calendar)],
    metrics: metrics(calendar),
    orders: [goldByCard(calendar.monthsAgo(8)), packByTransfer(today)],
    memberships: [
      {
        offer: 'gold',
        activeFrom: calendar.monthsAgo(8),
        anniversary: formatDay(addYears(addMonths(today, -8), 1)),
      },
    ],
    assets: [],
  };
}
