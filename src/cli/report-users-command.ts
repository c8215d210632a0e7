import { USERS_REPORT_COLUMNS, type UsersReport } from '../contract/users-report.ts';
import { asOfQuery } from '../features/shared/as-of.ts';
import { usersReportRows } from '../features/shared/users-report-rows.ts';
import { usersReportFile } from '../features/users-report/users-report-file.ts';
import { chosenUserRows } from '../features/users-report/users-report-query.ts';
import { findPartner } from '../store/partners-store.ts';
import type { CommandIo } from './command-io.ts';
import { type CommandContext, withJalon } from './jalon.ts';
import { localeOption, optionalDay, parseOptions, required } from './options.ts';
import { formatOption, jsonReport, knownPartner, writeReport } from './report-output.ts';

const SYSTEM = { kind: 'system', name: 'jalon report users' } as const;

export async function reportUsersCommand(
  args: string[],
  io: CommandIo,
  context: CommandContext,
): Promise<number> {
  const { values } = parseOptions(args, {
    partner: { type: 'string' },
    format: { type: 'string' },
    lang: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string' },
  });
  const wanted = required(values.partner, '--partner');
  const format = formatOption(values.format);
  const locale = localeOption(values.lang);
  const day = optionalDay(values['as-of'], '--as-of') ?? undefined;

  return withJalon(context, async ({ services }) => {
    const partnerId = await knownPartner(services, wanted);
    const asOf = asOfQuery({ asOf: day }, context.now());
    const claim = { partnerId, actor: SYSTEM };
    const { all, name } = await services.database.readAsTenant(claim, async (tx) => ({
      all: await usersReportRows(tx, asOf.validAt),
      name: (await findPartner(tx, partnerId))!.name,
    }));
    const rows = chosenUserRows(all, {}, locale);
    if (format === 'json') {
      const count = rows.length;
      const report: UsersReport = { value: rows, nextLink: null, count, total: count, asOf };
      await writeReport(io, values.out, jsonReport(report));
      return 0;
    }
    const file = usersReportFile({
      partnerId,
      rows,
      columns: USERS_REPORT_COLUMNS,
      format,
      locale,
      about: { partner: name, asOf, by: 'jalon report users', at: context.now() },
    });
    await writeReport(io, values.out, file.content);
    return 0;
  });
}
