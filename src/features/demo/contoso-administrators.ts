/** The six people of Contoso Conseil who hold a role; each signs in with the address of the role. */
import type { PartnerRole } from '../../contract/roles.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoUser } from './demo-plan.ts';
import { microsoftLearning, passed, viaPartnerCenter, viaPmc } from './demo-records.ts';

function administrator(
  firstName: string,
  lastName: string,
  role: PartnerRole,
  employedFrom: string,
): Omit<DemoUser, 'accounts'> {
  return {
    firstName,
    lastName,
    workEmail: `${role}@contoso.example`,
    locale: 'fr',
    roles: [role],
    technical: false,
    location: 'lyon',
    team: 'Direction',
    employedFrom,
    employedUntil: null,
    partnerUniversitySince: null,
    signIn: true,
  };
}

export function contosoAdministrators(calendar: DemoCalendar): DemoUser[] {
  const { monthsAgo, daysAgo, inMonths } = calendar;
  return [
    {
      // One of the two seats of the Project and Portfolio Management silver.
      ...administrator('Hélène', 'Marchand', 'partner-admin', monthsAgo(134)),
      technical: true,
      accounts: [
        microsoftLearning(
          '9900104',
          'helene.marchand@mail.example',
          [viaPmc(monthsAgo(100)), viaPartnerCenter(monthsAgo(4))],
          [passed('exam:74-343', monthsAgo(99)), passed('exam:70-348', monthsAgo(92, 11))],
        ),
      ],
    },
    {
      // The technical user whom the report misses: nothing is associated yet.
      ...administrator('Olivier', 'Besson', 'global-admin', monthsAgo(118)),
      technical: true,
      accounts: [],
    },
    { ...administrator('Nadia', 'Ferrand', 'account-admin', monthsAgo(75)), accounts: [] },
    { ...administrator('Mathilde', 'Garnier', 'user-admin', monthsAgo(31)), accounts: [] },
    {
      // The other seat of the silver.
      ...administrator('Philippe', 'Aubry', 'executive-report-viewer', monthsAgo(150)),
      technical: true,
      accounts: [
        microsoftLearning(
          '9900105',
          'executive-report-viewer@contoso.example',
          [viaPartnerCenter(monthsAgo(4, 9))],
          [passed('exam:74-343', monthsAgo(88)), passed('exam:70-348', monthsAgo(86, 4))],
        ),
      ],
    },
    {
      // A PMC leftover with something to lose, a revoked exam, and a departure already planned.
      ...administrator('Bruno', 'Keller', 'report-viewer', monthsAgo(110)),
      technical: true,
      location: 'nantes',
      employedUntil: inMonths(2),
      accounts: [
        microsoftLearning(
          '9900106',
          'bruno.keller@mail.example',
          [viaPmc(monthsAgo(90))],
          [
            passed('exam:74-343', monthsAgo(89)),
            passed('exam:70-348', monthsAgo(87), { revokedOn: daysAgo(160) }),
            passed('cert:MCSA-O365', monthsAgo(113), { certificateNumber: 'C90106-MCSA01' }),
            passed('exam:70-246', monthsAgo(120)),
          ],
        ),
      ],
    },
  ];
}
