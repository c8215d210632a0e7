/** The people of Tailspin: one for each cause of a missing skill. The comment of each says what it is. */
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoAccount, DemoAssociation, DemoRecord, DemoUser } from './demo-plan.ts';
import { microsoftLearning, partnerUniversity, passed, viaPartnerCenter, viaPmc } from './demo-records.ts';

/** Accounts that more than one place of the plan speaks of. */
export const TAILSPIN_ACCOUNTS = {
  elsewhere: '9600108',
  second: '9600129',
  mergedAway: '9600110',
  survivor: '9600130',
} as const;

/** The skill that is missed, where the cause is none of a certain skill. */
const MISSED = 'exam:70-764';
const HELD = 'assessment:TA-DP-FOUNDATIONAL';

interface Staged {
  readonly firstName: string;
  readonly lastName: string;
  /** Of both accounts; the same for all. */
  readonly number: number;
  /** How the account of exams is associated; with the company for long where nothing is said. */
  readonly associations?: readonly DemoAssociation[];
  /** What stands on it; the skill that is missed where nothing is said. */
  readonly exams?: readonly DemoRecord[];
  readonly assessments?: readonly DemoRecord[];
  /** By which the providers know the accounts; the work address where nothing is said. */
  readonly email?: string;
  readonly workEmail?: string;
  readonly further?: readonly DemoAccount[];
  readonly particulars?: Partial<DemoUser>;
}

function mailbox(firstName: string, lastName: string): string {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain(firstName)}.${plain(lastName)}@tailspin.example`;
}

function stagedPerson(staged: Staged, { monthsAgo }: DemoCalendar): DemoUser {
  const { firstName, lastName, number, particulars = {} } = staged;
  const since = [viaPartnerCenter(monthsAgo(14))];
  const workEmail = staged.workEmail ?? mailbox(firstName, lastName);
  const exams = staged.exams ?? [passed(MISSED, monthsAgo(12))];
  const assessments = staged.assessments ?? [passed(HELD, monthsAgo(13))];
  const accountId = `96001${String(number).padStart(2, '0')}`;
  return {
    firstName,
    lastName,
    workEmail,
    locale: 'fr',
    roles: [],
    technical: true,
    location: 'lille',
    team: 'Conseil',
    employedFrom: monthsAgo(48),
    employedUntil: null,
    partnerUniversitySince: monthsAgo(14),
    signIn: false,
    accounts: [
      microsoftLearning(accountId, staged.email ?? workEmail, staged.associations ?? since, exams),
      partnerUniversity(`PU-${accountId}`, staged.email ?? workEmail, since, assessments),
      ...(staged.further ?? []),
    ],
    ...particulars,
  };
}

const SIGNS_IN = { signIn: true } as const;

/** What lies in the user account or in the association. */
function withAccounts({ monthsAgo, daysAgo, inDays }: DemoCalendar): Staged[] {
  return [
    // The user account is disabled.
    { firstName: 'Alice', lastName: 'Verdier', number: 1, particulars: { disabledOn: daysAgo(20) } },
    // The departure was entered, and she is still there.
    { firstName: 'Bérénice', lastName: 'Lemaire', number: 2, particulars: { employedUntil: daysAgo(30) } },
    // The first day of work was entered a month too late.
    { firstName: 'Cyril', lastName: 'Besnard', number: 3, particulars: { employedFrom: inDays(20) } },
    // The account of exams is there, and not associated.
    { firstName: 'Denis', lastName: 'Arnaud', number: 4, associations: [], particulars: SIGNS_IN },
    // Associated in PMC alone, and the window is over.
    {
      ...{ firstName: 'Élodie', lastName: 'Roche', number: 6, particulars: SIGNS_IN },
      associations: [viaPmc(monthsAgo(30))],
    },
    // The association ended.
    {
      ...{ firstName: 'Farid', lastName: 'Haddad', number: 7, particulars: SIGNS_IN },
      associations: [viaPartnerCenter(monthsAgo(14), daysAgo(90))],
    },
    // The account went to another company, where the same person has a user account too.
    { firstName: 'Niamh', lastName: 'Fletcher', number: 8, particulars: SIGNS_IN },
    // The skill stands on a second account, which nobody has associated.
    {
      ...{ firstName: 'Hugues', lastName: 'Colin', number: 9, exams: [passed('exam:70-761', monthsAgo(12))] },
      further: [
        microsoftLearning(
          TAILSPIN_ACCOUNTS.second,
          mailbox('Hugues', 'Colin'),
          [],
          [passed(MISSED, monthsAgo(6))],
        ),
      ],
    },
    // The associated account was merged into one that is not associated.
    {
      ...{ firstName: 'Inès', lastName: 'Faure', number: 10, particulars: SIGNS_IN },
      further: [microsoftLearning(TAILSPIN_ACCOUNTS.survivor, 'ines.faure@mail.example', [], [])],
    },
    // The providers know the accounts by a private address.
    { firstName: 'Jules', lastName: 'Ménard', number: 11, email: 'jules@mail.example' },
    // An exam came with the address before the account was associated, under which she had no user account then.
    { firstName: 'Karine', lastName: 'Noir', number: 12, exams: [passed('exam:70-761', monthsAgo(12))] },
  ];
}

/** What lies in the source or in one record. */
function withRecords({ monthsAgo, daysAgo, inDays }: DemoCalendar): Staged[] {
  const certificate = 'C96020-ZZZ001';
  return [
    // Associated yesterday: the source still has time.
    {
      ...{ firstName: 'Léo', lastName: 'Guérin', number: 13, exams: [] },
      associations: [viaPartnerCenter(daysAgo(1))],
    },
    // Associated for long, and nothing has come.
    { firstName: 'Maud', lastName: 'Perrin', number: 14, exams: [], assessments: [] },
    // The course ends in two weeks.
    {
      ...{ firstName: 'Nils', lastName: 'Olivier', number: 15 },
      exams: [passed(MISSED, inDays(15))],
    },
    // No competency asks for it.
    {
      ...{ firstName: 'Océane', lastName: 'Marty', number: 16 },
      exams: [passed('cert:azure-fundamentals', monthsAgo(9), { certificateNumber: certificate })],
    },
    // Earned on a platform that is not recognised.
    {
      ...{ firstName: 'Paul', lastName: 'Vasseur', number: 17 },
      exams: [passed(MISSED, monthsAgo(9), { source: 'openedx', grade: 1 })],
    },
    // Expired.
    {
      ...{ firstName: 'Quitterie', lastName: 'Dubos', number: 18 },
      assessments: [passed(HELD, monthsAgo(26), { expiresOn: daysAgo(40) })],
    },
    // Retired by its publisher, and no longer counting.
    {
      ...{ firstName: 'Rémi', lastName: 'Jourdan', number: 19 },
      exams: [passed('exam:70-246', monthsAgo(125))],
      particulars: { employedFrom: monthsAgo(130) },
    },
    // Revoked by its source.
    {
      ...{ firstName: 'Salomé', lastName: 'Texier', number: 20 },
      exams: [passed(MISSED, monthsAgo(12), { revokedOn: daysAgo(50) })],
    },
    // Taken back by its source.
    {
      ...{ firstName: 'Théo', lastName: 'Prévost', number: 21 },
      exams: [passed(MISSED, monthsAgo(12), { voidedOn: daysAgo(70) })],
    },
  ];
}

export function tailspinPeople(calendar: DemoCalendar): DemoUser[] {
  return [...withAccounts(calendar), ...withRecords(calendar)].map((each) => stagedPerson(each, calendar));
}
