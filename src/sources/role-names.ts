import { foldText } from './fold-text.ts';

/** Roles inside a company. The roles of the network side are not given by a company's file. */
export type PartnerRole =
  | 'partner-admin'
  | 'global-admin'
  | 'account-admin'
  | 'user-admin'
  | 'executive-report-viewer'
  | 'report-viewer';

export type NamedRole =
  | { readonly kind: 'role'; readonly role: PartnerRole }
  | { readonly kind: 'rejected'; readonly reason: 'unknown-role' | 'role-not-allowed' };

/** Names seen in the original system's screens and pages, in both languages; « visionneuse » is its own word. */
const ROLE_NAMES: Readonly<Record<PartnerRole, readonly string[]>> = {
  'partner-admin': [
    'partner-admin',
    'MPN partner admin',
    'MPN partner administrator',
    'Partner administrator',
    'MPN admin',
    'Administrateur partenaire MPN',
    'Administrateur du partenaire MPN',
    'Administrateur partenaire',
    'Administrateur MPN',
  ],
  'global-admin': ['global-admin', 'Global administrator', 'Administrateur général', 'Administrateur global'],
  'account-admin': [
    'account-admin',
    'Account administrator',
    'Administrateur de compte',
    'Administrateur de comptes',
    'Administrateur des comptes',
    'Administrateur du compte',
  ],
  'user-admin': [
    'user-admin',
    'User administrator',
    'User management admin',
    'User management administrator',
    'Administrateur des utilisateurs',
    "Administrateur d'utilisateurs",
    'Administrateur de la gestion des utilisateurs',
    'Administrateur de gestion des utilisateurs',
  ],
  'executive-report-viewer': [
    'executive-report-viewer',
    'Lecteur de rapports exécutifs',
    'Lecteur des rapports exécutifs',
    'Lecteur de rapports de la direction',
    'Visionneuse de rapports de la direction',
    'Visionneuse de rapports exécutifs',
  ],
  'report-viewer': [
    'report-viewer',
    'Lecteur de rapports',
    'Lecteur des rapports',
    'Visionneuse de rapports',
  ],
};

const NETWORK_ROLES = new Set(
  ['programme-operator', 'programme-support', 'Opérateur du programme', 'Support du programme'].map(foldText),
);

const ROLE_BY_NAME = new Map<string, PartnerRole>(
  Object.entries(ROLE_NAMES).flatMap(([role, names]) =>
    names.map((name): [string, PartnerRole] => [foldText(name), role as PartnerRole]),
  ),
);

export function roleByName(name: string): NamedRole {
  const folded = foldText(name);
  const role = ROLE_BY_NAME.get(folded);
  if (role !== undefined) return { kind: 'role', role };
  return { kind: 'rejected', reason: NETWORK_ROLES.has(folded) ? 'role-not-allowed' : 'unknown-role' };
}
