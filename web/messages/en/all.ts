import type { fr } from '../fr/all.ts';
import { accountMerges } from './account-merges.ts';
import { announcements } from './announcements.ts';
import { assignments } from './assignments.ts';
import { association } from './association.ts';
import { businessProfile } from './business-profile.ts';
import { calendar } from './calendar.ts';
import { cases } from './cases.ts';
import { catalogue } from './catalogue.ts';
import { changes } from './changes.ts';
import { charts } from './charts.ts';
import { chaseList } from './chase-list.ts';
import { competencies } from './competencies.ts';
import { dataSets } from './data-sets.ts';
import { departures } from './departures.ts';
import { diagnosis } from './diagnosis.ts';
import { exemptions } from './exemptions.ts';
import { help } from './help.ts';
import { identityProviders } from './identity-providers.ts';
import { imports } from './imports.ts';
import { joining } from './joining.ts';
import { learnCatalogue } from './learn-catalogue.ts';
import { listChecks } from './list-checks.ts';
import { matrix } from './matrix.ts';
import { membership } from './membership.ts';
import { mergeCompanies } from './merge-companies.ts';
import { networkAudit } from './network-audit.ts';
import { networkRisk } from './network-risk.ts';
import { networkView } from './network-view.ts';
import { notices } from './notices.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { performance } from './performance.ts';
import { planStudies } from './plan-studies.ts';
import { plans } from './plans.ts';
import { programmes } from './programmes.ts';
import { provisioning } from './provisioning.ts';
import { referrals } from './referrals.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import { scores } from './scores.ts';
import { security } from './security.ts';
import { setUp } from './set-up.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';
import { training } from './training.ts';
import { users } from './users.ts';
import { usersReport } from './users-report.ts';

/** Typed by the French messages: a message missing here does not compile. */
export const en: Record<keyof typeof fr, string> = {
  ...scores,
  ...shell,
  ...overview,
  ...competencies,
  ...performance,
  ...programmes,
  ...report,
  ...users,
  ...outbox,
  ...diagnosis,
  ...listChecks,
  ...notices,
  ...calendar,
  ...changes,
  ...matrix,
  ...training,
  ...charts,
  ...chaseList,
  ...usersReport,
  ...payments,
  ...people,
  ...businessProfile,
  ...referrals,
  ...provisioning,
  ...identityProviders,
  ...imports,
  ...help,
  ...risk,
  ...plans,
  ...planStudies,
  ...assignments,
  ...networkRisk,
  ...networkView,
  ...learnCatalogue,
  ...sources,
  ...accountMerges,
  ...announcements,
  ...networkAudit,
  ...mergeCompanies,
  ...joining,
  ...catalogue,
  ...cases,
  ...membership,
  ...exemptions,
  ...departures,
  ...dataSets,
  ...setUp,
  ...security,
  ...association,
};
