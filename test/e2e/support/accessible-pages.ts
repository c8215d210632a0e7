/** The pages whose accessibility is tested, and the visitors who look at them in one running program. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { accessibilityViolations, type RulesLeftOut } from './accessibility.ts';
import { browserAndJalon } from './browser-and-jalon.ts';
import type { RunningJalon } from './running-jalon.ts';
import { open, type Visitor, visit } from './visit.ts';

const ADMIN = 'partner-admin@contoso.example';
/** Of a company in two programmes. */
const BOTH = 'partner-admin@fabrikam.example';
/** Of a company in which each person misses a skill for another reason. */
const CAUSES = 'global-admin@tailspin.example';
const DESIGNATIONS = '?programme=solutions-partner';

/** A question to the planner, and what is supposed on the pages beside it. */
const PLANNED = '/plans/new?targets=data-platform~gold&survive=1&budget=5000';
const RETIRES = '{"kind":"skill-retires","skill":"exam:70-764","on":"2026-12-01"}';
const CANDIDATE = '{"name":"","skills":["exam:70-764"]}';

/** Every page, seen by somebody who has something to see there. */
export const PAGES: readonly (readonly [string, Visitor])[] = [
  ['/', { as: ADMIN }],
  ['/competencies', { as: ADMIN }],
  ['/competencies/data-platform', { as: ADMIN }],
  ['/competencies/cloud-platform', { as: ADMIN }],
  ['/competencies/requirements', { as: ADMIN }],
  [`/${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies/infrastructure${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies/data-ai${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies/security${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies/specialization-analytics${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies/requirements${DESIGNATIONS}`, { as: BOTH }],
  [`/competencies${DESIGNATIONS}`, { as: ADMIN }],
  ['/competencies/report/performance', { as: ADMIN }],
  ['/competencies/report/performance/data-analytics/power-bi.power_bi_deployed_seats', { as: ADMIN }],
  ['/competencies/report/performance/data-platform/nothing', { as: ADMIN }],
  ['/competencies/report/performance', { as: 'report-viewer@contoso.example' }],
  ['/competencies/report/user-skills', { as: ADMIN }],
  ['/competencies/report/user-skills?all=yes&asOf=2018-06-01', { as: ADMIN }],
  ['/users', { as: ADMIN }],
  ['/users/report', { as: ADMIN }],
  ['/users/departures', { as: ADMIN }],
  ['/diagnosis', { as: ADMIN }],
  ['/diagnosis', { as: 'partner-admin@northwind.example' }],
  ['/diagnosis', { as: 'zoe@contoso.example' }],
  ['/diagnosis', { as: CAUSES }],
  ['/diagnosis', { as: 'ines.faure@tailspin.example' }],
  ['/diagnosis?skill=exam:70-764', { as: 'claire@contoso.example' }],
  ['/help/troubleshooting', { as: ADMIN }],
  ['/source-delays', { as: 'programme-operator@contoso.example' }],
  ['/source-delays', { as: 'programme-support@contoso.example' }],
  ['/competencies/skills-matrix', { as: ADMIN }],
  ['/competencies/skills-matrix?competency=data-platform&everyone=true&allSkills=true', { as: ADMIN }],
  ['/competencies/skills-matrix', { as: 'partner-admin@northwind.example' }],
  ['/training?from=2017-01&to=2026-11', { as: ADMIN }],
  ['/training?from=2017-01&to=2026-11&view=completions', { as: 'report-viewer@contoso.example' }],
  ['/training', { as: 'partner-admin@northwind.example' }],
  ['/changes?since=2024-01-15', { as: ADMIN }],
  ['/changes?since=2024-01-15&tab=skills', { as: ADMIN }],
  ['/chase-list', { as: ADMIN }],
  ['/cases', { as: ADMIN }],
  ['/cases', { as: 'programme-support@contoso.example' }],
  ['/cases/new', { as: ADMIN }],
  ['/cases/new?kind=merge', { as: 'zoe@contoso.example' }],
  ['/account-merges', { as: 'programme-support@contoso.example' }],
  ['/risk', { as: ADMIN }],
  ['/risk', { as: 'partner-admin@northwind.example' }],
  ['/plans', { as: ADMIN }],
  ['/plans/new', { as: ADMIN }],
  [PLANNED, { as: ADMIN }],
  ['/plans/new?targets=data-platform~gold&budget=0', { as: ADMIN }],
  ['/plans/new', { as: 'executive-report-viewer@contoso.example' }],
  [`/plans/what-if?scenarios=[{"name":"","changes":[${RETIRES}]}]`, { as: ADMIN }],
  [`/plans/candidates?targets=data-platform~gold&candidates=[${CANDIDATE}]`, { as: ADMIN }],
  ['/help/plan-training', { as: ADMIN }],
  ['/notices', { as: ADMIN }],
  ['/notices?show=tasks', { as: ADMIN }],
  ['/notices/settings', { as: ADMIN }],
  ['/unsubscribe?token=x', {}],
  ['/membership', { as: ADMIN }],
  ['/membership', { as: 'partner-admin@northwind.example' }],
  ['/membership/benefits', { as: ADMIN }],
  ['/payments', { as: 'programme-operator@contoso.example' }],
  ['/network', { as: 'programme-operator@contoso.example' }],
  ['/network', { as: ADMIN }],
  [
    '/network/counted?programme=microsoft-competencies&list=level&competency=data-platform&level=silver&state=active',
    { as: 'programme-operator@contoso.example' },
  ],
  ['/network-risk', { as: 'programme-operator@contoso.example' }],
  ['/catalogue', { as: 'programme-operator@contoso.example' }],
  ['/catalogue/microsoft-learn?programme=solutions-partner', { as: 'programme-operator@contoso.example' }],
  ['/catalogue/drafts/00000000-0000-4000-8000-000000000000', { as: 'programme-operator@contoso.example' }],
  ['/network-risk', { as: ADMIN }],
  ['/network/companies', { as: 'programme-operator@contoso.example' }],
  ['/network/companies?show=requests', { as: 'programme-operator@contoso.example' }],
  ['/network/announcements', { as: 'programme-operator@contoso.example' }],
  ['/network/audit', { as: 'programme-operator@contoso.example' }],
  ['/network/companies/merge', { as: 'programme-operator@contoso.example' }],
  ['/network/companies/merge?from=northwind&into=contoso', { as: 'programme-operator@contoso.example' }],
  ['/network/audit?actor=nobody', { as: 'programme-operator@contoso.example' }],
  ['/join', {}],
  ['/company/join', { as: ADMIN }],
  ['/network/sources', { as: 'programme-operator@contoso.example' }],
  ['/network/sources', { as: ADMIN }],
  ['/network/sources/microsoft-learning', { as: 'programme-operator@contoso.example' }],
  ['/network/unmatched-records', { as: 'programme-operator@contoso.example' }],
  ['/calendar', { as: ADMIN }],
  ['/calendar?kind=level-lost', { as: 'report-viewer@contoso.example' }],
  ['/calendar', { as: 'claire@contoso.example' }],
  ['/data-sets', { as: ADMIN }],
  ['/data-sets?set=CompetencyPeformanceRequirement', { as: 'report-viewer@contoso.example' }],
  ['/data-sets/feed', { as: ADMIN }],
  ['/data-sets/scheduled', { as: ADMIN }],
  ['/data-sets', { as: 'account-admin@contoso.example' }],
  ['/help/data-sets', { as: ADMIN }],
  ['/exemptions', { as: 'programme-operator@contoso.example' }],
  ['/exemptions', { as: ADMIN }],
  ['/help/achievement-override', { as: ADMIN }],
  ['/help/upgrade-membership', { as: ADMIN }],
  ['/help/maintain-membership', { as: ADMIN }],
  ['/changes?tab=skills', { as: 'partner-admin@northwind.example' }],
  ['/chase-list', { as: 'partner-admin@northwind.example' }],
  ['/outbox', { as: 'global-admin@contoso.example' }],
  ['/help/pmc-users', { as: ADMIN }],
  ['/users/roles', { as: ADMIN }],
  ['/users/add', { as: 'global-admin@contoso.example' }],
  ['/users/add-many', { as: 'user-admin@contoso.example' }],
  ['/users/sign-in', { as: 'global-admin@contoso.example' }],
  ['/users/provisioning', { as: 'global-admin@contoso.example' }],
  ['/help/users', { as: ADMIN }],
  ['/business-profile', { as: ADMIN }],
  ['/business-profile', { as: 'partner-admin@northwind.example' }],
  ['/business-profile', { as: 'report-viewer@contoso.example' }],
  ['/referrals', { as: ADMIN }],
  ['/referrals', { as: 'partner-admin@northwind.example' }],
  ['/referrals', { as: 'report-viewer@contoso.example' }],
  ['/p/contoso-conseil', {}],
  ['/p/contoso-conseil', { as: ADMIN }],
  ['/p/nobody', {}],
  ['/partners', {}],
  ['/partners?q=nobody', {}],
  ['/verify', {}],
  ['/verify?credential=/p/contoso-conseil/credentials/microsoft-competencies/data-platform', {}],
  ['/verify?credential=nonsense', {}],
  ['/help/referrals', { as: ADMIN }],
  ['/imports', { as: ADMIN }],
  ['/profile', { as: 'claire@contoso.example' }],
  ['/profile/associate', { as: 'claire@contoso.example' }],
  ['/search?q=sql', { as: ADMIN }],
  ['/help', { as: ADMIN }],
  ['/help/skills-report', { as: ADMIN }],
  ['/help/attainment-paths', { as: ADMIN }],
  ['/no-such-page', { as: ADMIN }],
  ['/profile/security', { as: 'claire@contoso.example' }],
  ['/sign-in', {}],
  ['/sign-in?problem=email-taken', {}],
  ['/signed-out', {}],
  ['/forgotten-password', {}],
  ['/competencies/report/user-skills', { as: 'partner-admin@northwind.example' }],
  ['/', { as: 'partner-admin@northwind.example' }],
  ['/competencies/report/user-skills', { as: 'report-viewer@contoso.example' }],
  ['/', { as: 'programme-operator@contoso.example' }],
];

