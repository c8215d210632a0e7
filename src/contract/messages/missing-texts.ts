import type { LocalText } from '../common.ts';

/** What an answer may be missing that has no name in the catalogue. */
export const MISSING_TEXTS = {
  anniversary: { fr: 'date anniversaire de l’adhésion', en: 'anniversary of the membership' },
  sharing: {
    fr: 'niveau pour lequel servent les mêmes personnes',
    en: 'level for which the same people are used',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
