import { PATHS } from '../paths.ts';
import type { PageId } from './page-topics.ts';

/** Where a link of the help to a page leads; one competency, one line of a report and one plan are reached from the list of all. */
const PAGE_PATHS = {
  overview: PATHS.overview,
  competencies: PATHS.competencies,
  competency: PATHS.competencies,
  requirements: PATHS.requirements,
  'skills-report': PATHS.skillsReport,
  'performance-report': PATHS.performanceReport,
  'performance-line': PATHS.performanceReport,
  'skills-matrix': PATHS.skillsMatrix,
  training: PATHS.training,
  changes: PATHS.changes,
  'chase-list': PATHS.chaseList,
  risk: PATHS.risk,
  'network-risk': PATHS.networkRisk,
  'account-merges': PATHS.accountMerges,
  cases: PATHS.cases,
  'new-case': PATHS.newCase,
  case: PATHS.cases,
  plans: PATHS.plans,
  planner: PATHS.planner,
  'plan-scenarios': PATHS.planScenarios,
  'plan-candidates': PATHS.planCandidates,
  plan: PATHS.plans,
  membership: PATHS.membership,
  benefits: PATHS.benefits,
  payments: PATHS.payments,
  calendar: PATHS.calendar,
  'data-sets': PATHS.dataSets,
  'data-feed': PATHS.dataFeed,
  'scheduled-reports': PATHS.scheduledReports,
  exemptions: PATHS.exemptions,
  users: PATHS.users,
  departures: PATHS.departures,
  'users-report': PATHS.usersReport,
  roles: PATHS.roles,
  outbox: PATHS.outbox,
  'add-user': PATHS.addUser,
  'add-users': PATHS.addUsers,
  'sign-in-settings': PATHS.signInSettings,
  provisioning: PATHS.provisioning,
  'business-profile': PATHS.businessProfile,
  referrals: PATHS.referrals,
  imports: PATHS.imports,
  notices: PATHS.notices,
  'notice-settings': PATHS.noticeSettings,
  profile: PATHS.profile,
  associate: PATHS.associate,
  security: PATHS.security,
  'sign-in': PATHS.signIn,
  search: PATHS.search,
} as const satisfies Readonly<Record<PageId, string>>;

/** The address a target of a help text leads to: `topic#anchor`, `topic` or `page:<page id>`. */
export function addressOf(target: string): string {
  const page = /^page:(.+)$/.exec(target)?.[1];
  if (page === undefined) return `${PATHS.help}/${target}`;
  return (PAGE_PATHS as Readonly<Record<string, string>>)[page] ?? PATHS.help;
}
