/** Fabrikam, 800 people in three places: several competencies at gold and silver, and a Solutions Partner designation. */
import { addMonths, addYears, type Day, formatDay } from '../../domain/time/day.ts';
import { type DemoCalendar, demoCalendar } from './demo-calendar.ts';
import { inCompetencies, inSolutionsPartner } from './demo-enrolments.ts';
import { goldByCard } from './demo-orders.ts';
import type { DemoMetric, DemoPartner } from './demo-plan.ts';
import { CLOUD_TEAMS, designationMetrics } from './fabrikam-designations.ts';
import { type DemoTeam, type GeneratedCompany, generatedPeople } from './generated-company.ts';

/** Specialities whose exams and assessments have no known retirement. */
export const FABRIKAM_TEAMS: readonly DemoTeam[] = [
  {
    name: 'Data platform',
    headcount: 48,
    completeness: 0.72,
    skills: ['exam:70-764', 'exam:70-765', 'assessment:TA-DP-FOUNDATIONAL'],
  },
  {
    name: 'Data warehousing',
    headcount: 30,
    completeness: 0.66,
    skills: ['assessment:TA-DP-FOUNDATIONAL', 'assessment:TA-AZURE-DW'],
  },
  {
    name: 'Data and AI',
    headcount: 42,
    completeness: 0.7,
    skills: ['exam:70-767', 'exam:70-768', 'assessment:TA-DA-FOUNDATIONAL', 'assessment:TA-DA-BI'],
  },
  {
    name: 'Azure applications',
    headcount: 60,
    completeness: 0.6,
    skills: ['exam:70-532', 'exam:70-533', 'assessment:TA-CLOUD-PLATFORM'],
  },
  {
    name: 'Web development',
    headcount: 36,
    completeness: 0.7,
    skills: ['exam:70-480', 'exam:70-483', 'exam:70-486'],
  },
  {
    name: 'Microsoft 365',
    headcount: 28,
    completeness: 0.75,
    skills: ['exam:70-346', 'exam:70-347', 'exam:70-345'],
  },
  {
    name: 'Project management',
    headcount: 3,
    completeness: 1,
    skills: ['exam:74-343', 'exam:70-348', 'exam:70-339'],
  },
  {
    name: 'Developer operations',
    headcount: 24,
    completeness: 0.55,
    skills: ['exam:70-496', 'exam:70-498', 'exam:70-497'],
  },
  {
    name: 'Enterprise mobility',
    headcount: 20,
    completeness: 0.7,
    skills: ['assessment:TA-EMS-OVERVIEW', 'assessment:TA-MDM'],
  },
  {
    name: 'Infrastructure',
    headcount: 18,
    completeness: 0.7,
    skills: ['exam:70-740', 'exam:70-741', 'exam:70-742'],
  },
  {
    name: 'Communications',
    headcount: 3,
    completeness: 0.6,
    skills: ['exam:70-334', 'exam:70-333', 'assessment:PGA-VOICE'],
  },
];

const COMPANY: GeneratedCompany = {
  domain: 'fabrikam.example',
  seed: 2,
  firstAccountNumber: 9_700_001,
  headcount: 800,
  locations: ['london', 'manchester', 'dublin'],
  teams: [...FABRIKAM_TEAMS, ...CLOUD_TEAMS],
  roles: ['partner-admin', 'global-admin', 'account-admin', 'executive-report-viewer'],
};

function metrics(calendar: DemoCalendar): DemoMetric[] {
  return calendar.lastMonths(24).flatMap((month, index) => [
    {
      metric: 'azure_customer_consumption',
      month,
      value: 8_200 + 150 * index,
      association: 'digital_partner_of_record',
    },
    {
      metric: 'new_office365_customers',
      month,
      value: index % 3 === 0 ? 2 : 1,
      association: 'transacting_partner',
    },
    { metric: 'new_ems_customers', month, value: index % 4 === 0 ? 1 : 0, association: 'fasttrack_partner' },
    { metric: 'ems_active_entitlements', month, value: 60 + index, association: 'transacting_partner' },
    { metric: 'power_bi_deployed_seats', month, value: 90 + 2 * index, association: 'partner_of_record' },
  ]);
}

export function fabrikam(today: Day): DemoPartner {
  const calendar = demoCalendar(today);
  return {
    id: 'fabrikam',
    mpnId: '2222222',
    name: 'Fabrikam',
    legalName: 'Fabrikam Ltd',
    country: 'GB',
    market: 'developed',
    origin: 'native',
    movedFromPmcOn: null,
    enrolments: [
      inCompetencies(calendar.monthsAgo(124)),
      inSolutionsPartner(calendar.monthsAgo(14), 'enterprise'),
    ],
    timeZone: 'Europe/London',
    locale: 'en',
    locations: [
      { key: 'london', name: 'Head office', city: 'London', country: 'GB' },
      { key: 'manchester', name: 'Manchester', city: 'Manchester', country: 'GB' },
      { key: 'dublin', name: 'Dublin', city: 'Dublin', country: 'IE' },
    ],
    users: [...generatedPeople(COMPANY, calendar)],
    metrics: [...metrics(calendar), ...designationMetrics(calendar)],
    orders: [goldByCard(calendar.monthsAgo(5))],
    memberships: [
      {
        offer: 'gold',
        activeFrom: calendar.monthsAgo(5),
        anniversary: formatDay(addYears(addMonths(today, -5), 1)),
      },
    ],
    assets: [],
  };
}
