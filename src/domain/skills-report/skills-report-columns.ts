import type { LocalText } from '../catalogue/catalogue.ts';

/**
 * Columns of the skills report, in the order in which every file and screen shows them. Other programs read these
 * headers: they are written with plain apostrophes and change only with the interface description.
 */
export interface SkillsReportColumn {
  readonly key: SkillsReportColumnKey;
  readonly type: 'text' | 'day' | 'yes-no';
  readonly header: LocalText;
}

export type SkillsReportColumnKey =
  | 'firstName'
  | 'lastName'
  | 'workEmail'
  | 'userStatus'
  | 'mcid'
  | 'provider'
  | 'skillType'
  | 'skillId'
  | 'skillTitle'
  | 'achievedOn'
  | 'expiresOn'
  | 'retiredOn'
  | 'associatedInPmc'
  | 'associatedInPartnerCenter'
  | 'relevantFor'
  | 'countsNow'
  | 'reason';

function column(
  key: SkillsReportColumnKey,
  type: SkillsReportColumn['type'],
  en: string,
  fr: string,
): SkillsReportColumn {
  return { key, type, header: { en, fr } };
}

export const SKILLS_REPORT_COLUMNS: readonly SkillsReportColumn[] = [
  column('firstName', 'text', 'First name', 'Prénom'),
  column('lastName', 'text', 'Last name', 'Nom'),
  column('workEmail', 'text', 'Work e-mail', 'E-mail professionnel'),
  column('userStatus', 'text', 'User status', "État de l'utilisateur"),
  column('mcid', 'text', 'MCID', 'MCID'),
  column('provider', 'text', 'Provider', 'Fournisseur'),
  column('skillType', 'text', 'Skill type', 'Type de qualification'),
  column('skillId', 'text', 'Skill ID', 'ID de la qualification'),
  column('skillTitle', 'text', 'Skill title', 'Intitulé de la qualification'),
  column('achievedOn', 'day', 'Achieved on', "Date d'obtention"),
  column('expiresOn', 'day', 'Skill expiration date', "Date d'expiration de la qualification"),
  column('retiredOn', 'day', 'Retired on', 'Date de retrait'),
  column('associatedInPmc', 'yes-no', 'Associated in PMC', 'Associée au PMC'),
  column(
    'associatedInPartnerCenter',
    'yes-no',
    'Associated in Partner Center',
    "Associée à l'Espace partenaires",
  ),
  column(
    'relevantFor',
    'text',
    'Relevant for competencies (option) or programs',
    'Pertinent pour des compétences (Option) ou des programmes',
  ),
  column('countsNow', 'yes-no', 'Counts now', 'Prise en compte'),
  column('reason', 'text', 'Reason', 'Motif'),
];
