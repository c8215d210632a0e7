/**
 * Tailspin, a company in which nothing works at first sight: each of its people shows one cause for which a skill is not
 * seen or does not count, and nothing else. Its administrator finds them on the diagnosis of the company.
 */
import type { Day } from '../../domain/time/day.ts';
import { type DemoCalendar, demoCalendar } from './demo-calendar.ts';
import { inCompetencies } from './demo-enrolments.ts';
import type { DemoPartner, DemoUser } from './demo-plan.ts';
import { passed } from './demo-records.ts';
import { TAILSPIN_ACCOUNTS, tailspinPeople } from './tailspin-people.ts';

const DOMAIN = 'tailspin.example';

function administrator({ monthsAgo }: DemoCalendar): DemoUser {
  return {
    firstName: 'Solène',
    lastName: 'Marec',
    workEmail: `global-admin@${DOMAIN}`,
    locale: 'fr',
    roles: ['global-admin'],
    technical: false,
    location: 'lille',
    team: 'Direction',
    employedFrom: monthsAgo(80),
    employedUntil: null,
    partnerUniversitySince: null,
    accounts: [],
    signIn: true,
  };
}

export function tailspin(today: Day): DemoPartner {
  const calendar = demoCalendar(today);
  const { monthsAgo, daysAgo } = calendar;
  return {
    id: 'tailspin',
    mpnId: '5555555',
    name: 'Tailspin Services',
    legalName: 'Tailspin Services SARL',
    country: 'FR',
    market: 'developed',
    origin: 'moved',
    // The window in which associations made in PMC alone still count is over.
    movedFromPmcOn: monthsAgo(8),
    enrolments: [inCompetencies(monthsAgo(60))],
    timeZone: 'Europe/Paris',
    locale: 'fr',
    locations: [{ key: 'lille', name: 'Siège', city: 'Lille', country: 'FR' }],
    users: [administrator(calendar), ...tailspinPeople(calendar)],
    metrics: [],
    memberships: [],
    orders: [],
    assets: [],
    unmatched: [
      {
        ...passed('exam:70-764', monthsAgo(5)),
        provider: 'microsoft-learning',
        workEmail: `karine.noir@${DOMAIN}`,
      },
      // Nobody has a user account with this address.
      {
        ...passed('exam:70-765', daysAgo(40)),
        provider: 'microsoft-learning',
        workEmail: `xavier.petit@${DOMAIN}`,
      },
    ],
    beyond: [
      {
        kind: 'goes-elsewhere',
        provider: 'microsoft-learning',
        accountId: TAILSPIN_ACCOUNTS.elsewhere,
        partnerId: 'fabrikam',
        workEmail: 'niamh.fletcher@fabrikam.example',
        on: daysAgo(100),
      },
      {
        kind: 'merged',
        provider: 'microsoft-learning',
        accountId: TAILSPIN_ACCOUNTS.mergedAway,
        into: TAILSPIN_ACCOUNTS.survivor,
        reason: 'The person had registered twice.',
        on: daysAgo(60),
      },
    ],
  };
}
