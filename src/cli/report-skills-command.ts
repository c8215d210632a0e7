import { SKILLS_REPORT_COLUMNS } from '../contract/skills-report.ts';
import { emptyReportMessage } from '../features/skills-report/empty-report.ts';
import { chosenRows, skillsReport } from '../features/skills-report/skills-report-query.ts';
import { skillsReportFile } from '../features/skills-report/skills-report-workbook.ts';
import { withAnswerReport } from './answer-report.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandContext } from './jalon.ts';
import { jsonReport, writeReport } from './report-output.ts';

export async function reportSkillsCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  return withAnswerReport(args, context, async ({ answer, format, locale, out }) => {
    const { all, chosen } = chosenRows(answer, {}, locale);
    if (all.length === 0) {
      io.stderr.write(`${emptyReportMessage(locale)}\n`);
      return 1;
    }
    if (format === 'json') {
      const report = skillsReport(answer, { top: 10_000 }, { reports: [], accounts: [] }, locale, '/');
      await writeReport(io, out, jsonReport({ ...report, value: chosen, nextLink: null }));
      return 0;
    }
    const file = skillsReportFile(answer, {
      rows: chosen,
      columns: SKILLS_REPORT_COLUMNS,
      format,
      locale,
      by: 'jalon report skills',
      at: context.now(),
    });
    await writeReport(io, out, file.content);
    return 0;
  });
}
