/** Adatum, 40,000 people: made on demand, to see that size changes nothing. */
import type { Day } from '../../domain/time/day.ts';
import { demoCalendar } from './demo-calendar.ts';
import { inCompetencies } from './demo-enrolments.ts';
import type { DemoPartner } from './demo-plan.ts';
import { FABRIKAM_TEAMS } from './fabrikam.ts';
import { type GeneratedCompany, generatedPeople } from './generated-company.ts';

const COMPANY: GeneratedCompany = {
  domain: 'adatum.example',
  seed: 4,
  firstAccountNumber: 8_000_001,
  headcount: 40_000,
  locations: ['munich', 'chicago', 'singapore', 'sao-paulo'],
  teams: FABRIKAM_TEAMS.map((team) => ({ ...team, headcount: team.headcount * 55 })),
  roles: ['partner-admin', 'global-admin', 'account-admin', 'user-admin', 'executive-report-viewer'],
};

export function adatum(today: Day): DemoPartner {
  const calendar = demoCalendar(today);
  return {
    id: 'adatum',
    mpnId: '4444444',
    name: 'Adatum',
    legalName: 'Adatum Corporation',
    country: 'DE',
    market: 'developed',
    origin: 'native',
    movedFromPmcOn: null,
    enrolments: [inCompetencies(calendar.monthsAgo(124))],
    timeZone: 'Europe/Berlin',
    locale: 'en',
    locations: [
      { key: 'munich', name: 'Headquarters', city: 'Munich', country: 'DE' },
      { key: 'chicago', name: 'Americas', city: 'Chicago', country: 'US' },
      { key: 'singapore', name: 'Asia Pacific', city: 'Singapore', country: 'SG' },
      { key: 'sao-paulo', name: 'Latin America', city: 'São Paulo', country: 'BR' },
    ],
    users: { [Symbol.iterator]: () => generatedPeople(COMPANY, calendar) },
    metrics: calendar.lastMonths(18).map((month, index) => ({
      metric: 'azure_customer_consumption',
      month,
      value: 410_000 + 7_500 * index,
      association: 'digital_partner_of_record',
    })),
    memberships: [],
    orders: [],
    assets: [],
  };
}
