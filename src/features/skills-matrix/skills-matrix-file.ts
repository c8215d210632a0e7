import type { Locale } from '../../contract/common.ts';
import { labelOf, USER_STATUS_LABELS } from '../../contract/messages/labels.ts';
import { STANDING_LABELS } from '../../contract/messages/matrix-texts.ts';
import { printedDay } from '../../contract/messages/printed-day.ts';
import type { MatrixCell } from '../../contract/skills-matrix.ts';
import type { OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { reasonSentence } from '../shared/reason-sentence.ts';
import { aboutRows } from '../shared/report-about.ts';
import { plain, type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';
import type { MatrixRow } from './competency-matrix.ts';
import type { AskedMatrix, FoundMatrix } from './skills-matrix-query.ts';

const TEXTS = {
  en: {
    sheet: 'Skills matrix',
    file: 'skills-matrix',
    competency: 'Competency',
    option: 'Option',
    firstName: 'First name',
    lastName: 'Last name',
    workEmail: 'Work e-mail',
    userStatus: 'User status',
    location: 'Location',
    team: 'Team',
    standing: 'Standing',
    counts: 'Counts',
    ending: 'Counts until {day}',
    not: 'Does not count: {reason}',
  },
  fr: {
    sheet: 'Matrice des qualifications',
    file: 'matrice-des-qualifications',
    competency: 'Compétence',
    option: 'Option',
    firstName: 'Prénom',
    lastName: 'Nom',
    workEmail: 'E-mail professionnel',
    userStatus: "État de l'utilisateur",
    location: 'Site',
    team: 'Équipe',
    standing: 'Situation',
    counts: 'Compte',
    ending: "Compte jusqu'au {day}",
    not: 'Ne compte pas : {reason}',
  },
} as const;

const PERSON = [
  ['lastName', 20],
  ['firstName', 20],
  ['workEmail', 32],
  ['userStatus', 16],
  ['location', 20],
  ['team', 24],
  ['standing', 24],
] as const;

interface MatrixOrder {
  readonly found: FoundMatrix;
  readonly asked: AskedMatrix;
  readonly format: ReportFileFormat;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

/** A cell in words; nothing where the person does not have the skill. */
function cellText(cell: MatrixCell | undefined, locale: Locale, { programme }: PartnerAnswer): string {
  if (cell === undefined) return '';
  const texts = TEXTS[locale];
  if (cell.state === 'counts') return texts.counts;
  if (cell.countsUntil !== null) {
    return plain(texts.ending.replace('{day}', printedDay(cell.countsUntil, locale)));
  }
  const reason = cell.reason === null ? '' : reasonSentence(cell.reason, locale, programme);
  return plain(texts.not.replace('{reason}', () => reason));
}

function columnsOf({ shown }: FoundMatrix, locale: Locale): OutputColumn[] {
  return [
    ...PERSON.map(([id, width]): OutputColumn => ({ header: TEXTS[locale][id], type: 'text', width })),
    ...shown.map(({ code, title }): OutputColumn => {
      const header = code === title ? code : `${code} ${title}`;
      return { header: plain(header), type: 'text', width: 24 };
    }),
  ];
}

function* rowsOf(answer: PartnerAnswer, { found, asked }: MatrixOrder): Generator<OutputRow> {
  const { locale, locations, workplaces } = asked;
  const names = new Map(locations.map(({ locationId, name }) => [locationId, name]));
  const personCells = (row: MatrixRow) => [
    row.lastName,
    row.firstName,
    row.workEmail,
    labelOf(USER_STATUS_LABELS[locale], row.userStatus),
    names.get(workplaces.get(row.userId)?.locationId ?? '') ?? '',
    workplaces.get(row.userId)?.team ?? '',
    plain(STANDING_LABELS[locale][row.standing]),
  ];
  for (const row of found.chosen) {
    yield [...personCells(row), ...found.shown.map(({ id }) => cellText(row.cells[id], locale, answer))];
  }
}

/** The people and skills that the screen shows, in its order; skills are columns, by code and title. */
export function skillsMatrixFile(answer: PartnerAnswer, order: MatrixOrder): ReportFile {
  const { found, asked, format, by, at } = order;
  const { locale } = asked;
  const { partner, asOf, programme } = answer;
  const { competency, option } = found.part;
  const texts = TEXTS[locale];
  const optionName = found.options.find(({ id }) => id === (option ?? null))?.name ?? null;
  return reportFile({
    fileStem: `${texts.file}-${partner.id}-${competency.id}-${asOf.validAt}`,
    sheet: texts.sheet,
    columns: columnsOf(found, locale),
    rows: rowsOf(answer, order),
    about: [
      ...aboutRows({ partner: partner.name, asOf, programme, rows: found.chosen.length, by, at }, locale),
      [texts.competency, plain(competency.name[locale])],
      ...(optionName === null ? [] : [[texts.option, plain(optionName[locale])]]),
    ],
    format,
    locale,
  });
}
