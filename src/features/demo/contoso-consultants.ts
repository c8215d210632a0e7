/** The six consultants of Contoso Conseil, on whom its levels rest. Claire, Yann and Zoé can sign in. */
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoUser } from './demo-plan.ts';
import { microsoftLearning, partnerUniversity, passed, viaPartnerCenter, viaPmc } from './demo-records.ts';

function consultant(
  firstName: string,
  lastName: string,
  mailbox: string,
  employedFrom: string,
): Omit<DemoUser, 'accounts'> {
  return {
    firstName,
    lastName,
    workEmail: `${mailbox}@contoso.example`,
    locale: 'fr',
    roles: [],
    technical: true,
    location: 'lyon',
    team: 'Données et applications',
    employedFrom,
    employedUntil: null,
    partnerUniversitySince: employedFrom,
    signIn: false,
  };
}

function claire({ monthsAgo }: DemoCalendar): DemoUser {
  const associations = [viaPmc(monthsAgo(84)), viaPartnerCenter(monthsAgo(4, 20))];
  return {
    ...consultant('Claire', 'Exemple', 'claire', monthsAgo(120)),
    signIn: true,
    accounts: [
      microsoftLearning('9900101', 'claire.exemple@mail.example', associations, [
        passed('exam:74-343', monthsAgo(70)),
        passed('cert:azure-fundamentals', monthsAgo(42), { certificateNumber: 'C10002-ZZZ002' }),
      ]),
      partnerUniversity('PU-110101', 'claire@contoso.example', associations, [
        passed('assessment:TA-DA-FOUNDATIONAL', monthsAgo(30)),
        passed('assessment:TA-DA-AA', monthsAgo(29, 12)),
        passed('assessment:TA-DP-FOUNDATIONAL', monthsAgo(26)),
        passed('assessment:TA-SQL-2016', monthsAgo(25, 5)),
      ]),
    ],
  };
}

function yann({ monthsAgo, daysAgo }: DemoCalendar): DemoUser {
  const associations = [viaPartnerCenter(monthsAgo(3))];
  return {
    ...consultant('Yann', 'Modèle', 'yann', monthsAgo(110)),
    location: 'nantes',
    team: 'Infrastructure et cloud',
    signIn: true,
    accounts: [
      microsoftLearning('9900102', 'yann@mail.example', associations, [
        // Completed on a platform that the programme does not recognise: kept, shown, never counted.
        passed('exam:70-767', monthsAgo(14), { source: 'openedx', grade: 1 }),
        passed('cert:azure-data-engineer-associate', monthsAgo(40), { certificateNumber: 'C20001-ZZZ001' }),
      ]),
      partnerUniversity('PU-110102', 'yann@contoso.example', associations, [
        passed('assessment:TA-AZURE-DATA', daysAgo(45)),
      ]),
    ],
  };
}

function zoe({ monthsAgo, daysAgo, inDays, inMonths }: DemoCalendar): DemoUser {
  const associations = [viaPartnerCenter(monthsAgo(4, 12))];
  return {
    ...consultant('Zoé', 'D’Été', 'zoe', monthsAgo(38)),
    signIn: true,
    accounts: [
      microsoftLearning('9900103', 'zoe@contoso.example', associations, [
        passed('cert:power-bi-data-analyst-associate', monthsAgo(11), {
          expiresOn: inDays(35),
          certificateNumber: 'C30001-ZZZ301',
        }),
        passed('cert:azure-administrator-associate', monthsAgo(14), {
          expiresOn: daysAgo(62),
          certificateNumber: 'C30001-ZZZ302',
        }),
      ]),
      // Her expired assessment is what Data Analytics silver lost.
      partnerUniversity('PU-110103', 'zoe@contoso.example', associations, [
        passed('assessment:TA-DA-FOUNDATIONAL', monthsAgo(38), { expiresOn: daysAgo(71) }),
        passed('assessment:TA-DA-AA', monthsAgo(20)),
        passed('assessment:TA-DP-FOUNDATIONAL', monthsAgo(19)),
        passed('assessment:TA-SQL-2016', monthsAgo(16), { expiresOn: inMonths(8) }),
      ]),
    ],
  };
}

/** Two Microsoft Learning accounts: the older one was known in PMC only and its association has ended. */
function karim({ monthsAgo }: DemoCalendar): DemoUser {
  const since = [viaPmc(monthsAgo(10)), viaPartnerCenter(monthsAgo(5))];
  return {
    ...consultant('Karim', 'Benali', 'karim.benali', monthsAgo(101)),
    accounts: [
      microsoftLearning('9900107', 'karim.benali@contoso.example', since, [
        passed('exam:70-764', monthsAgo(94)),
        passed('exam:70-765', monthsAgo(93, 8)),
        passed('exam:70-767', monthsAgo(80)),
      ]),
      microsoftLearning(
        '9900117',
        'karim@mail.example',
        [viaPmc(monthsAgo(98), monthsAgo(10))],
        [passed('exam:70-764', monthsAgo(94)), passed('exam:70-768', monthsAgo(79))],
      ),
      partnerUniversity('PU-110107', 'karim.benali@contoso.example', since, [
        passed('assessment:TA-DP-FOUNDATIONAL', monthsAgo(34)),
        passed('assessment:TA-DA-FOUNDATIONAL', monthsAgo(33)),
      ]),
    ],
  };
}

/** Associated in PMC only: the gold's second seat stays empty when the window ends. */
function sandrine({ monthsAgo }: DemoCalendar): DemoUser {
  const associations = [viaPmc(monthsAgo(91))];
  return {
    ...consultant('Sandrine', 'Lopez', 'sandrine.lopez', monthsAgo(96)),
    location: 'nantes',
    team: 'Infrastructure et cloud',
    accounts: [
      microsoftLearning('9900108', 'sandrine.lopez@mail.example', associations, [
        passed('exam:70-761', monthsAgo(90)),
        passed('exam:70-762', monthsAgo(88, 3)),
        passed('exam:70-473', monthsAgo(85)),
      ]),
      partnerUniversity('PU-110108', 'sandrine.lopez@contoso.example', associations, [
        passed('assessment:TA-DP-FOUNDATIONAL', monthsAgo(36)),
      ]),
    ],
  };
}

/** Left four months ago; what he holds stopped counting that day and stays listed. */
function thomas({ monthsAgo }: DemoCalendar): DemoUser {
  const left = monthsAgo(4);
  const associations = [viaPmc(monthsAgo(97), left)];
  return {
    ...consultant('Thomas', 'Vidal', 'thomas.vidal', monthsAgo(99)),
    employedUntil: left,
    accounts: [
      microsoftLearning('9900109', 'thomas.vidal@mail.example', associations, [
        passed('exam:74-343', monthsAgo(90)),
        passed('exam:70-348', monthsAgo(84)),
        passed('exam:70-339', monthsAgo(83)),
      ]),
      partnerUniversity('PU-110109', 'thomas.vidal@contoso.example', associations, [
        passed('assessment:TA-DP-FOUNDATIONAL', monthsAgo(28)),
      ]),
    ],
  };
}

export function contosoConsultants(calendar: DemoCalendar): DemoUser[] {
  return [claire, yann, zoe, karim, sandrine, thomas].map((person) => person(calendar));
}
