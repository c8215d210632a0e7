/** Names of states, kinds, providers and roles in both languages, shared by the pages and by the report files. */
import type { Locale } from '../common.ts';
import type { Role } from '../roles.ts';

export type Labels<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const USER_STATUS_LABELS: Labels<'active' | 'disabled' | 'left'> = {
  fr: { active: 'Actif', disabled: 'Désactivé', left: 'Parti' },
  en: { active: 'Active', disabled: 'Disabled', left: 'Left' },
};

export const SKILL_TYPE_LABELS: Labels<'exam' | 'certification' | 'assessment' | 'external' | 'credential'> =
  {
    fr: {
      exam: 'Examen',
      certification: 'Certification',
      assessment: 'Évaluation',
      external: 'Externe',
      credential: 'Titre',
    },
    en: {
      exam: 'Exam',
      certification: 'Certification',
      assessment: 'Assessment',
      external: 'External',
      credential: 'Credential',
    },
  };

export const PROVIDER_LABELS: Labels<
  | 'microsoft-learning'
  | 'partner-university'
  | 'openedx'
  | 'aws-training-and-certification'
  | 'cisco-career-certifications'
> = {
  fr: {
    'microsoft-learning': 'Microsoft Learning',
    'partner-university': 'Université partenaire',
    openedx: 'OpenedX',
    'aws-training-and-certification': 'Formations et certifications AWS',
    'cisco-career-certifications': 'Certifications professionnelles Cisco',
  },
  en: {
    'microsoft-learning': 'Microsoft Learning',
    'partner-university': 'Partner University',
    openedx: 'OpenedX',
    'aws-training-and-certification': 'AWS Training and Certification',
    'cisco-career-certifications': 'Cisco Career Certifications',
  },
};

export const ROLE_LABELS: Labels<Role> = {
  fr: {
    'partner-admin': 'Administrateur partenaire MPN',
    'global-admin': 'Administrateur général',
    'account-admin': 'Administrateur des comptes',
    'user-admin': 'Administrateur de la gestion des utilisateurs',
    'executive-report-viewer': 'Lecteur de rapports de la direction',
    'report-viewer': 'Lecteur de rapports',
    'programme-operator': 'Opérateur du programme',
    'programme-support': 'Assistance du programme',
  },
  en: {
    'partner-admin': 'MPN partner admin',
    'global-admin': 'Global admin',
    'account-admin': 'Account admin',
    'user-admin': 'User management admin',
    'executive-report-viewer': 'Executive report viewer',
    'report-viewer': 'Report viewer',
    'programme-operator': 'Programme operator',
    'programme-support': 'Programme support',
  },
};

/** A name that is not in the table (a provider added later) is printed as it is. */
export function labelOf(labels: Readonly<Record<string, string>>, key: string): string {
  return labels[key] ?? key;
}

const NETWORK_NAMES: Readonly<Record<Locale, string>> = { fr: 'Réseau', en: 'Network' };

/** Whose trail an entry stands in: that of those who run the network is no company's, so its name is translated. */
export function trailOwner(
  { partnerId, partnerName }: { readonly partnerId: string; readonly partnerName: string },
  locale: Locale,
): string {
  return partnerId === 'network' ? NETWORK_NAMES[locale] : partnerName;
}
