import { SKILLS_REPORT_COLUMNS } from '../contract/skills-report.ts';
import { asOfQuery } from '../features/shared/as-of.ts';
import { emptyReportMessage } from '../features/skills-report/empty-report.ts';
import { chosenRows, skillsReport } from '../features/skills-report/skills-report-query.ts';
import { skillsReportFile } from '../features/skills-report/skills-report-workbook.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { localeOption, optionalDay, optionalTime, parseOptions, required } from './options.ts';
import { formatOption, jsonReport, knownPartner, programmeOption, writeReport } from './report-output.ts';

export async function reportSkillsCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const { values } = parseOptions(args, {
    partner: { type: 'string' },
    format: { type: 'string' },
    lang: { type: 'string' },
    programme: { type: 'string' },
    'as-of': { type: 'string' },
    'known-at': { type: 'string' },
    out: { type: 'string' },
  });
  const asked = required(values.partner, '--partner');
  const format = formatOption(values.format);
  const locale = localeOption(values.lang);
  const asOf = optionalDay(values['as-of'], '--as-of') ?? undefined;
  const knownAt = optionalTime(values['known-at'], '--known-at');

  return withJalon(context, async ({ services, answers }) => {
    const partnerId = await knownPartner(services, asked);
    const times = asOfQuery({ asOf, knownAt }, context.now());
    const programme = await programmeOption(services, partnerId, values.programme);
    const answer = await answers.of(partnerId, programme, times);
    const { all, chosen } = chosenRows(answer, {}, locale);
    if (all.length === 0) {
      io.stderr.write(`${emptyReportMessage(locale)}\n`);
      return 1;
    }
    if (format === 'json') {
      const report = skillsReport(answer, { top: 10_000 }, { reports: [], accounts: [] }, locale, '/');
      await writeReport(io, values.out, jsonReport({ ...report, value: chosen, nextLink: null }));
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
    await writeReport(io, values.out, file.content);
    return 0;
  });
}
