import { foldText, slugOf } from './fold-text.ts';

export const MICROSOFT_LEARNING = 'microsoft-learning';
export const PARTNER_UNIVERSITY = 'partner-university';

const PROVIDER_NAMES: Readonly<Record<string, readonly string[]>> = {
  [MICROSOFT_LEARNING]: [
    'Microsoft Learning',
    'Microsoft Learn',
    'MS Learn',
    'Microsoft',
    'MsCert',
    'Microsoft Certification',
    'Examens et certifications Microsoft',
  ],
  [PARTNER_UNIVERSITY]: [
    'Partner University',
    'Microsoft Partner University',
    'Université partenaire',
    'Université partenaires',
    'Université des partenaires',
    'Université des partenaires Microsoft',
    'Formations et évaluations Microsoft',
  ],
  openedx: ['OpenedX', 'Open edX', 'edX'],
};

const PROVIDER_BY_NAME = new Map<string, string>(
  Object.entries(PROVIDER_NAMES).flatMap(([id, names]) =>
    [id, ...names].map((name): [string, string] => [foldText(name), id]),
  ),
);

/**
 * The id of a learning provider from any of its names. A provider nobody listed keeps its own name as an id: its
 * records are kept, and the programme says that they do not count.
 */
export function providerByName(name: string): string {
  return PROVIDER_BY_NAME.get(foldText(name)) ?? slugOf(name);
}
