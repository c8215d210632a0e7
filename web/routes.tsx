/**
 * Every address of the application. They stand in one long file because the types of all links and searches are derived
 * from this one tree, and because what is loaded with which page is seen at a glance.
 */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { isPageCodeFailure, reloadWhenReachable } from './api/page-code.ts';
import { problemStatus, UnreachableError } from './api/problem-error.ts';
import { meQuery } from './api/queries.ts';
import { ErrorView, NotFoundView } from './components/ErrorView.tsx';
import { NotFoundPage } from './components/NotFoundPage.tsx';
import { Shell } from './components/Shell.tsx';
import { parseUrlState, printUrlState, type UrlState } from './components/url-state.ts';
import { PATHS } from './paths.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

function Failure({ error, reset }: ErrorComponentProps) {
  if (isPageCodeFailure(error)) {
    return <ErrorView error={new UnreachableError(error)} onRetry={() => void reloadWhenReachable()} />;
  }
  return <ErrorView error={error} onRetry={reset} />;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): UrlState => search as UrlState,
  // The day, the programme and the company stay while the reader walks from page to page.
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt', 'programme', 'partner'])] },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: PATHS.signIn,
  component: lazyRouteComponent(() => import('./pages/sign-in/SignInPage.tsx'), 'SignInPage'),
});
const signedOut = createRoute({
  getParentRoute: () => root,
  path: PATHS.signedOut,
  component: lazyRouteComponent(() => import('./pages/sign-in/SignedOutPage.tsx'), 'SignedOutPage'),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: PATHS.welcome,
  component: lazyRouteComponent(() => import('./pages/sign-in/WelcomePage.tsx'), 'WelcomePage'),
});
const choosePassword = createRoute({
  getParentRoute: () => root,
  path: PATHS.choosePassword,
  component: lazyRouteComponent(() => import('./pages/sign-in/ChoosePasswordPage.tsx'), 'ChoosePasswordPage'),
});
const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: PATHS.forgottenPassword,
  component: lazyRouteComponent(
    () => import('./pages/sign-in/ForgottenPasswordPage.tsx'),
    'ForgottenPasswordPage',
  ),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: PATHS.setUp,
  component: lazyRouteComponent(() => import('./pages/set-up/SetUpPage.tsx'), 'SetUpPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: PATHS.join,
  component: lazyRouteComponent(() => import('./pages/join/JoinPage.tsx'), 'JoinPage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: PATHS.unsubscribe,
  component: lazyRouteComponent(() => import('./pages/notices/UnsubscribePage.tsx'), 'UnsubscribePage'),
});

