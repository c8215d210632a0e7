/** The reports that people may receive regularly, made as their downloads are. */
import { DATA_SET_NAMES, type DataSetName } from '../contract/data-sets.ts';
import { SKILLS_REPORT_COLUMNS } from '../contract/skills-report.ts';
import { USERS_REPORT_COLUMNS } from '../contract/users-report.ts';
import { findPartner } from '../store/partners-store.ts';
import { changesFile } from './changes/changes-file.ts';
import { comparedAnswers } from './changes/compared-answers.ts';
import { dataSetFile } from './data-sets/data-set-file.ts';
import { chosenTable } from './data-sets/data-set-query.ts';
import { performanceReportFile } from './performance-report/performance-report-file.ts';
import { reportLines } from './performance-report/performance-report-query.ts';
import type { AsOf } from './shared/as-of.ts';
import { earlierTimes } from './shared/earlier-times.ts';
import type { MadeReport, ReportMakers, ReportToMake } from './shared/report-makers.ts';
import { dataSetTable } from './shared/report-tables/data-set-table.ts';
import type { Services } from './shared/services.ts';
import { usersReportRows } from './shared/users-report-rows.ts';
import { chosenRows } from './skills-report/skills-report-query.ts';
import { skillsReportFile } from './skills-report/skills-report-workbook.ts';
import { seenPeople } from './training/seen-people.ts';
import { trainingMonthsFile } from './training/training-file.ts';
import { monthsOf, trainingView } from './training/training-query.ts';
import { usersReportFile } from './users-report/users-report-file.ts';
import { chosenUserRows } from './users-report/users-report-query.ts';

const SYSTEM = { kind: 'system', name: 'scheduled-reports' } as const;

type Standing = Pick<Services, 'database' | 'answers' | 'programmesOf' | 'now'>;

/** By the first programme of the company, which is the one that a download means where none is named. */
async function answerFor(
  { answers, programmesOf }: Standing,
  { partnerId, day }: Pick<ReportToMake, 'partnerId' | 'day'>,
  times: AsOf = { validAt: day, knownAt: null },
) {
  const [{ programme }] = await programmesOf(partnerId);
  return answers.of(partnerId, programme, times);
}

async function makeDataSet(services: Standing, name: DataSetName, asked: ReportToMake): Promise<MadeReport> {
  const { partnerId, format, locale, mayNames, by } = asked;
  const answer = await answerFor(services, asked);
  const table = await services.database.readAsTenant({ partnerId, actor: SYSTEM }, (tx) =>
    dataSetTable(name, answer, { locale, mayNames }, tx),
  );
  const chosen = chosenTable(table, { format }, locale);
  const file = dataSetFile({ name, answer, chosen, format, locale, by, at: services.now() });
  return { file, rows: chosen.rows.length };
}

async function makeSkillsReport(services: Standing, asked: ReportToMake): Promise<MadeReport> {
  const { format, locale, by } = asked;
  const answer = await answerFor(services, asked);
  const { chosen: rows } = chosenRows(answer, {}, locale);
  const columns = SKILLS_REPORT_COLUMNS;
  const file = skillsReportFile(answer, { rows, columns, format, locale, by, at: services.now() });
  return { file, rows: rows.length };
}

async function makeChanges(services: Standing, asked: ReportToMake): Promise<MadeReport> {
  const { format, locale, by, since } = asked;
  const later = await answerFor(services, asked);
  const earlier = await answerFor(services, asked, earlierTimes(later.asOf, since));
  const changes = comparedAnswers(earlier, later).skills;
  const file = changesFile(earlier, later, { changes, format, locale, by, at: services.now() });
  return { file, rows: changes.length };
}

async function makePerformanceReport(services: Standing, asked: ReportToMake): Promise<MadeReport> {
  const { format, locale, by } = asked;
  const answer = await answerFor(services, asked);
  const lines = reportLines(answer);
  const order = { lines, part: 'lines', format, locale, by, at: services.now() } as const;
  return { file: performanceReportFile(answer, order), rows: lines.length };
}

/** The chart of the last twelve months as a table, as the page shows it when no other months are asked for. */
async function makeTraining(services: Standing, asked: ReportToMake): Promise<MadeReport> {
  const { format, locale, by, day, mayNames } = asked;
  const answer = await answerFor(services, asked);
  const months = monthsOf({}, day);
  const view = trainingView(answer, months);
  const people = seenPeople(answer, mayNames);
  const order = { answer, months, people, mayNames, format, locale, by, at: services.now() };
  return { file: trainingMonthsFile(view, order), rows: view.months.length };
}

async function makeUsersReport({ database, now }: Standing, asked: ReportToMake): Promise<MadeReport> {
  const { partnerId, format, locale, by, day } = asked;
  const { rows, partner } = await database.readAsTenant({ partnerId, actor: SYSTEM }, async (tx) => ({
    rows: chosenUserRows(await usersReportRows(tx, day), {}, locale),
    partner: (await findPartner(tx, partnerId))!.name,
  }));
  const about = { partner, asOf: { validAt: day, knownAt: null }, by, at: now() };
  const file = usersReportFile({ partnerId, rows, columns: USERS_REPORT_COLUMNS, format, locale, about });
  return { file, rows: rows.length };
}

export function reportMakers(services: Standing): ReportMakers {
  const [completions, history, requirement] = DATA_SET_NAMES.map(
    (name) => (asked: ReportToMake) => makeDataSet(services, name, asked),
  ) as [ReportMakers[DataSetName], ReportMakers[DataSetName], ReportMakers[DataSetName]];
  return {
    TrainingCompletions: completions,
    CompetencySummaryHistory: history,
    CompetencyPeformanceRequirement: requirement,
    'skills-report': (asked) => makeSkillsReport(services, asked),
    'performance-report': (asked) => makePerformanceReport(services, asked),
    training: (asked) => makeTraining(services, asked),
    changes: (asked) => makeChanges(services, asked),
    'users-report': (asked) => makeUsersReport(services, asked),
  };
}
