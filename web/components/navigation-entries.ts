import {
  BookFilled,
  BookRegular,
  BuildingMultipleFilled,
  BuildingMultipleRegular,
  BuildingShopFilled,
  BuildingShopRegular,
  bundleIcon,
  CalendarLtrFilled,
  CalendarLtrRegular,
  CertificateFilled,
  CertificateRegular,
  ChatMultipleFilled,
  ChatMultipleRegular,
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
  ClockFilled,
  ClockRegular,
  DataBarVerticalFilled,
  DataBarVerticalRegular,
  DatabaseFilled,
  DatabaseRegular,
  DataPieFilled,
  DataPieRegular,
  DocumentArrowUpFilled,
  DocumentArrowUpRegular,
  GridFilled,
  GridRegular,
  HatGraduationFilled,
  HatGraduationRegular,
  HistoryFilled,
  HistoryRegular,
  HomeFilled,
  HomeRegular,
  MailInboxFilled,
  MailInboxRegular,
  MegaphoneFilled,
  MegaphoneRegular,
  OrganizationFilled,
  OrganizationRegular,
  PaymentFilled,
  PaymentRegular,
  PeopleFilled,
  PeopleRegular,
  PeopleSwapFilled,
  PeopleSwapRegular,
  PersonAddFilled,
  PersonAddRegular,
  PersonArrowRightFilled,
  PersonArrowRightRegular,
  PersonSupportFilled,
  PersonSupportRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  QuestionCircleFilled,
  QuestionCircleRegular,
  ReceiptFilled,
  ReceiptRegular,
  ShieldCheckmarkFilled,
  ShieldCheckmarkRegular,
  TableFilled,
  TableRegular,
  TaskListLtrFilled,
  TaskListLtrRegular,
  WarningFilled,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import type { Ability } from '../../src/contract/roles.ts';
import type { MessageId } from '../messages/messages.ts';
import { PATHS } from '../paths.ts';
import type { Session } from './session.tsx';

export type NavigationGroup = 'mpn' | 'insights' | 'customers' | 'network' | 'account';

export interface NavigationEntry {
  readonly to:
    | typeof PATHS.overview
    | typeof PATHS.competencies
    | typeof PATHS.requirements
    | typeof PATHS.performanceReport
    | typeof PATHS.skillsReport
    | typeof PATHS.skillsMatrix
    | typeof PATHS.training
    | typeof PATHS.changes
    | typeof PATHS.chaseList
    | typeof PATHS.risk
    | typeof PATHS.plans
    | typeof PATHS.membership
    | typeof PATHS.networkView
    | typeof PATHS.networkRisk
    | typeof PATHS.companies
    | typeof PATHS.announcements
    | typeof PATHS.networkAudit
    | typeof PATHS.sources
    | typeof PATHS.accountMerges
    | typeof PATHS.catalogue
    | typeof PATHS.payments
    | typeof PATHS.calendar
    | typeof PATHS.dataSets
    | typeof PATHS.exemptions
    | typeof PATHS.sourceDelays
    | typeof PATHS.users
    | typeof PATHS.addUser
    | typeof PATHS.outbox
    | typeof PATHS.businessProfile
    | typeof PATHS.referrals
    | typeof PATHS.imports
    | typeof PATHS.cases
    | typeof PATHS.help;
  readonly label: MessageId;
  readonly icon: ComponentType<{ filled?: boolean; fontSize?: number }>;
  /** Any of these opens it. */
  readonly abilities: readonly Ability[];
  readonly group: NavigationGroup | null;
  /** Only for companies that are or were in PMC. */
  readonly pmc?: true;
  /** Only where mails are captured to be read. */
  readonly outbox?: true;
}

const ENTRIES: readonly NavigationEntry[] = [
  {
    to: PATHS.overview,
    label: 'nav.overview',
    icon: bundleIcon(HomeFilled, HomeRegular),
    abilities: ['overview'],
    group: null,
  },
  {
    to: PATHS.competencies,
    label: 'nav.competencies',
    icon: bundleIcon(CertificateFilled, CertificateRegular),
    abilities: ['competencies'],
    group: 'mpn',
  },
  {
    to: PATHS.requirements,
    label: 'nav.requirements',
    icon: bundleIcon(ClipboardTaskListLtrFilled, ClipboardTaskListLtrRegular),
    abilities: ['requirements'],
    group: 'mpn',
  },
  {
    to: PATHS.risk,
    label: 'nav.risk',
    icon: bundleIcon(WarningFilled, WarningRegular),
    abilities: ['competencies'],
    group: 'mpn',
  },
  {
    to: PATHS.plans,
    label: 'plans.title',
    icon: bundleIcon(TaskListLtrFilled, TaskListLtrRegular),
    abilities: ['plans'],
    group: 'mpn',
  },
  {
    to: PATHS.membership,
    label: 'nav.membership',
    icon: bundleIcon(ReceiptFilled, ReceiptRegular),
    abilities: ['memberships'],
    group: 'mpn',
  },
  {
    to: PATHS.calendar,
    label: 'calendar.title',
    icon: bundleIcon(CalendarLtrFilled, CalendarLtrRegular),
    abilities: ['competencies'],
    group: 'mpn',
  },
  {
    to: PATHS.chaseList,
    label: 'nav.chaseList',
    icon: bundleIcon(PersonArrowRightFilled, PersonArrowRightRegular),
    abilities: ['skills-report'],
    group: 'mpn',
    pmc: true,
  },
  {
    to: PATHS.performanceReport,
    label: 'performance.tab',
    icon: bundleIcon(DataBarVerticalFilled, DataBarVerticalRegular),
    abilities: ['skills-report'],
    group: 'insights',
  },
  {
    to: PATHS.skillsReport,
    label: 'nav.skillsReport',
    icon: bundleIcon(TableFilled, TableRegular),
    abilities: ['skills-report'],
    group: 'insights',
  },
  {
    to: PATHS.skillsMatrix,
    label: 'matrix.title',
    icon: bundleIcon(GridFilled, GridRegular),
    abilities: ['skills-report'],
    group: 'insights',
  },
  {
    to: PATHS.training,
    label: 'training.title',
    icon: bundleIcon(HatGraduationFilled, HatGraduationRegular),
    abilities: ['insights'],
    group: 'insights',
  },
  {
    to: PATHS.changes,
    label: 'changes.title',
    icon: bundleIcon(HistoryFilled, HistoryRegular),
    abilities: ['skills-report'],
    group: 'insights',
  },
  {
    to: PATHS.dataSets,
    label: 'dataSets.title',
    icon: bundleIcon(DatabaseFilled, DatabaseRegular),
    abilities: ['insights'],
    group: 'insights',
  },
  {
    to: PATHS.businessProfile,
    label: 'businessProfile.title',
    icon: bundleIcon(BuildingShopFilled, BuildingShopRegular),
    abilities: ['business-profile', 'suspend-profile'],
    group: 'customers',
  },
  {
    to: PATHS.referrals,
    label: 'referrals.title',
    icon: bundleIcon(ChatMultipleFilled, ChatMultipleRegular),
    abilities: ['referrals'],
    group: 'customers',
  },
  {
    to: PATHS.networkView,
    label: 'networkView.title',
    icon: bundleIcon(DataPieFilled, DataPieRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.networkRisk,
    label: 'networkRisk.title',
    icon: bundleIcon(OrganizationFilled, OrganizationRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.companies,
    label: 'companies.title',
    icon: bundleIcon(BuildingMultipleFilled, BuildingMultipleRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.announcements,
    label: 'announcements.title',
    icon: bundleIcon(MegaphoneFilled, MegaphoneRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.networkAudit,
    label: 'networkAudit.title',
    icon: bundleIcon(HistoryFilled, HistoryRegular),
    abilities: ['run-network'],
    group: 'network',
  },
  {
    to: PATHS.sources,
    label: 'sources.title',
    icon: bundleIcon(PlugConnectedFilled, PlugConnectedRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.accountMerges,
    label: 'merges.title',
    icon: bundleIcon(PeopleSwapFilled, PeopleSwapRegular),
    abilities: ['merge-accounts'],
    group: 'network',
  },
  {
    to: PATHS.catalogue,
    label: 'catalogue.title',
    icon: bundleIcon(BookFilled, BookRegular),
    abilities: ['catalogue'],
    group: 'network',
  },
  {
    to: PATHS.payments,
    label: 'nav.payments',
    icon: bundleIcon(PaymentFilled, PaymentRegular),
    abilities: ['confirm-payments'],
    group: 'network',
  },
  {
    to: PATHS.exemptions,
    label: 'exemptions.title',
    icon: bundleIcon(ShieldCheckmarkFilled, ShieldCheckmarkRegular),
    abilities: ['give-exemptions'],
    group: 'network',
  },
  {
    to: PATHS.sourceDelays,
    label: 'sourceDelays.title',
    icon: bundleIcon(ClockFilled, ClockRegular),
    abilities: ['network'],
    group: 'network',
  },
  {
    to: PATHS.users,
    label: 'nav.users',
    icon: bundleIcon(PeopleFilled, PeopleRegular),
    abilities: ['users'],
    group: 'account',
  },
  {
    to: PATHS.addUser,
    label: 'people.add',
    icon: bundleIcon(PersonAddFilled, PersonAddRegular),
    abilities: ['manage-users'],
    group: 'account',
  },
  {
    to: PATHS.outbox,
    label: 'outbox.title',
    icon: bundleIcon(MailInboxFilled, MailInboxRegular),
    abilities: ['manage-users'],
    group: 'account',
    outbox: true,
  },
  {
    to: PATHS.imports,
    label: 'nav.imports',
    icon: bundleIcon(DocumentArrowUpFilled, DocumentArrowUpRegular),
    abilities: ['import-users', 'import-skills', 'import-metrics'],
    group: null,
  },
  {
    to: PATHS.cases,
    label: 'cases.title',
    icon: bundleIcon(PersonSupportFilled, PersonSupportRegular),
    abilities: ['cases', 'handle-cases'],
    group: null,
  },
  {
    to: PATHS.help,
    label: 'nav.help',
    icon: bundleIcon(QuestionCircleFilled, QuestionCircleRegular),
    abilities: ['own-profile'],
    group: null,
  },
];

export function navigationFor(session: Session): readonly NavigationEntry[] {
  const native = session.partner?.origin === 'native';
  return ENTRIES.filter(
    ({ abilities, pmc, outbox }) =>
      abilities.some((ability) => session.can(ability)) &&
      !(native && pmc === true) &&
      (session.me.outbox || outbox !== true),
  );
}