/** Every page below needs a session; without one the reader signs in and comes back. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const returnTo = location.href === PATHS.overview ? undefined : location.href;
    try {
      const me = await context.queryClient.ensureQueryData(meQuery);
      if (!me.passwordChangeRequired) return;
    } catch (error) {
      if (problemStatus(error) !== 401) throw error;
      throw redirect({ to: PATHS.signIn, search: { returnTo } });
    }
    throw redirect({ to: PATHS.choosePassword, search: { returnTo } });
  },
});

const overview = createRoute({
  getParentRoute: () => app,
  path: PATHS.overview,
  // A learner without a role in the company starts with what is his or her own.
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me.abilities.includes('overview')) return;
    throw redirect({ to: me.abilities.includes('users') ? PATHS.users : PATHS.profile });
  },
  component: lazyRouteComponent(() => import('./pages/overview/OverviewPage.tsx'), 'OverviewPage'),
});
const competencies = createRoute({
  getParentRoute: () => app,
  path: PATHS.competencies,
  component: lazyRouteComponent(
    () => import('./pages/competencies/CompetenciesPage.tsx'),
    'CompetenciesPage',
  ),
});
const competency = createRoute({
  getParentRoute: () => app,
  path: PATHS.competency,
  component: lazyRouteComponent(() => import('./pages/competency/CompetencyPage.tsx'), 'CompetencyPage'),
});
const requirements = createRoute({
  getParentRoute: () => app,
  path: PATHS.requirements,
  component: lazyRouteComponent(
    () => import('./pages/requirements/RequirementsPage.tsx'),
    'RequirementsPage',
  ),
});
const skillsReport = createRoute({
  getParentRoute: () => app,
  path: PATHS.skillsReport,
  component: lazyRouteComponent(
    () => import('./pages/skills-report/SkillsReportPage.tsx'),
    'SkillsReportPage',
  ),
});
const performanceReport = createRoute({
  getParentRoute: () => app,
  path: PATHS.performanceReport,
  component: lazyRouteComponent(
    () => import('./pages/performance-report/PerformanceReportPage.tsx'),
    'PerformanceReportPage',
  ),
});
const performanceLine = createRoute({
  getParentRoute: () => app,
  path: PATHS.performanceLine,
  component: lazyRouteComponent(
    () => import('./pages/performance-report/PerformanceLinePage.tsx'),
    'PerformanceLinePage',
  ),
});
const skillsMatrix = createRoute({
  getParentRoute: () => app,
  path: PATHS.skillsMatrix,
  component: lazyRouteComponent(
    () => import('./pages/skills-matrix/SkillsMatrixPage.tsx'),
    'SkillsMatrixPage',
  ),
});
const training = createRoute({
  getParentRoute: () => app,
  path: PATHS.training,
  component: lazyRouteComponent(() => import('./pages/training/TrainingPage.tsx'), 'TrainingPage'),
});
const changes = createRoute({
  getParentRoute: () => app,
  path: PATHS.changes,
  component: lazyRouteComponent(() => import('./pages/changes/ChangesPage.tsx'), 'ChangesPage'),
});

const chaseList = createRoute({
  getParentRoute: () => app,
  path: PATHS.chaseList,
  component: lazyRouteComponent(() => import('./pages/chase-list/ChaseListPage.tsx'), 'ChaseListPage'),
});
const risk = createRoute({
  getParentRoute: () => app,
  path: PATHS.risk,
  component: lazyRouteComponent(() => import('./pages/risk/RiskPage.tsx'), 'RiskPage'),
});
const mergeCompanies = createRoute({
  getParentRoute: () => app,
  path: PATHS.mergeCompanies,
  component: lazyRouteComponent(
    () => import('./pages/merge-companies/MergeCompaniesPage.tsx'),
    'MergeCompaniesPage',
  ),
});
const networkAudit = createRoute({
  getParentRoute: () => app,
  path: PATHS.networkAudit,
  component: lazyRouteComponent(
    () => import('./pages/network-audit/NetworkAuditPage.tsx'),
    'NetworkAuditPage',
  ),
});
const companies = createRoute({
  getParentRoute: () => app,
  path: PATHS.companies,
  component: lazyRouteComponent(() => import('./pages/companies/CompaniesPage.tsx'), 'CompaniesPage'),
});
const announcements = createRoute({
  getParentRoute: () => app,
  path: PATHS.announcements,
  component: lazyRouteComponent(
    () => import('./pages/announcements/AnnouncementsPage.tsx'),
    'AnnouncementsPage',
  ),
});
const ownJoin = createRoute({
  getParentRoute: () => app,
  path: PATHS.ownJoin,
  component: lazyRouteComponent(() => import('./pages/join/OwnJoinPage.tsx'), 'OwnJoinPage'),
});
const sources = createRoute({
  getParentRoute: () => app,
  path: PATHS.sources,
  component: lazyRouteComponent(() => import('./pages/sources/SourcesPage.tsx'), 'SourcesPage'),
});
const source = createRoute({
  getParentRoute: () => app,
  path: PATHS.source,
  component: lazyRouteComponent(() => import('./pages/sources/SourcePage.tsx'), 'SourcePage'),
});
const unmatched = createRoute({
  getParentRoute: () => app,
  path: PATHS.unmatched,
  component: lazyRouteComponent(() => import('./pages/sources/UnmatchedPage.tsx'), 'UnmatchedPage'),
});
const networkView = createRoute({
  getParentRoute: () => app,
  path: PATHS.networkView,
  component: lazyRouteComponent(() => import('./pages/network-view/NetworkViewPage.tsx'), 'NetworkViewPage'),
});
const networkCompanies = createRoute({
  getParentRoute: () => app,
  path: PATHS.networkCompanies,
  component: lazyRouteComponent(
    () => import('./pages/network-view/NetworkCompaniesPage.tsx'),
    'NetworkCompaniesPage',
  ),
});
const networkRisk = createRoute({
  getParentRoute: () => app,
  path: PATHS.networkRisk,
  component: lazyRouteComponent(() => import('./pages/network-risk/NetworkRiskPage.tsx'), 'NetworkRiskPage'),
});
const accountMerges = createRoute({
  getParentRoute: () => app,
  path: PATHS.accountMerges,
  component: lazyRouteComponent(
    () => import('./pages/account-merges/AccountMergesPage.tsx'),
    'AccountMergesPage',
  ),
});
const learnCatalogue = createRoute({
  getParentRoute: () => app,
  path: PATHS.learnCatalogue,
  component: lazyRouteComponent(() => import('./pages/catalogue/LearnPage.tsx'), 'LearnPage'),
});
const catalogue = createRoute({
  getParentRoute: () => app,
  path: PATHS.catalogue,
  component: lazyRouteComponent(() => import('./pages/catalogue/CataloguePage.tsx'), 'CataloguePage'),
});
const catalogueDraft = createRoute({
  getParentRoute: () => app,
  path: PATHS.catalogueDraft,
  component: lazyRouteComponent(() => import('./pages/catalogue/DraftPage.tsx'), 'DraftPage'),
});
const cases = createRoute({
  getParentRoute: () => app,
  path: PATHS.cases,
  component: lazyRouteComponent(() => import('./pages/cases/CasesPage.tsx'), 'CasesPage'),
});
const newCase = createRoute({
  getParentRoute: () => app,
  path: PATHS.newCase,
  component: lazyRouteComponent(() => import('./pages/cases/NewCasePage.tsx'), 'NewCasePage'),
});
const oneCase = createRoute({
  getParentRoute: () => app,
  path: PATHS.case,
  component: lazyRouteComponent(() => import('./pages/cases/CasePage.tsx'), 'CasePage'),
});
const plans = createRoute({
  getParentRoute: () => app,
  path: PATHS.plans,
  component: lazyRouteComponent(() => import('./pages/plans/PlansPage.tsx'), 'PlansPage'),
});
const planner = createRoute({
  getParentRoute: () => app,
  path: PATHS.planner,
  component: lazyRouteComponent(() => import('./pages/plans/PlannerPage.tsx'), 'PlannerPage'),
});
const planScenarios = createRoute({
  getParentRoute: () => app,
  path: PATHS.planScenarios,
  component: lazyRouteComponent(() => import('./pages/plans/ScenariosPage.tsx'), 'ScenariosPage'),
});
const planCandidates = createRoute({
  getParentRoute: () => app,
  path: PATHS.planCandidates,
  component: lazyRouteComponent(() => import('./pages/plans/CandidatesPage.tsx'), 'CandidatesPage'),
});
const plan = createRoute({
  getParentRoute: () => app,
  path: PATHS.plan,
  component: lazyRouteComponent(() => import('./pages/plans/PlanPage.tsx'), 'PlanPage'),
});
const membership = createRoute({
  getParentRoute: () => app,
  path: PATHS.membership,
  component: lazyRouteComponent(() => import('./pages/membership/MembershipPage.tsx'), 'MembershipPage'),
});
const benefits = createRoute({
  getParentRoute: () => app,
  path: PATHS.benefits,
  component: lazyRouteComponent(() => import('./pages/membership/BenefitsPage.tsx'), 'BenefitsPage'),
});
const payments = createRoute({
  getParentRoute: () => app,
  path: PATHS.payments,
  component: lazyRouteComponent(
    () => import('./pages/payments/PendingPaymentsPage.tsx'),
    'PendingPaymentsPage',
  ),
});
const calendar = createRoute({
  getParentRoute: () => app,
  path: PATHS.calendar,
  component: lazyRouteComponent(() => import('./pages/calendar/CalendarPage.tsx'), 'CalendarPage'),
});
const dataSets = createRoute({
  getParentRoute: () => app,
  path: PATHS.dataSets,
  component: lazyRouteComponent(() => import('./pages/data-sets/DataSetsPage.tsx'), 'DataSetsPage'),
});
const dataFeed = createRoute({
  getParentRoute: () => app,
  path: PATHS.dataFeed,
  component: lazyRouteComponent(() => import('./pages/data-sets/FeedPage.tsx'), 'FeedPage'),
});
const scheduledReports = createRoute({
  getParentRoute: () => app,
  path: PATHS.scheduledReports,
  component: lazyRouteComponent(
    () => import('./pages/data-sets/ScheduledReportsPage.tsx'),
    'ScheduledReportsPage',
  ),
});
const exemptions = createRoute({
  getParentRoute: () => app,
  path: PATHS.exemptions,
  component: lazyRouteComponent(() => import('./pages/exemptions/ExemptionsPage.tsx'), 'ExemptionsPage'),
});
const users = createRoute({
  getParentRoute: () => app,
  path: PATHS.users,
  component: lazyRouteComponent(() => import('./pages/users/UsersPage.tsx'), 'UsersPage'),
});
const departures = createRoute({
  getParentRoute: () => app,
  path: PATHS.departures,
  component: lazyRouteComponent(() => import('./pages/departures/DeparturesPage.tsx'), 'DeparturesPage'),
});
const diagnosis = createRoute({
  getParentRoute: () => app,
  path: PATHS.diagnosis,
  component: lazyRouteComponent(() => import('./pages/diagnosis/DiagnosisPage.tsx'), 'DiagnosisPage'),
});
const sourceDelays = createRoute({
  getParentRoute: () => app,
  path: PATHS.sourceDelays,
  component: lazyRouteComponent(
    () => import('./pages/source-delays/SourceDelaysPage.tsx'),
    'SourceDelaysPage',
  ),
});
const usersReport = createRoute({
  getParentRoute: () => app,
  path: PATHS.usersReport,
  component: lazyRouteComponent(() => import('./pages/users-report/UsersReportPage.tsx'), 'UsersReportPage'),
});
const outbox = createRoute({
  getParentRoute: () => app,
  path: PATHS.outbox,
  component: lazyRouteComponent(() => import('./pages/outbox/OutboxPage.tsx'), 'OutboxPage'),
});
const roles = createRoute({
  getParentRoute: () => app,
  path: PATHS.roles,
  component: lazyRouteComponent(() => import('./pages/users/RolesPage.tsx'), 'RolesPage'),
});
const addUser = createRoute({
  getParentRoute: () => app,
  path: PATHS.addUser,
  component: lazyRouteComponent(() => import('./pages/users/AddUserPage.tsx'), 'AddUserPage'),
});
const addUsers = createRoute({
  getParentRoute: () => app,
  path: PATHS.addUsers,
  component: lazyRouteComponent(() => import('./pages/users/AddManyPage.tsx'), 'AddManyPage'),
});
const signInSettings = createRoute({
  getParentRoute: () => app,
  path: PATHS.signInSettings,
  component: lazyRouteComponent(() => import('./pages/users/SignInSettingsPage.tsx'), 'SignInSettingsPage'),
});
const provisioning = createRoute({
  getParentRoute: () => app,
  path: PATHS.provisioning,
  component: lazyRouteComponent(
    () => import('./pages/provisioning/ProvisioningPage.tsx'),
    'ProvisioningPage',
  ),
});
const businessProfile = createRoute({
  getParentRoute: () => app,
  path: PATHS.businessProfile,
  component: lazyRouteComponent(
    () => import('./pages/business-profile/BusinessProfilePage.tsx'),
    'BusinessProfilePage',
  ),
});
const referrals = createRoute({
  getParentRoute: () => app,
  path: PATHS.referrals,
  component: lazyRouteComponent(() => import('./pages/referrals/ReferralsPage.tsx'), 'ReferralsPage'),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: PATHS.imports,
  component: lazyRouteComponent(() => import('./pages/imports/ImportsPage.tsx'), 'ImportsPage'),
});
const importRun = createRoute({
  getParentRoute: () => app,
  path: PATHS.importRun,
  component: lazyRouteComponent(() => import('./pages/imports/ImportRunPage.tsx'), 'ImportRunPage'),
});
const notices = createRoute({
  getParentRoute: () => app,
  path: PATHS.notices,
  component: lazyRouteComponent(() => import('./pages/notices/NoticesPage.tsx'), 'NoticesPage'),
});
const noticeSettings = createRoute({
  getParentRoute: () => app,
  path: PATHS.noticeSettings,
  component: lazyRouteComponent(() => import('./pages/notices/NoticeSettingsPage.tsx'), 'NoticeSettingsPage'),
});
const profile = createRoute({
  getParentRoute: () => app,
  path: PATHS.profile,
  component: lazyRouteComponent(() => import('./pages/profile/ProfilePage.tsx'), 'ProfilePage'),
});
const security = createRoute({
  getParentRoute: () => app,
  path: PATHS.security,
  component: lazyRouteComponent(() => import('./pages/security/SecurityPage.tsx'), 'SecurityPage'),
});
const associate = createRoute({
  getParentRoute: () => app,
  path: PATHS.associate,
  component: lazyRouteComponent(() => import('./pages/associate/AssociatePage.tsx'), 'AssociatePage'),
});
const associateProof = createRoute({
  getParentRoute: () => app,
  path: PATHS.associateProof,
  component: lazyRouteComponent(
    () => import('./pages/associate/ConfirmAssociationPage.tsx'),
    'ConfirmAssociationPage',
  ),
});
const search = createRoute({
  getParentRoute: () => app,
  path: PATHS.search,
  component: lazyRouteComponent(() => import('./pages/search/SearchPage.tsx'), 'SearchPage'),
});
const help = createRoute({
  getParentRoute: () => app,
  path: PATHS.help,
  component: lazyRouteComponent(() => import('./pages/help/HelpHomePage.tsx'), 'HelpHomePage'),
});
const helpTopic = createRoute({
  getParentRoute: () => app,
  path: PATHS.helpTopic,
  component: lazyRouteComponent(() => import('./pages/help/HelpTopicPage.tsx'), 'HelpTopicPage'),
});

/** Any other address: told inside the frame, so that the menu stays at hand. */
const nowhere = createRoute({ getParentRoute: () => app, path: '$', component: NotFoundPage });

