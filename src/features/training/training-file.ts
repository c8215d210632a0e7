import type { Locale } from '../../contract/common.ts';
import { SKILL_TYPE_LABELS } from '../../contract/messages/labels.ts';
import { TRAINING_KIND_LABELS } from '../../contract/messages/training-texts.ts';
import type { Training } from '../../contract/training.ts';
import { formatMonth } from '../../domain/time/day.ts';
import type { PersonTraining } from '../../domain/training/training-figures.ts';
import { TRAINING_KINDS } from '../../domain/training/training-kinds.ts';
import type { OutputColumn, OutputRow } from '../../files/output-table.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows } from '../shared/report-about.ts';
import { type ReportFile, type ReportFileFormat, reportFile } from '../shared/report-file.ts';
import type { SeenPeople } from './seen-people.ts';
import type { ToldTraining } from './told-trainings.ts';

const TEXTS = {
  en: {
    months: { sheet: 'Training by month', file: 'training-by-month' },
    people: { sheet: 'Training by person', file: 'training-by-person' },
    completions: { sheet: 'Completions', file: 'training-completions' },
    month: 'Month',
    person: 'Person',
    lastName: 'Last name',
    firstName: 'First name',
    workEmail: 'Work e-mail',
    latest: 'Latest month',
    kind: 'Skill type',
    skillId: 'Skill ID',
    title: 'Skill title',
    completedOn: 'Completed on',
    span: 'Months',
    to: 'to',
  },
  fr: {
    months: { sheet: 'Formations par mois', file: 'formations-par-mois' },
    people: { sheet: 'Formations par personne', file: 'formations-par-personne' },
    completions: { sheet: 'Réussites', file: 'formations-reussites' },
    month: 'Mois',
    person: 'Personne',
    lastName: 'Nom',
    firstName: 'Prénom',
    workEmail: 'E-mail professionnel',
    latest: 'Dernier mois',
    kind: 'Type de qualification',
    skillId: 'ID de la qualification',
    title: 'Intitulé de la qualification',
    completedOn: "Date d'obtention",
    span: 'Mois',
    to: 'à',
  },
} as const;

export interface TrainingFileOrder {
  readonly answer: PartnerAnswer;
  readonly months: { readonly from: string; readonly to: string };
  readonly people: SeenPeople;
  readonly mayNames: boolean;
  readonly format: ReportFileFormat;
  readonly locale: Locale;
  /** Who asked for the file, and when. */
  readonly by: string;
  readonly at: Date;
}

interface Table {
  readonly columns: readonly OutputColumn[];
  readonly rows: Iterable<OutputRow>;
  readonly length: number;
}

function tableFile(
  kind: 'months' | 'people' | 'completions',
  { columns, rows, length }: Table,
  { answer, months, format, locale, by, at }: TrainingFileOrder,
): ReportFile {
  const texts = TEXTS[locale];
  const { partner, asOf, programme } = answer;
  const { from, to } = months;
  return reportFile({
    fileStem: `${texts[kind].file}-${partner.id}-${from}-${to}`,
    sheet: texts[kind].sheet,
    columns,
    rows,
    about: [
      ...aboutRows({ partner: partner.name, asOf, programme, rows: length, by, at }, locale),
      [texts.span, `${from} ${texts.to} ${to}`],
    ],
    format,
    locale,
  });
}

function text(header: string, width = 20): OutputColumn {
  return { header, type: 'text', width };
}

function kindColumns(locale: Locale): OutputColumn[] {
  return TRAINING_KINDS.map((kind) => ({
    header: TRAINING_KIND_LABELS[locale][kind],
    type: 'number',
    width: 16,
  }));
}

/** The chart as a table: a line for each month. */
export function trainingMonthsFile({ months }: Training, order: TrainingFileOrder): ReportFile {
  const { locale } = order;
  const table = {
    columns: [text(TEXTS[locale].month), ...kindColumns(locale)],
    rows: months.map(({ month, completions }) => [month, ...TRAINING_KINDS.map((kind) => completions[kind])]),
    length: months.length,
  };
  return tableFile('months', table, order);
}

function personColumns({ locale, mayNames }: TrainingFileOrder): OutputColumn[] {
  const texts = TEXTS[locale];
  if (!mayNames) return [text(texts.person)];
  return [text(texts.lastName), text(texts.firstName), text(texts.workEmail, 32)];
}

function personCells(person: string, { people, mayNames }: TrainingFileOrder): OutputRow {
  const { label, lastName, firstName, email } = people.of(person);
  return mayNames ? [lastName, firstName, email] : [label];
}

export function trainingPeopleFile(chosen: readonly PersonTraining[], order: TrainingFileOrder): ReportFile {
  const { locale } = order;
  function* rows(): Generator<OutputRow> {
    for (const { person, completions, latest } of chosen) {
      const counts = TRAINING_KINDS.map((kind) => completions[kind]);
      yield [...personCells(person, order), ...counts, formatMonth(latest)];
    }
  }
  const columns = [...personColumns(order), ...kindColumns(locale), text(TEXTS[locale].latest)];
  return tableFile('people', { columns, rows: rows(), length: chosen.length }, order);
}

export function completionsFile(chosen: readonly ToldTraining[], order: TrainingFileOrder): ReportFile {
  const { locale } = order;
  const texts = TEXTS[locale];
  function* rows(): Generator<OutputRow> {
    for (const { person, kind, skillId, title, completedOn } of chosen) {
      yield [...personCells(person, order), SKILL_TYPE_LABELS[locale][kind], skillId, title, completedOn];
    }
  }
  const columns: OutputColumn[] = [
    ...personColumns(order),
    text(texts.kind),
    text(texts.skillId, 30),
    text(texts.title, 48),
    { header: texts.completedOn, type: 'day', width: 16 },
  ];
  return tableFile('completions', { columns, rows: rows(), length: chosen.length }, order);
}
