/** Roles of a partner's users and of the network, and what each may do. Every route names one ability. */

export const PARTNER_ROLES = [
  'partner-admin',
  'global-admin',
  'account-admin',
  'user-admin',
  'executive-report-viewer',
  'report-viewer',
] as const;

const NETWORK_ROLES = ['programme-operator', 'programme-support'] as const;

export const ROLES = [...PARTNER_ROLES, ...NETWORK_ROLES] as const;

export type PartnerRole = (typeof PARTNER_ROLES)[number];
export type NetworkRole = (typeof NETWORK_ROLES)[number];
export type Role = (typeof ROLES)[number];

export type Ability =
  | 'own-profile'
  | 'requirements'
  | 'overview'
  | 'competencies'
  | 'skills-report'
  /** Data sets, the feed of them and regular reports; names only with `personal-data`. */
  | 'insights'
  | 'personal-data'
  | 'users'
  | 'manage-users'
  /** Plans of training, with the people in them and what has become of it. */
  | 'plans'
  /** Makes plans, and has people carry them out. */
  | 'make-plans'
  /** Asks people by e-mail to associate their learning accounts. */
  | 'remind'
  /** Asks people by e-mail to check what is listed as their skills. */
  | 'ask-checks'
  | 'company-settings'
  | 'import-users'
  | 'import-skills'
  | 'import-metrics'
  | 'audit'
  /** What the company holds, may buy and has ordered. */
  | 'memberships'
  | 'buy-memberships'
  /** Says that a transfer has arrived. */
  | 'confirm-payments'
  /** What customers see of the company, and whether they see it. */
  | 'business-profile'
  /** Enquiries of customers, with who wrote them. */
  | 'referrals'
  /** Keeps a business profile from being shown, and lets it be shown again. */
  | 'suspend-profile'
  /** Lets a company hold a level for a time whatever its requirements say; support as long as the policy says. */
  | 'give-exemptions'
  /** The same for as long as is needed. */
  | 'give-lasting-exemptions'
  /** Chooses who is told of the company's affairs, and how. */
  | 'notice-settings'
  /** Says how late a source tells of what has happened. */
  | 'source-settings'
  /** Has learning accounts of one person read as one, and tells them apart again. */
  | 'merge-accounts'
  /** Opens cases with support for the company, and follows them. */
  | 'cases'
  /** Answers cases of all companies. */
  | 'handle-cases'
  | 'network'
  /** Runs the network: its companies, what comes from its sources, what all of them are told. */
  | 'run-network'
  /** Of a source that has signed its delivery; no role holds it. */
  | 'deliver-records'
  /** Versions of the rules: drafts, rehearsals, what is in force. */
  | 'catalogue'
  | 'manage-directories'
  /** Of the token that a directory has; no role holds it. */
  | 'provisioning';

/**
 * The one place that says who may do what. `own-profile` and `requirements` belong to every signed-in user.
 * `personal-data` decides whether names and e-mails are shown or replaced by a stable opaque id.
 */
export const ABILITIES: Readonly<Record<Role, readonly Ability[]>> = {
  'partner-admin': [
    'overview',
    'cases',
    'competencies',
    'plans',
    'make-plans',
    'skills-report',
    'insights',
    'personal-data',
    'users',
    'remind',
    'ask-checks',
    'import-skills',
    'import-metrics',
    'audit',
    'memberships',
    'buy-memberships',
    'business-profile',
    'referrals',
    'notice-settings',
  ],
  'global-admin': [
    'overview',
    'cases',
    'competencies',
    'plans',
    'make-plans',
    'skills-report',
    'insights',
    'personal-data',
    'users',
    'manage-users',
    'remind',
    'ask-checks',
    'company-settings',
    'import-users',
    'import-skills',
    'import-metrics',
    'audit',
    'business-profile',
    'referrals',
    'memberships',
    'buy-memberships',
    'notice-settings',
  ],
  'account-admin': [
    'overview',
    'cases',
    'competencies',
    'users',
    'manage-users',
    'remind',
    'import-users',
    'memberships',
    'buy-memberships',
  ],
  'user-admin': ['users', 'manage-users', 'import-users'],
  'executive-report-viewer': ['overview', 'competencies', 'plans', 'insights', 'personal-data'],
  'report-viewer': ['overview', 'competencies', 'insights'],
  'programme-operator': [
    'network',
    'run-network',
    'source-settings',
    'merge-accounts',
    'catalogue',
    'handle-cases',
    'suspend-profile',
    'manage-directories',
    'overview',
    'competencies',
    'plans',
    'skills-report',
    'insights',
    'personal-data',
    'users',
    'import-skills',
    'import-metrics',
    'audit',
    'memberships',
    'confirm-payments',
    'give-exemptions',
    'give-lasting-exemptions',
  ],
  'programme-support': [
    'network',
    'merge-accounts',
    'handle-cases',
    'overview',
    'competencies',
    'plans',
    'skills-report',
    'insights',
    'personal-data',
    'users',
    'memberships',
    'give-exemptions',
  ],
};

export const EVERYONE: readonly Ability[] = ['own-profile', 'requirements'];

export function abilitiesOf(roles: readonly Role[]): ReadonlySet<Ability> {
  return new Set([...EVERYONE, ...roles.flatMap((role) => ABILITIES[role])]);
}

/** Roles that carry an ability, in the order in which they are shown ("Rôles appropriés"). */
export function rolesWith(ability: Ability): readonly Role[] {
  return ROLES.filter((role) => ABILITIES[role].includes(ability));
}