const tree = root.addChildren([
  signIn,
  signedOut,
  welcome,
  choosePassword,
  forgottenPassword,
  setUp,
  unsubscribe,
  join,
  app.addChildren([
    overview,
    competencies,
    competency,
    requirements,
    skillsReport,
    performanceReport,
    performanceLine,
    skillsMatrix,
    training,
    changes,
    chaseList,
    risk,
    networkView,
    networkCompanies,
    networkRisk,
    companies,
    announcements,
    networkAudit,
    mergeCompanies,
    ownJoin,
    sources,
    source,
    unmatched,
    accountMerges,
    learnCatalogue,
    catalogue,
    catalogueDraft,
    cases,
    newCase,
    oneCase,
    plans,
    planner,
    planScenarios,
    planCandidates,
    plan,
    membership,
    benefits,
    payments,
    calendar,
    dataSets,
    dataFeed,
    scheduledReports,
    exemptions,
    users,
    departures,
    diagnosis,
    sourceDelays,
    usersReport,
    outbox,
    roles,
    addUser,
    addUsers,
    signInSettings,
    provisioning,
    businessProfile,
    referrals,
    imports,
    importRun,
    notices,
    noticeSettings,
    profile,
    security,
    associate,
    associateProof,
    search,
    help,
    helpTopic,
    nowhere,
  ]),
]);

export function createJalonRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    parseSearch: parseUrlState,
    stringifySearch: printUrlState,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    // The content scrolls, not the window: a new page starts at its top.
    scrollToTopSelectors: ['#content'],
    defaultNotFoundComponent: NotFoundView,
    defaultErrorComponent: Failure,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createJalonRouter>;
  }
}
