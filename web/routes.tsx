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
import { problemStatus } from './api/problem-error.ts';
import { meQuery } from './api/queries.ts';
import { ErrorView, NotFoundView } from './components/ErrorView.tsx';
import { Shell } from './components/Shell.tsx';
import { parseUrlState, printUrlState, type UrlState } from './components/url-state.ts';
import { PATHS } from './paths.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

function Failure({ error, reset }: ErrorComponentProps) {
  return <ErrorView error={error} onRetry={reset} />;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): UrlState => search as UrlState,
  // The day and the company stay while the reader walks from page to page.
  search: { middlewares: [retainSearchParams(['asOf', 'knownAt', 'partner'])] },
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

/** Every page below needs a session; without one the reader signs in and comes back. */
const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (problemStatus(error) !== 401) throw error;
      const returnTo = location.href === PATHS.overview ? undefined : location.href;
      throw redirect({ to: PATHS.signIn, search: { returnTo } });
    }
  },
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
const skillsReport = createRoute({
  getParentRoute: () => app,
  path: PATHS.skillsReport,
  component: lazyRouteComponent(
    () => import('./pages/skills-report/SkillsReportPage.tsx'),
    'SkillsReportPage',
  ),
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

const tree = root.addChildren([
  signIn,
  signedOut,
  welcome,
  app.addChildren([competencies, competency, skillsReport, help, helpTopic]),
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