export const PHONE_PAGES: readonly (readonly [string, string])[] = [
  ['/business-profile', ADMIN],
  ['/referrals', ADMIN],
  ['/calendar', ADMIN],
  ['/p/contoso-conseil', ADMIN],
  ['/partners', ADMIN],
  ['/verify', ADMIN],
  ['/', ADMIN],
  ['/competencies/data-platform', ADMIN],
  ['/competencies/report/performance', ADMIN],
  ['/competencies/report/performance/data-analytics/power-bi.power_bi_deployed_seats', ADMIN],
  ['/competencies/report/user-skills', ADMIN],
  ['/competencies/skills-matrix', ADMIN],
  ['/plans', ADMIN],
  [PLANNED, ADMIN],
  ['/plans/what-if?scenarios=[{"name":"","changes":[]}]', ADMIN],
  ['/training?from=2017-01&to=2026-11', ADMIN],
  ['/users', ADMIN],
  ['/users/report', ADMIN],
  ['/diagnosis', CAUSES],
  ['/diagnosis', 'ines.faure@tailspin.example'],
  ['/cases', ADMIN],
  ['/cases/new?kind=missing-skill&skill=70-764', 'denis.arnaud@tailspin.example'],
  ['/chase-list', ADMIN],
  ['/imports', ADMIN],
  [`/competencies${DESIGNATIONS}`, BOTH],
  [`/competencies/data-ai${DESIGNATIONS}`, BOTH],
];

/** Opens the program for the tests of a file; each visitor signs in once, for all pages he or she looks at. */
export function accessibilitySuite(): {
  violationsOf(path: string, visitor: Visitor, leftOut?: RulesLeftOut): Promise<string[]>;
} {
  let browser: Browser;
  let jalon: RunningJalon;
  beforeAll(async () => {
    [browser, jalon] = await browserAndJalon();
  });
  afterAll(async () => {
    await browser?.close();
    await jalon?.stop();
  });

  // Every address is loaded anew in the page of its visitor; a page of its own would compile the program anew too.
  const visitors = new Map<string, Promise<Page>>();
  const pageOf = (visitor: Visitor): Promise<Page> => {
    const key = JSON.stringify(visitor);
    const known = visitors.get(key) ?? visit(browser, jalon, visitor);
    visitors.set(key, known);
    return known;
  };

  return {
    async violationsOf(path, visitor, leftOut = []) {
      const page = await pageOf(visitor);
      await open(page, path);
      return accessibilityViolations(page, leftOut);
    },
  };
}
