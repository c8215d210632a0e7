import { Readable } from 'node:stream';
import type { Locale } from '../../contract/common.ts';
import { printedDay, printedInstant } from '../../contract/messages/printed-day.ts';
import type { PLAN_FILE_FORMATS, PlanView } from '../../contract/plans.ts';
import type { AssignmentView } from '../../contract/training-assignments.ts';
import type { OutputCell, OutputColumn } from '../../files/output-table.ts';
import { writePdf } from '../../files/write-pdf.ts';
import type { Caller } from '../../http/caller.ts';
import type { PartnerAnswer } from '../shared/partner-answer.ts';
import { aboutRows, madeBy } from '../shared/report-about.ts';
import { plain, type ReportFile, reportFile, yesNo } from '../shared/report-file.ts';
import { PLAN_FILE_WORDS } from './plan-file-words.ts';

export interface PlanFileOrder {
  readonly format: (typeof PLAN_FILE_FORMATS)[number];
  readonly locale: Locale;
  /** Who asks for it, and when. */
  readonly caller: Caller;
  readonly at: Date;
}

/** An action, or what has become of it. */
interface PlanRow {
  readonly person: string;
  readonly skill: string;
  readonly cost: number;
  readonly hours: number;
  readonly renewal: boolean;
  readonly dueOn: string;
  readonly assignment: AssignmentView | null;
}

function rowsOf({ result, adoption, question }: PlanView): readonly PlanRow[] {
  if (adoption !== null) return adoption.assignments.map((assignment) => ({ ...assignment, assignment }));
  return (result?.actions ?? []).map((action) => ({ ...action, dueOn: question.by, assignment: null }));
}

function stateOf({ assignment }: PlanRow, locale: Locale): string {
  const words = PLAN_FILE_WORDS[locale];
  if (assignment === null) return words.notAdopted;
  return assignment.doneLate ? words.doneLate : words.states[assignment.state];
}

interface Cell extends OutputColumn {
  readonly cell: (row: PlanRow) => OutputCell;
}

function columnsOf({ people, skills }: PlanView, locale: Locale): readonly Cell[] {
  const { columns } = PLAN_FILE_WORDS[locale];
  const text = (header: string, width: number, cell: Cell['cell']): Cell => ({
    header,
    type: 'text',
    width,
    cell,
  });
  const number = (header: string, cell: Cell['cell']): Cell => ({ header, type: 'number', width: 12, cell });
  const day = (header: string, cell: Cell['cell']): Cell => ({ header, type: 'day', width: 14, cell });
  return [
    text(columns.person, 28, ({ person }) => people[person]?.label ?? person),
    text(columns.email, 34, ({ person }) => people[person]?.email ?? null),
    text(columns.code, 24, ({ skill }) => skills[skill]?.code ?? skill),
    text(columns.skill, 56, ({ skill }) => skills[skill]?.title ?? skill),
    text(columns.renewal, 16, ({ renewal }) => yesNo(renewal, locale)),
    number(columns.cost, ({ cost }) => cost),
    number(columns.hours, ({ hours }) => hours),
    day(columns.due, ({ dueOn }) => dueOn),
    text(columns.state, 16, (row) => stateOf(row, locale)),
    day(columns.done, ({ assignment }) => assignment?.doneOn ?? null),
  ];
}

function targetNames({ targets }: PlanView, locale: Locale): string {
  const names = targets.map(({ name, levelName, optionName }) => {
    const option = optionName === null ? '' : ` (${optionName[locale]})`;
    return `${name[locale]} ${levelName[locale]}${option}`;
  });
  return names.join(', ');
}

function money(amount: number | null, currency: string, locale: Locale): string {
  if (amount === null) return '–';
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** What the plan is about and what it comes to, as label and value. */
function summaryOf(view: PlanView, locale: Locale): readonly (readonly [string, string])[] {
  const words = PLAN_FILE_WORDS[locale];
  const { question, result, currency, adoption } = view;
  const people = new Set(rowsOf(view).map(({ person }) => person)).size;
  const number = new Intl.NumberFormat(locale);
  return [
    [words.targets, targetNames(view, locale)],
    [words.by, printedDay(question.by, locale)],
    [words.survive, number.format(question.survive ?? 0)],
    ...(result === null ? [] : [[words.status, words.statuses[result.status]] as const]),
    [words.cost, money(result?.cost ?? null, currency, locale)],
    [words.hours, result?.hours == null ? '–' : number.format(result.hours)],
    [words.people, number.format(people)],
    [PLAN_FILE_WORDS[locale].columns.state, adoption === null ? words.notAdopted : words.adopted],
  ];
}

async function document(view: PlanView, answer: PartnerAnswer, order: PlanFileOrder): Promise<Buffer> {
  const { locale, at } = order;
  const words = PLAN_FILE_WORDS[locale];
  const { columns } = words;
  const cost = (row: PlanRow) => money(row.cost, view.currency, locale);
  return writePdf({
    title: view.name ?? words.title,
    lead: `${answer.partner.name} – ${words.madeAt} ${printedInstant(at, locale, 'UTC')} UTC`,
    table: {
      columns: [
        { heading: columns.person, share: 4, align: 'left' },
        { heading: columns.skill, share: 6, align: 'left' },
        { heading: columns.due, share: 3, align: 'left' },
        { heading: columns.state, share: 2, align: 'left' },
        { heading: columns.cost, share: 2, align: 'right' },
      ],
      rows: rowsOf(view).map((row) => [
        view.people[row.person]?.label ?? row.person,
        view.skills[row.skill]?.title ?? row.skill,
        printedDay(row.dueOn, locale),
        stateOf(row, locale),
        cost(row),
      ]),
      totals: [{ label: words.cost, value: money(view.result?.cost ?? null, view.currency, locale) }],
    },
    sections: [
      { heading: words.title, facts: summaryOf(view, locale).map(([label, value]) => ({ label, value })) },
    ],
    note: words.note,
    language: locale,
    madeAt: at,
  });
}

/** A plan, with what has become of it once it is carried out. */
export async function planFile(
  view: PlanView,
  answer: PartnerAnswer,
  order: PlanFileOrder,
): Promise<ReportFile> {
  const { format, locale, caller, at } = order;
  const fileStem = `${PLAN_FILE_WORDS[locale].fileStem}-${answer.partner.id}-${view.question.by}`;
  if (format === 'pdf') {
    const content = Readable.from([await document(view, answer, order)]);
    return { fileName: `${fileStem}.pdf`, mediaType: 'application/pdf', content };
  }
  const columns = columnsOf(view, locale);
  const rows = rowsOf(view);
  const by = madeBy(caller, answer.directory.get(caller.id)?.workEmail);
  const { partner, programme } = answer;
  return reportFile({
    fileStem,
    sheet: PLAN_FILE_WORDS[locale].sheet,
    columns,
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
    about: [
      ...aboutRows({ partner: partner.name, asOf: view.asOf, programme, rows: rows.length, by, at }, locale),
      ...summaryOf(view, locale).map(([label, value]) => [label, plain(value)]),
    ],
    format,
    locale,
  });
}
