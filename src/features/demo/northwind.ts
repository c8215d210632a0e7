/** Northwind: enrolled, with people, and nobody has associated a learning account. The empty report lives here. */
import type { PartnerRole } from '../../contract/roles.ts';
import type { Day } from '../../domain/time/day.ts';
import { demoCalendar } from './demo-calendar.ts';
import { inCompetencies } from './demo-enrolments.ts';
import type { DemoPartner } from './demo-plan.ts';

const PEOPLE: readonly (readonly [string, string, PartnerRole | null])[] = [
  ['Ingrid', 'Solberg', 'partner-admin'],
  ['Magnus', 'Dahl', 'global-admin'],
  ['Sara', 'Lind', 'account-admin'],
  ['Emil', 'Haugen', null],
  ['Nora', 'Berg', null],
  ['Jonas', 'Vik', null],
  ['Thea', 'Moen', null],
];

export function northwind(today: Day): DemoPartner {
  const calendar = demoCalendar(today);
  return {
    id: 'northwind',
    mpnId: '3333333',
    name: 'Northwind',
    legalName: 'Northwind Traders AS',
    country: 'NO',
    market: 'developed',
    origin: 'native',
    movedFromPmcOn: null,
    enrolments: [inCompetencies(calendar.monthsAgo(2))],
    timeZone: 'Europe/Oslo',
    locale: 'en',
    locations: [{ key: 'oslo', name: 'Head office', city: 'Oslo', country: 'NO' }],
    users: PEOPLE.map(([firstName, lastName, role]) => ({
      firstName,
      lastName,
      workEmail:
        role === 'partner-admin'
          ? 'partner-admin@northwind.example'
          : `${firstName}.${lastName}@northwind.example`.toLowerCase(),
      locale: 'en',
      roles: role === null ? [] : [role],
      technical: role === null,
      location: 'oslo',
      employedFrom: calendar.monthsAgo(3),
      employedUntil: null,
      partnerUniversitySince: null,
      accounts: [],
      signIn: role === 'partner-admin',
    })),
    metrics: [],
    memberships: [],
    orders: [],
    assets: [],
  };
}
