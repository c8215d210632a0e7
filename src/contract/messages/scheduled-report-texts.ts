import type { LocalText } from '../common.ts';
import { DATA_SET_NAMES } from '../data-sets.ts';
import type { ScheduledReport } from '../scheduled-reports.ts';
import { DATA_SET_TEXTS } from './data-set-texts.ts';

const DATA_SET_TITLES = Object.fromEntries(
  DATA_SET_NAMES.map((name) => [name, DATA_SET_TEXTS[name].title]),
) as Readonly<Record<(typeof DATA_SET_NAMES)[number], LocalText>>;

export const SCHEDULED_REPORT_TITLES: Readonly<Record<ScheduledReport, LocalText>> = {
  ...DATA_SET_TITLES,
  'skills-report': { en: 'Skills report', fr: 'Rapport des qualifications' },
  'performance-report': {
    en: 'Competency performance report',
    fr: 'Rapport sur les performances des compétences',
  },
  training: { en: 'Training by month', fr: 'Formations par mois' },
  changes: { en: 'Change log', fr: 'Journal des changements' },
  'users-report': { en: 'Users report', fr: 'Rapport des utilisateurs' },
};
